/** What holds for any two packages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePackages } from '../../src/compare/compare-packages.ts';
import { formatChangeLog } from '../../src/compare/format-change-log.ts';
import { formatComparison } from '../../src/compare/format-comparison.ts';
import type { PackageComparison } from '../../src/compare/package-comparison.ts';
import { packageFacts } from './random-facts.ts';

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id).sort();

describe('any two packages', () => {
  it('one with itself is no difference', () => {
    fc.assert(
      fc.property(packageFacts, (facts) => {
        const { verdict, findings, activities, questions, files } = comparePackages(facts, facts);
        const nothing = { added: [], removed: [], changed: [] };
        expect({ verdict, findings, activities, questions, files }).toEqual({
          verdict: 'identical',
          findings: [],
          activities: nothing,
          questions: nothing,
          files: nothing,
        });
      }),
    );
  });

  it('swapped, swap what was added and removed, and agree on what changed', () => {
    fc.assert(
      fc.property(packageFacts, packageFacts, (a, b) => {
        const there = comparePackages(a, b);
        const back = comparePackages(b, a);
        for (const list of ['questions', 'activities'] as const) {
          expect(back[list].added).toEqual(there[list].removed);
          expect(back[list].removed).toEqual(there[list].added);
          expect(idsOf(back[list].changed)).toEqual(idsOf(there[list].changed));
        }
        expect(back.files.added).toEqual(there.files.removed);
        expect(back.files.changed).toEqual(there.files.changed);
        expect(back.rules.required.added).toHaveLength(there.rules.required.removed.length);
        expect(back.manifestChanged).toBe(there.manifestChanged);
      }),
    );
  });

  it('are judged by their gravest finding, which stands first', () => {
    fc.assert(
      fc.property(packageFacts, packageFacts, (a, b) => {
        const { verdict, findings } = comparePackages(a, b);
        const gravest = findings[0]?.weight ?? 'note';
        if (verdict !== 'identical') expect(verdict).toBe(gravest === 'note' ? 'safe' : gravest);
        if (a.data.name !== b.data.name) expect(verdict).toBe('unsafe');
        expect(findings.every(({ what }) => what.endsWith('.'))).toBe(true);
      }),
    );
  });

  it('keep an answer exactly when the player keeps it', () => {
    fc.assert(
      fc.property(packageFacts, packageFacts, (a, b) => {
        for (const { id, answers } of comparePackages(a, b).questions.changed) {
          const isSame = a.questions.get(id)?.check === b.questions.get(id)?.check;
          expect(answers).toBe(isSame ? 'kept' : 'asked again');
        }
      }),
    );
  });

  it('can be told as text, Markdown and JSON', () => {
    fc.assert(
      fc.property(packageFacts, packageFacts, (a, b) => {
        const comparison = comparePackages(a, b);
        const json: PackageComparison = JSON.parse(JSON.stringify(comparison));
        expect(formatComparison(json)).toBe(formatComparison(comparison));
        expect(formatComparison(comparison)).not.toMatch(/undefined|NaN|\[object/);
        expect(formatChangeLog(comparison)).not.toMatch(/undefined|NaN|\[object/);
      }),
    );
  });
});
