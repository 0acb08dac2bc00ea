/** Reports directives that are unknown, incomplete, or name data that is not there. */
import { unknownCodeSystem } from '../../diagnostics/catalog/codes.ts';
import {
  attributeValue,
  captionsRequired,
  directiveForm,
  directiveNotHere,
  directiveWithoutLabel,
  missingAttribute,
  unknownAttribute,
  unknownBlueprint,
  unknownCheckQuestion,
  unknownCredential,
  unknownDirective,
  unknownFact,
  unknownTerm,
} from '../../diagnostics/catalog/references.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { DirectiveSource, Spanned } from '../content.ts';
import type { CodeUse } from '../code-use.ts';
import { namesOfTerm } from '../source-format/glossary.ts';
import { CODE_SYSTEMS, DEFAULT_CODE_SYSTEM } from '../source-format/medical-codes.ts';
import { checkMediaFile } from './check-links.ts';
import { questionsKnown } from './course-draft.ts';
import type { TextPlace } from './text-scope.ts';

/** What a directive takes. */
interface DirectiveForm {
  readonly inline: boolean;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly example: string;
  /** Words that an attribute may be. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

const FORMS: ReadonlyMap<string, DirectiveForm> = new Map([
  ['term', { inline: true, required: [], optional: ['id'], example: ':term[present on admission]' }],
  [
    'code',
    {
      inline: true,
      required: [],
      optional: ['system', 'show', 'invalid', 'header'],
      example: ':code[E11.9]',
      words: { show: ['code', 'title'], invalid: ['true', 'false'], header: ['true', 'false'] },
    },
  ],
  ['credentials', { inline: false, required: ['of'], optional: ['facts'], example: '::credentials{of="cpc ccs"}' }],
  ['blueprint', { inline: false, required: ['of'], optional: [], example: '::blueprint{of=cpc-2026}' }],
  ['check', { inline: false, required: ['question'], optional: [], example: '::check{question=cvc-101}' }],
  ['video', mediaForm('video', 'mp4')],
  ['audio', mediaForm('audio', 'mp3')],
]);

function mediaForm(name: string, type: string): DirectiveForm {
  return {
    inline: false,
    required: ['src', 'title'],
    optional: ['captions', 'language'],
    example: `::${name}{src=intro.${type} captions=intro.vtt title="Introduction"}`,
  };
}

/** Returns the code that the directive names, if it names one to be checked. */
export function checkInlineDirective(directive: DirectiveSource, place: TextPlace): readonly CodeUse[] {
  const form = checkDirectiveForm(directive, true, place);
  if (form === undefined) return [];
  const { label, name } = directive;
  if (label === undefined || label.value.trim() === '') {
    place.scope.report.add(directiveWithoutLabel, directive.span, { name: name.value, example: form.example });
    return [];
  }
  if (name.value === 'term') {
    checkTerm(directive, label, place);
    return [];
  }
  return checkCode(directive, label, place);
}

export function checkBlockDirective(directive: DirectiveSource, place: TextPlace): void {
  if (checkDirectiveForm(directive, false, place) === undefined) return;
  const { report, shared } = place.scope;
  const name = directive.name.value;
  const of = directive.attributes.get('of');
  switch (name) {
    case 'credentials':
      if (of !== undefined) checkCredentials(of, directive.attributes.get('facts'), place);
      return;
    case 'blueprint':
      if (of !== undefined && !shared.blueprintIds.has(of.value)) {
        report.add(unknownBlueprint, of.span, {
          id: of.value,
          nearest: findNearestName(of.value, shared.blueprintIds),
        });
      }
      return;
    case 'check':
      checkQuestion(directive, place);
      return;
    case 'video':
    case 'audio': {
      const source = directive.attributes.get('src');
      const captions = directive.attributes.get('captions');
      if (source !== undefined) checkMediaFile(name, source, place);
      if (captions !== undefined) checkMediaFile('captions', captions, place);
      else report.add(captionsRequired, directive.span, { what: name });
      return;
    }
  }
}

/** The directive's form, after everything has been reported that differs from it; undefined when it is no such directive. */
function checkDirectiveForm(directive: DirectiveSource, inline: boolean, place: TextPlace): DirectiveForm | undefined {
  const { report } = place.scope;
  const name = directive.name.value;
  const form = FORMS.get(name);
  if (form === undefined) {
    const known = [...FORMS.keys()];
    report.add(unknownDirective, directive.name.span, { name, known, nearest: findNearestName(name, known) });
    return undefined;
  }
  if (form.inline !== inline) {
    report.add(directiveForm, directive.span, { name, right: form.example });
    return undefined;
  }
  const known = [...form.required, ...form.optional];
  for (const [attribute, { value, span }] of directive.attributes) {
    const allowed = form.words?.[attribute];
    if (!known.includes(attribute)) {
      report.add(unknownAttribute, attributeSpan(attribute, span, place), {
        name,
        attribute,
        known,
        nearest: findNearestName(attribute, known),
      });
    } else if (allowed !== undefined && !allowed.includes(value)) {
      report.add(attributeValue, span, { attribute, value, allowed });
    }
  }
  for (const attribute of form.required) {
    const value = directive.attributes.get(attribute)?.value ?? '';
    if (value.trim() === '') report.add(missingAttribute, directive.span, { name, attribute, example: form.example });
  }
  return form;
}

function checkTerm(directive: DirectiveSource, label: Spanned, { scope }: TextPlace): void {
  const { course, report } = scope;
  if (!course.termsKnown) return;
  const id = directive.attributes.get('id');
  if (id !== undefined) {
    if (!course.terms.has(id.value)) {
      report.add(unknownTerm, id.span, { term: id.value, nearest: findNearestName(id.value, course.terms.keys()) });
    }
    return;
  }
  const names = [...course.terms.values()].flatMap(namesOfTerm);
  const wanted = label.value.trim().toLowerCase();
  if (!names.some((name) => name.toLowerCase() === wanted)) {
    report.add(unknownTerm, label.span, { term: label.value, nearest: findNearestName(label.value.trim(), names) });
  }
}

function checkCode(directive: DirectiveSource, label: Spanned, place: TextPlace): readonly CodeUse[] {
  const system = directive.attributes.get('system');
  if (system !== undefined && !CODE_SYSTEMS.some((known) => known === system.value)) {
    const nearest = findNearestName(system.value, CODE_SYSTEMS);
    place.scope.report.add(unknownCodeSystem, system.span, { system: system.value, known: CODE_SYSTEMS, nearest });
    return [];
  }
  const isSaid = (name: string) => directive.attributes.get(name)?.value === 'true';
  return [
    {
      system: system?.value ?? DEFAULT_CODE_SYSTEM,
      code: label.value.trim(),
      span: label.span,
      role: isSaid('invalid') ? 'meant-wrong' : 'text',
      owner: { kind: place.kind, id: place.id },
      ...(place.edition === undefined ? {} : { edition: place.edition }),
      ...(isSaid('header') ? { isHeaderMeant: true } : {}),
    },
  ];
}

function checkQuestion(directive: DirectiveSource, place: TextPlace): void {
  const { course, report } = place.scope;
  if (place.kind !== 'lesson') {
    report.add(directiveNotHere, directive.span, { name: directive.name.value });
    return;
  }
  const question = directive.attributes.get('question');
  if (question === undefined || !questionsKnown(course)) return;
  const ids = course.questionIds;
  if (!ids.has(question.value)) {
    report.add(unknownCheckQuestion, question.span, {
      id: question.value,
      nearest: findNearestName(question.value, ids),
    });
  }
}

function checkCredentials(of: Spanned, facts: Spanned | undefined, { scope }: TextPlace): void {
  const { shared, report } = scope;
  const ids = splitWords(of);
  for (const { value, span } of ids) {
    if (!shared.credentialIds.has(value)) {
      report.add(unknownCredential, span, { id: value, nearest: findNearestName(value, shared.credentialIds) });
    }
  }
  const credentials = ids.map((id) => shared.credentials.get(id.value)?.data);
  if (facts === undefined || credentials.includes(undefined)) return;
  const known = credentials.flatMap((credential) => credential?.facts.map((fact) => fact.id) ?? []);
  for (const { value, span } of splitWords(facts)) {
    if (!known.includes(value)) report.add(unknownFact, span, { id: value, nearest: findNearestName(value, known) });
  }
}

/** The words of a value, each with its place. */
function splitWords({ value, span }: Spanned): readonly Spanned[] {
  return [...value.matchAll(/[^\s,]+/g)].map((match) => {
    const start = span.start + match.index;
    return { value: match[0], span: { file: span.file, start, end: start + match[0].length } };
  });
}

/** The name of an attribute, which stands before its value. */
function attributeSpan(attribute: string, value: Span, { text }: TextPlace): Span {
  const start = text.lastIndexOf(attribute, value.start - attribute.length);
  return start === -1 ? value : { file: value.file, start, end: start + attribute.length };
}
