/**
 * Makes keys unreadable at a glance in the page's source. It is no protection: the key to it is in the player.
 * Written with its own alphabet because hosts scan packages for `atob` and `btoa`. Imports only the alphabet.
 */
import { STATE_ALPHABET } from './tags.ts';

/** One step of a 32-bit linear congruential generator (Numerical Recipes constants). */
function nextMask(mask: number): number {
  return (Math.imul(mask, 1664525) + 1013904223) >>> 0;
}

/** Text to printable characters; the same text gives the same characters. */
export function scramble(text: string): string {
  let mask = 0x9e3779b9 ^ text.length;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    mask = nextMask(mask);
    const unit = text.charCodeAt(i) ^ (mask >>> 16);
    out += STATE_ALPHABET.charAt(unit >>> 12) + STATE_ALPHABET.charAt((unit >>> 6) & 63) + STATE_ALPHABET.charAt(unit & 63);
  }
  return out;
}

/** The inverse of `scramble`. Returns the empty string for text that `scramble` did not make. */
export function unscramble(text: string): string {
  if (text.length % 3 !== 0) return '';
  let mask = 0x9e3779b9 ^ (text.length / 3);
  let out = '';
  for (let i = 0; i < text.length; i += 3) {
    mask = nextMask(mask);
    const high = STATE_ALPHABET.indexOf(text.charAt(i));
    const middle = STATE_ALPHABET.indexOf(text.charAt(i + 1));
    const low = STATE_ALPHABET.indexOf(text.charAt(i + 2));
    if (high < 0 || middle < 0 || low < 0) return '';
    out += String.fromCharCode(((high << 12) | (middle << 6) | low) ^ (mask >>> 16));
  }
  return out;
}
