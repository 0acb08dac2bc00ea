import { describe, expect, it } from 'vitest';
import { builtInTables, ENGLISH_TABLES } from '../../src/shared/words/languages.ts';
import { openPageWords } from '../../src/shared/words/page-words.ts';
import { openPlayerWords } from '../../src/shared/words/player-words.ts';
import { formsOf, placesOf, type Sentence, type WordTable } from '../../src/shared/words/sentence.ts';

const spanish = builtInTables('es') ?? ENGLISH_TABLES;

const placesIn = (sentence: Sentence): readonly string[] => placesOf(formsOf(sentence).at(-1)?.[1] ?? '');

describe('the tables', () => {
  const tables: readonly (readonly [string, WordTable, WordTable])[] = [
    ['page', ENGLISH_TABLES.page, spanish.page],
    ['player', ENGLISH_TABLES.player, spanish.player],
  ];

  it.each(tables)('of the %s say the same in Spanish, with the same places and plurals', (_name, english, other) => {
    expect(Object.keys(other.fixed).sort()).toEqual(Object.keys(english.fixed).sort());
    expect(Object.keys(other.sentences).sort()).toEqual(Object.keys(english.sentences).sort());
    for (const [name, sentence] of Object.entries(english.sentences)) {
      const translated = other.sentences[name] ?? '';
      expect([name, placesIn(translated)]).toEqual([name, placesIn(sentence)]);
      expect([name, typeof translated]).toEqual([name, typeof sentence]);
    }
  });

  it.each(tables)('of the %s name every word once, so that a file can list them together', (_name, english) => {
    const names = [...Object.keys(english.fixed), ...Object.keys(english.sentences)];
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(tables)('of the %s leave no word untranslated by oversight', (_name, english, other) => {
    const same = Object.entries(english.fixed).filter(([name, text]) => other.fixed[name] === text);
    expect(same.map(([name]) => name).filter((name) => name !== 'total')).toEqual([]);
  });

  it('of a region are those of its language, unless there is nothing', () => {
    expect(builtInTables('es-MX')).toBe(spanish);
    expect(builtInTables('en-GB')).toBe(ENGLISH_TABLES);
    expect(builtInTables('fr')).toBeUndefined();
  });
});

describe('sentences', () => {
  const player = openPlayerWords(ENGLISH_TABLES.player, 'en').words;
  const jugador = openPlayerWords(spanish.player, 'es').words;

  it('choose the form for the number', () => {
    expect([1, 2].map((count) => player.unanswered({ count }))).toEqual([
      '1 question is not answered yet.',
      '2 questions are not answered yet.',
    ]);
    expect(jugador.unanswered({ count: 1 })).toBe('Falta por responder 1 pregunta.');
  });

  it('write numbers as the language does', () => {
    expect(player.score({ percent: 66.666 })).toBe('66.67%');
    expect(jugador.score({ percent: 66.666 })).toBe('66,67\u00a0%');
  });

  it('leave braces in a value alone', () => {
    expect(player.loadFailed({ title: 'Sets: {all}' })).toBe('“Sets: {all}” could not be loaded.');
    expect(player.previous({ title: '$& {title}' })).toBe('Previous: $& {title}');
  });

  it('take the general form where a language has more forms than the table', () => {
    const polish = openPlayerWords(ENGLISH_TABLES.player, 'pl').words;
    expect(polish.unanswered({ count: 3 })).toBe('3 questions are not answered yet.');
  });
});

describe('what is put together for pages', () => {
  const page = openPageWords(ENGLISH_TABLES.page, 'en');
  const pagina = openPageWords(spanish.page, 'es');

  it('is a date, a time, a list and a grade in the language', () => {
    expect(page.date('2026-11-22')).toBe('November 22, 2026');
    expect(pagina.date('2026-11-22')).toBe('22 de noviembre de 2026');
    expect(page.date('soon')).toBe('soon');
    expect(page.duration(150)).toBe('2 hours 30 minutes');
    expect(pagina.duration(61)).toBe('1 hora y 1 minuto');
    expect(pagina.listed(['a', 'b', 'c'])).toBe('a, b y c');
    const facts = { titles: ['One', 'Two'], weighted: true, attempt: 'last', pass: 70 } as const;
    expect(page.grade(facts)).toBe(
      'Your score is the weighted average of your last attempts at “One” and “Two”. You pass with 70 percent.',
    );
    expect(pagina.grade({ ...facts, titles: ['Uno'], pass: undefined })).toBe(
      'Su calificación es la de su último intento en «Uno». No hay nota mínima para aprobar.',
    );
  });
});
