/** Turns bytes into text as the rest of the compiler wants it: no BOM, LF line ends. Knows nothing of what the text says. */
import { isUtf8 } from 'node:buffer';
import { notUtf8, nulCharacter } from '../../diagnostics/catalog/files.ts';
import type { Reporter } from '../../diagnostics/report.ts';

/** The decoded text. Bytes that are no UTF-8 are reported at the first of them and become U+FFFD; nothing is thrown. */
export function decodeText(file: string, bytes: Uint8Array, report: Reporter): string {
  const valid = isUtf8(bytes);
  const text = normalize(new TextDecoder('utf-8').decode(bytes));
  if (!valid) {
    const at = findInvalidByte(bytes);
    const start = normalize(new TextDecoder('utf-8').decode(bytes.subarray(0, at))).length;
    report.add(
      notUtf8,
      { file, start, end: Math.min(start + 1, text.length) },
      { byte: `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}` },
    );
  }
  const nul = text.indexOf('\0');
  if (nul === -1) return text;
  if (valid) report.add(nulCharacter, { file, start: nul, end: nul + 1 }, {});
  return text.replaceAll('\0', '\u{fffd}');
}

/** TextDecoder has taken one BOM away; a second one comes from joined files. */
function normalize(text: string): string {
  const start = text.startsWith('\u{feff}') ? text.slice(1) : text;
  return start.includes('\r') ? start.replace(/\r\n?/g, '\n') : start;
}

/** Index of the first byte that starts no valid UTF-8 sequence. */
function findInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // A prefix may end inside a character: the longest valid prefix lies within three bytes of any valid cut.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValidPrefix(bytes, middle)) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low--;
  return Math.min(low, Math.max(0, bytes.length - 1));
}

/** True when the first `length` bytes are UTF-8 but for a character that the cut may have broken. */
function isValidPrefix(bytes: Uint8Array, length: number): boolean {
  for (let cut = 0; cut <= 3 && cut <= length; cut++) {
    if (!isUtf8(bytes.subarray(0, length - cut))) continue;
    if (cut === 0) return true;
    const first = bytes[length - cut] ?? 0;
    const expected = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
    return expected > cut && isLikelyStart(bytes, length - cut, cut);
  }
  return false;
}

function isLikelyStart(bytes: Uint8Array, start: number, count: number): boolean {
  for (let i = 1; i < count; i++) if (((bytes[start + i] ?? 0) & 0xc0) !== 0x80) return false;
  return (bytes[start] ?? 0) <= 0xf4;
}
