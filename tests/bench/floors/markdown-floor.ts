/** Floor of parsing lessons: marked, its own dialect and its own HTML. */
import { Marked } from 'marked';
import type { Floor } from './floor.ts';
import { readTexts } from './list-files.ts';

export const markdownFloor: Floor = {
  name: 'marked, every lesson',
  prepare: ({ workspace }) => {
    const texts = readTexts(workspace, '.md');
    const marked = new Marked({ gfm: true });
    return () => texts.reduce((sum, text) => sum + marked.parse(text, { async: false }).length, 0);
  },
};
