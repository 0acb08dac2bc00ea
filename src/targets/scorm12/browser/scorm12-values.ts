/** Turns neutral values into the text forms of SCORM 1.2 and back. Pure. */
import type { ResponseRecord } from '../../../shared/lms-session.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** CMITimespan `HHHH:MM:SS.SS`, two decimals because Moodle reads 30.5 as 30.05 (RTE 3.4.3, lms-rules R10). */
export function toTimespan(ms: number): string {
  const hundredths = Math.min(Math.max(0, Math.round(ms / 10)), 9999 * 360_000 + 359_999);
  const seconds = Math.floor(hundredths / 100);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

/** CMITime `HH:MM:SS` of the learner's day, without decimals (RTE 3.4.3). */
export function toTimeOfDay(epochMs: number): string {
  const date = new Date(epochMs);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** CMIDecimal with at most two decimals. */
export function toDecimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Another text for the same number, where there is one with at most two decimals. */
export function respellDecimal(text: string): string {
  if (!text.includes('.')) return `${text}.0`;
  return /\.\d$/.test(text) ? `${text}0` : text;
}

/** Milliseconds of a CMITimespan, `HHHH:MM:SS.SS`, with two to four digits of hours (RTE 3.4.3); null for anything else. */
export function readTimespan(text: string): number | null {
  const [, hours, minutes, seconds] = /^(\d{2,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)$/.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined || seconds === undefined) return null;
  return (Number(hours) * 3600 + Number(minutes) * 60) * 1000 + Math.round(Number(seconds) * 1000);
}

/** A number that an LMS answered; null for anything else. */
export function readDecimal(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}

/** Characters an LMS takes as `student_response` or pattern (RTE 3.4.4: CMIString255). */
const FEEDBACK_CHARACTERS = 255;

/**
 * CMIFeedback (RTE 3.4.4, lms-rules R11): `t` or `f`; single characters, comma separated, for choices and sequences; pairs
 * `1.b,2.a`; a decimal; typed pieces as one text, which is cut between pieces where it would be too long.
 */
export function toFeedback(type: ResponseRecord['type'], parts: readonly string[]): string {
  switch (type) {
    case 'true-false':
      return parts[0] ?? '';
    case 'choice':
    case 'sequencing':
      return parts.join(',');
    case 'matching':
      return parts.map((pair) => `${pair.charAt(0)}.${pair.slice(1)}`).join(',');
    case 'numeric':
      return parts[0] ?? '';
    case 'fill-in':
      return joinPieces(parts);
  }
}

function joinPieces(pieces: readonly string[]): string {
  let text = '';
  for (const [at, piece] of pieces.entries()) {
    const next = text === '' ? piece : `${text}, ${piece}`;
    const rest = at === pieces.length - 1 ? '' : ', ...';
    if (next.length + rest.length > FEEDBACK_CHARACTERS) {
      return text === '' ? piece.slice(0, FEEDBACK_CHARACTERS) : `${text}, ...`;
    }
    text = next;
  }
  return text;
}

/** CMIResult. Moodle refuses "incorrect", the standard's word is "wrong". */
export function toResult(credit: number): string {
  if (credit >= 1) return 'correct';
  return credit <= 0 ? 'wrong' : toDecimal(credit);
}

/** CMIIdentifier: printable ASCII without blanks, 255 characters at most. */
export function toIdentifier(id: string): string {
  return id.replace(/[^\x21-\x7e]/g, '-').slice(0, 255);
}
