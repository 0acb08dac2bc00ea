/** Floor of rendering: Handlebars, a page per lesson and a block per question, each template compiled once. */
import Handlebars from 'handlebars';
import { load } from 'js-yaml';
import type { Floor } from './floor.ts';
import { readTexts } from './list-files.ts';

const PAGE =
  '<!doctype html><html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}}</title></head><body><header>{{course}}</header><main><h1>{{title}}</h1>{{#each objectives}}<li>{{this}}</li>{{/each}}{{{bodyHtml}}}</main><nav>{{#if next}}<a href="{{next}}">{{next}}</a>{{/if}}</nav></body></html>';
const QUESTION =
  '<form data-question="{{id}}"><fieldset><legend>{{{stem}}}</legend><ul>{{#each options}}<li><label><input type="radio" name="{{../id}}" value="{{id}}"> <span>{{{text}}}</span></label></li>{{/each}}</ul></fieldset><button type="submit">{{button}}</button></form>';

interface Bank {
  readonly questions: readonly object[];
}

export const templateFloor: Floor = {
  name: 'Handlebars, a page per lesson and every question',
  prepare: ({ workspace }) => {
    const bodies = readTexts(workspace, '.md');
    const questions = readTexts(workspace, '.yaml')
      .map((text) => load(text))
      .filter((value): value is Bank => typeof value === 'object' && value !== null && 'questions' in value)
      .flatMap((bank) => bank.questions);
    return () => {
      const page = Handlebars.compile(PAGE);
      const question = Handlebars.compile(QUESTION);
      const facts = {
        language: 'en',
        course: 'A course',
        title: 'A lesson',
        objectives: ['One', 'Two'],
        next: 'next.html',
      };
      let length = 0;
      for (const bodyHtml of bodies) length += page({ ...facts, bodyHtml }).length;
      for (const one of questions) length += question({ ...one, button: 'Check answer' }).length;
      return length;
    };
  },
};
