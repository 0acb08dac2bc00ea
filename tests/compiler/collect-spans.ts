/** Collects every piece of a parsed text that carries its place, for tests that compare places with the source. */
import type { AuthoredContent, Spanned } from '../../src/compiler/content.ts';

export function collectSpanned(content: AuthoredContent): readonly Spanned[] {
  const found: Spanned[] = [];
  walk(content, found);
  return found;
}

function walk(value: unknown, found: Spanned[]): void {
  if (Array.isArray(value) || value instanceof Map) {
    for (const child of value.values()) walk(child, found);
  } else if (typeof value === 'object' && value !== null) {
    if (isSpanned(value)) found.push(value);
    for (const child of Object.values(value)) walk(child, found);
  }
}

function isSpanned(value: object): value is Spanned {
  return 'value' in value && typeof value.value === 'string' && 'span' in value;
}
