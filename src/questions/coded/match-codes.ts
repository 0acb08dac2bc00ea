/**
 * Holds typed codes against the codes of a key: what is right, near, foreseen by the author, too much, twice or missing.
 * Pure. It knows no credit and no page.
 */

import { CODE_SYSTEMS, type CodeSystem } from '../../compiler/source-format/medical-codes.ts';
import type { Miss } from '../../shared/misses.ts';
import { fitsAny } from './code-form.ts';
import { findNearCode, type NearCode, pcsMiss } from './near-codes.ts';

/** A code of the key, canonical. */
export interface ExpectedCode {
  readonly code: string;
  /** Codes that are as right. */
  readonly also: readonly string[];
  readonly system: CodeSystem;
  /** Neither earns nor costs anything. */
  readonly optional: boolean;
  /** Names its reason. */
  readonly part: string;
}

/** A wrong code that the author foresaw. */
export interface NamedMiss {
  readonly code: string;
  readonly part: string;
}

/** What one typed code, or one code that was not typed, comes to. `at` is the place among the typed codes. */
export type CodeFinding =
  | { readonly kind: 'right'; readonly at: number; readonly given: string; readonly expected: ExpectedCode }
  | {
      readonly kind: 'near';
      readonly at: number;
      readonly given: string;
      readonly expected: ExpectedCode;
      readonly near: NearCode;
    }
  | {
      readonly kind: 'named';
      readonly at: number;
      readonly given: string;
      readonly part: string;
      /** The missing code that it comes near, if any. */
      readonly expected: ExpectedCode | undefined;
    }
  | {
      readonly kind: 'extra';
      readonly at: number;
      readonly given: string;
      readonly miss: 'extra-code' | 'other-system';
    }
  /** The same right code again, where it may be given once. */
  | { readonly kind: 'duplicate'; readonly at: number; readonly given: string }
  | { readonly kind: 'missing'; readonly expected: ExpectedCode };

export interface MatchParts {
  readonly given: readonly string[];
  readonly expected: readonly ExpectedCode[];
  readonly named: readonly NamedMiss[];
  /** Systems that the field asks for. */
  readonly systems: readonly CodeSystem[];
}

export function isRightFor({ code, also }: ExpectedCode, given: string): boolean {
  return code === given || also.includes(given);
}

/** Findings of typed codes in typed order, then what is missing in the order of the key. */
export function matchCodes({ given, expected, named, systems }: MatchParts): readonly CodeFinding[] {
  const found = new Map<number, CodeFinding>();
  const open = new Set(expected);
  const right = new Set<ExpectedCode>();
  given.forEach((code, at) => {
    const match = [...open].find((entry) => isRightFor(entry, code));
    if (match === undefined) return;
    open.delete(match);
    right.add(match);
    found.set(at, { kind: 'right', at, given: code, expected: match });
  });
  given.forEach((code, at) => {
    if (found.has(at)) return;
    // Guideline I.B.12: a diagnosis code is reported once per encounter. Procedures may be done twice.
    const again = [...right].find((entry) => isRightFor(entry, code));
    if (again !== undefined && again.system !== 'icd-10-pcs') found.set(at, { kind: 'duplicate', at, given: code });
  });
  given.forEach((code, at) => {
    const miss = named.find((entry) => entry.code === code);
    if (found.has(at) || miss === undefined) return;
    const place = closest([at], given, open)[0]?.expected;
    if (place !== undefined) open.delete(place);
    found.set(at, { kind: 'named', at, given: code, part: miss.part, expected: place });
  });
  const rest = given.flatMap((_, at) => (found.has(at) ? [] : [at]));
  for (const { at, expected: entry, near } of closest(rest, given, open)) {
    if (found.has(at) || !open.has(entry)) continue;
    open.delete(entry);
    found.set(at, { kind: 'near', at, given: given[at] ?? '', expected: entry, near });
  }
  return [
    ...given.map((code, at) => found.get(at) ?? toExtra(code, at, systems)),
    ...expected
      .filter((entry) => open.has(entry) && !entry.optional)
      .map((entry): CodeFinding => ({ kind: 'missing', expected: entry })),
  ];
}

interface Pair {
  readonly at: number;
  readonly expected: ExpectedCode;
  readonly near: NearCode;
}

/** Pairs of typed and open codes that are near, the nearest first. */
function closest(
  places: readonly number[],
  given: readonly string[],
  open: ReadonlySet<ExpectedCode>,
): readonly Pair[] {
  const pairs = places.flatMap((at) =>
    [...open].flatMap((expected) => {
      const near = [expected.code, ...expected.also]
        .flatMap((code) => findNearCode(given[at] ?? '', code, expected.system) ?? [])
        .sort((a, b) => a.distance - b.distance)[0];
      return near === undefined ? [] : [{ at, expected, near }];
    }),
  );
  return pairs.sort(
    (a, b) =>
      Number(a.expected.optional) - Number(b.expected.optional) || a.near.distance - b.near.distance || a.at - b.at,
  );
}

function toExtra(given: string, at: number, systems: readonly CodeSystem[]): CodeFinding {
  const isForeign = !fitsAny(given, systems) && fitsAny(given, CODE_SYSTEMS);
  return { kind: 'extra', at, given, miss: isForeign ? 'other-system' : 'extra-code' };
}

/** The kinds of miss of a finding; none where nothing is wrong. */
export function missesOf(finding: CodeFinding): readonly Miss[] {
  switch (finding.kind) {
    case 'right':
    case 'duplicate':
      return [];
    case 'near':
      return finding.near.miss.startsWith('pcs-') ? finding.near.characters.map(pcsMiss) : [finding.near.miss];
    case 'named':
      return ['named-miss'];
    case 'extra':
      return [finding.miss];
    case 'missing':
      return ['missed-code'];
  }
}
