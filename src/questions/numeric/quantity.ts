/** What a learner typed -> a number and its unit, or why it is none; and quantities as they are shown. Pure; serves compiler and player. */
import { toKeptText } from '../typed/typed-text.ts';
import { type Decimal, distance, isAtMost, magnitude, multiply, parseDecimal, writeDecimal } from './decimal.ts';

export const MOST_WHOLE_DIGITS = 12;
export const MOST_FRACTION_DIGITS = 6;
/** Minus, digits and point of the longest number. */
export const MOST_NUMBER_CHARACTERS = 1 + MOST_WHOLE_DIGITS + 1 + MOST_FRACTION_DIGITS;

/** A unit and how many of the question's own unit it is. The first one of a list is the question's own. */
export interface Unit {
  readonly unit: string;
  /** A decimal number greater than 0. */
  readonly factor: string;
}

export type Reading =
  /** `text` is the one form in which this quantity is kept: `12.5 mg`. */
  | { readonly kind: 'quantity'; readonly number: string; readonly unit: string; readonly text: string }
  | { readonly kind: 'empty' | 'no-number' | 'too-long' }
  | { readonly kind: 'unknown-unit'; readonly unit: string };

const QUANTITY = /^([+-]?) ?([^\d.,'+-]*)([+-]?) ?([.,]\d+|\d(?:[\d.,' ]*\d)?[.,]?)(.*)$/;

/** Blanks, points, commas and apostrophes of a typed number -> digits with one point; undefined where they make no sense. */
function readSeparators(typed: string): string | undefined {
  const last = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf(','));
  if (/^\d+$/.test(typed) || isGrouped(typed)) return typed.replace(/\D/g, '');
  if (last === -1) return undefined;
  const whole = typed.slice(0, last);
  const fraction = typed.slice(last + 1);
  const isOther = !whole.includes(typed.charAt(last));
  if (!/^\d*$/.test(fraction) || !isOther) return undefined;
  if (whole !== '' && !/^\d+$/.test(whole) && !isGroupedBy(whole, "[., ']")) return undefined;
  return `${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}`;
}

function isGroupedBy(text: string, separators: string): boolean {
  return new RegExp(`^\\d{1,3}(${separators})\\d{3}(?:\\1\\d{3})*$`).test(text);
}

/**
 * 1,000 and 1 000 and 1.000.000 are groups; so is 1,000 with one comma, as in English. A single point is a decimal point, and
 * so is a comma that is followed by any other number of digits, or that follows a 0.
 */
function isGrouped(text: string): boolean {
  if (/^0/.test(text)) return false;
  return isGroupedBy(text, "[, ']") || /^\d{1,3}(?:\.\d{3}){2,}$/.test(text);
}

function bare(unit: string): string {
  return toKeptText(unit).replaceAll(' ', '');
}

/** A unit is known as written, or whatever its case where that is no other unit: mL, ml and ML. */
export function findUnit(typed: string, units: readonly Unit[]): Unit | undefined {
  const exact = units.find(({ unit }) => bare(unit) === bare(typed));
  if (exact !== undefined) return exact;
  const lower = bare(typed).toLowerCase();
  const alike = units.filter(({ unit }) => bare(unit).toLowerCase() === lower);
  return alike.length === 1 ? alike[0] : undefined;
}

/** @param units those the question knows; empty where it asks for a mere number. Without a unit the question's own is meant. */
export function readQuantity(typed: string, units: readonly Unit[]): Reading {
  const plain = toKeptText(typed)
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[‘’]/g, "'");
  if (plain === '') return { kind: 'empty' };
  const [, first = '', before = '', second = '', digits = '', after = ''] = QUANTITY.exec(plain) ?? [];
  const number = digits === '' ? undefined : readSeparators(digits);
  const sign = `${first}${second}`;
  if (number === undefined || sign.length > 1) return { kind: 'no-number' };
  const value = parseDecimal(`${sign === '-' ? '-' : ''}${number}`);
  if (value === undefined) return { kind: 'no-number' };
  const text = writeDecimal(value);
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  if (whole.length > MOST_WHOLE_DIGITS || fraction.length > MOST_FRACTION_DIGITS) return { kind: 'too-long' };
  const typedUnit = `${before}${after}`.trim();
  const unit = typedUnit === '' ? (units[0]?.unit ?? '') : findUnit(typedUnit, units)?.unit;
  if (unit === undefined) return { kind: 'unknown-unit', unit: typedUnit };
  return { kind: 'quantity', number: text, unit, text: unit === '' ? text : `${text} ${unit}` };
}

/** In the question's own unit; undefined for what is no quantity. */
export function inOwnUnit(text: string, units: readonly Unit[]): Decimal | undefined {
  const reading = readQuantity(text, units);
  if (reading.kind !== 'quantity') return undefined;
  const value = parseDecimal(reading.number);
  const factor = parseDecimal(units.find(({ unit }) => unit === reading.unit)?.factor ?? '1');
  return value === undefined || factor === undefined ? undefined : multiply(value, factor);
}

const ONE_PERCENT: Decimal = { digits: 1n, scale: 2 };
const NOTHING: Decimal = { digits: 0n, scale: 0 };

/** Whether a number is as near to another as the tolerance (`0.5`, or `5%` of the right answer) allows, both ends included. */
export function isNear(value: Decimal, wanted: Decimal, tolerance: string, right: Decimal): boolean {
  const number = parseDecimal(tolerance.replace('%', '')) ?? NOTHING;
  const isPercent = tolerance.endsWith('%');
  const allowed = isPercent ? multiply(multiply(magnitude(right), number), ONE_PERCENT) : number;
  return isAtMost(distance(value, wanted), allowed);
}

/** `12.5 mg`, `12.5%`, `$12.5`. */
export function showQuantity(number: string, unit: string): string {
  if (/^\p{Sc}$/u.test(unit)) return number.startsWith('-') ? `-${unit}${number.slice(1)}` : `${unit}${number}`;
  return unit === '' || unit === '%' || unit === '°' ? `${number}${unit}` : `${number} ${unit}`;
}
