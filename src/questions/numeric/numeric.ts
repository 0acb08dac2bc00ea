/** Numeric, seen by the compiler: a number that the learner types, held against the answer and its tolerance. */
import type { ResolvedContent } from '../../compiler/content.ts';
import {
  listedTwice,
  missIsAccepted,
  percentOfZero,
  unitListedTwice,
  unitMissing,
} from '../../diagnostics/catalog/typed-answers.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Locate, QuestionType } from '../question-type.ts';
import { TYPED_HOOKS } from '../typed/hooks.ts';
import { BYTES_OF_LETTER, lettersOf } from '../typed/typed-text.ts';
import type { NumericBody } from './body.ts';
import { parseDecimal, writeDecimal } from './decimal.ts';
import { findUnit, isNear, MOST_NUMBER_CHARACTERS, type Unit } from './quantity.ts';
import { type NumericSource, numericSchema } from './source.ts';

/** The shortest form of a number that the schema let through. */
function shorten(text: string): string {
  const percent = /\s*%$/.test(text);
  const number = parseDecimal(text.replace(/\s*%$/, ''));
  return `${number === undefined ? text : writeDecimal(number)}${percent ? '%' : ''}`;
}

function unitsOf(source: NumericSource): readonly Unit[] {
  if (source.unit === undefined) return [];
  const others = (source['other-units'] ?? []).map(({ unit, factor }) => ({ unit, factor: shorten(factor) }));
  return [{ unit: source.unit, factor: '1' }, ...others];
}

function settingsOf(source: NumericSource): Omit<NumericBody<never>, 'type' | 'misses'> {
  return {
    answer: shorten(source.answer),
    tolerance: shorten(source.tolerance ?? '0'),
    units: unitsOf(source),
  };
}

/** Reports wrong numbers that count as right, or as an earlier one. */
function checkMisses(source: NumericSource, locate: Locate, report: Reporter): void {
  const { answer, tolerance } = settingsOf(source);
  const right = parseDecimal(answer);
  const first = new Map<string, number>();
  (source.misses ?? []).forEach((miss, index) => {
    const text = shorten(miss.answer);
    const value = parseDecimal(text);
    const place = locate(['misses', index, 'answer']);
    const before = first.get(text);
    first.set(text, before ?? index);
    if (right !== undefined && value !== undefined && isNear(value, right, tolerance, right)) {
      report.add(missIsAccepted, place, { question: source.id, text, accepted: answer });
    } else if (before !== undefined) {
      const related = [{ span: locate(['misses', before, 'answer']), message: 'the first one' }];
      report.add(listedTwice, place, { question: source.id, text, other: text }, { related });
    }
  });
}

export const numeric: QuestionType<NumericSource, NumericBody<ResolvedContent>> = {
  type: 'numeric',
  schema: numericSchema,

  check(source, locate, report) {
    const { answer, tolerance, units } = settingsOf(source);
    const others = source['other-units'] ?? [];
    if (source.unit === undefined && others.length > 0) {
      report.add(unitMissing, locate(['other-units']), { question: source.id });
    }
    if (answer === '0' && tolerance.endsWith('%') && tolerance !== '0%') {
      report.add(percentOfZero, locate(['tolerance']), { question: source.id, tolerance });
    }
    checkMisses(source, locate, report);
    others.forEach(({ unit }, index) => {
      const before = findUnit(unit, units.slice(0, index + 1));
      if (before === undefined || !isSameText(unit, before.unit)) return;
      report.add(unitListedTwice, locate(['other-units', index, 'unit']), { question: source.id, unit });
    });
  },

  markdownPaths({ misses }) {
    return ['stem', ...(misses ?? []).map((_, index) => `misses.${index}.why`), 'rationale'];
  },

  buildBody(source, content) {
    const misses = (source.misses ?? []).map(({ answer }, index) => ({
      answer: shorten(answer),
      why: content(`misses.${index}.why`),
    }));
    return { type: 'numeric', ...settingsOf(source), misses };
  },

  answerBasis(source) {
    const { answer, tolerance, units } = settingsOf(source);
    const [own, ...others] = units.map(({ unit, factor }) => `${unit}=${factor}`);
    return `numeric;${answer};${tolerance};${JSON.stringify([own ?? '', ...others.sort()])}`;
  },

  answerData: ({ type, answer, tolerance, units, misses }) => {
    const own = units[0]?.unit ?? '';
    const key = [own === '' ? answer : `${answer} ${own}`];
    const wrong = misses.map((miss) => miss.answer);
    return { type, options: [], pinned: [], key, select: 1, tolerance, units, misses: wrong };
  },
  answerSize: ({ units }) => {
    const longest = Math.max(0, ...units.map(({ unit }) => 1 + lettersOf(unit) * BYTES_OF_LETTER));
    return { form: 'text', bytes: MOST_NUMBER_CHARACTERS + longest };
  },
  reasons: ({ misses }) => misses.map(({ why }, index) => [`miss-${index + 1}`, why]),
  partialView: ({ answer, units }) => ({
    instruction: '',
    units: units.map(({ unit }) => unit).join(', '),
    // The number keyboard of a telephone has no letters and often no minus.
    inputMode: units.length > 1 || answer.startsWith('-') ? 'text' : 'decimal',
  }),
  hooks: () => TYPED_HOOKS,
  // Reports hold the number in the question's own unit.
  sheetRows: ({ answer, tolerance, units, misses }, { plain }) => {
    const isExact = /^0%?$/.test(tolerance);
    const parts = [answer, units[0]?.unit ?? '', isExact ? '' : `± ${tolerance}`];
    const wrong = misses.map((miss) => ({ shown: miss.answer, text: plain(miss.why), right: false }));
    return [{ shown: answer, text: parts.filter((part) => part !== '').join(' '), right: true }, ...wrong];
  },
};

/** Two units that differ in case alone are two: mg and Mg. */
function isSameText(a: string, b: string): boolean {
  return a.replaceAll(' ', '') === b.replaceAll(' ', '');
}
