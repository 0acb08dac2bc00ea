/**
 * Reads codes as people type and paste them: separators, list numbers, blanks inside a code, O for 0 and I for 1.
 * Pure. It knows the form of codes, not which of them are right.
 */
import { type CodeSystem, fitsAny, fitsSystem, LONGEST_CODE, toCanonicalCode } from './code-form.ts';

export interface ReadCodes {
  /** In typed order, A-Z and 0-9 only, seven characters at most. */
  readonly codes: readonly string[];
  /** Pieces that are no code at all, as they were typed. */
  readonly unread: readonly string[];
  /** Whether an O or I of an ICD-10-PCS code was read as 0 or 1. */
  readonly mended: boolean;
}

/** Comma, semicolon, new line, tab, two blanks. */
const SEPARATOR = /[,;、\n\r\t]|\s{2,}/;
const BULLET = /^[•*·‣▪–—-]+\s+/;
/** `1.`, `2)`, `(3)` before a code. */
const LIST_NUMBER = /^\(?\d{1,2}[.):]+(?:\s+|$)/;
/** A list number without a sign behind it. */
const BARE_NUMBER = /^\d{1,2}\s+/;
const CODE = /^[A-Z0-9]+$/;

export function readCodes(text: string, systems: readonly CodeSystem[]): ReadCodes {
  const codes: string[] = [];
  const unread: string[] = [];
  let mended = false;
  for (const piece of text.normalize('NFKC').split(SEPARATOR).map(trimPiece)) {
    for (const part of splitPiece(piece, systems)) {
      const code = toCanonicalCode(part);
      if (code === '') continue;
      if (!CODE.test(code) || code.length > LONGEST_CODE) {
        unread.push(part);
        continue;
      }
      const better = mendPcs(code, systems);
      mended ||= better !== code;
      codes.push(better);
    }
  }
  return { codes, unread, mended };
}

function trimPiece(piece: string): string {
  return piece.trim().replace(BULLET, '').replace(LIST_NUMBER, '').trim();
}

/** `0DT J4ZZ` is one code, `E11.9 I10` are two, `1 E11.9` is one with its number in a list. */
function splitPiece(piece: string, systems: readonly CodeSystem[]): readonly string[] {
  const rest = piece.replace(BARE_NUMBER, '');
  const whole = rest !== piece && fitsAny(toCanonicalCode(rest), systems) ? rest : piece;
  const parts = whole.split(/\s+/);
  return parts.length > 1 && parts.every((part) => fitsAny(toCanonicalCode(part), systems)) ? parts : [whole];
}

function swapLetters(code: string): string {
  return code.replaceAll('O', '0').replaceAll('I', '1');
}

/** No code of ICD-10-PCS has an O or an I. In ICD-10-CM both are letters of real codes (O80, I10). */
function mendPcs(code: string, systems: readonly CodeSystem[]): string {
  if (!systems.includes('icd-10-pcs')) return code;
  if (systems.length === 1) return swapLetters(code);
  const better = swapLetters(code);
  return fitsSystem(better, 'icd-10-pcs') && !fitsAny(code, systems) ? better : code;
}

/** A code of the right form that differs from a wrong one by O for 0 or I for 1 alone; undefined where there is none. */
export function suggestCode(code: string, systems: readonly CodeSystem[]): string | undefined {
  if (fitsAny(code, systems)) return undefined;
  const first = code.charAt(0).replace('0', 'O').replace('1', 'I');
  const candidates = [
    swapLetters(code),
    `${code.charAt(0)}${swapLetters(code.slice(1))}`,
    first + swapLetters(code.slice(1)),
  ];
  return candidates.find((candidate) => candidate !== code && fitsAny(candidate, systems));
}
