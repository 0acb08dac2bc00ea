/** A code of ICD-10-PCS to build, seen by the compiler. */
import type { ResolvedContent } from '../../compiler/content.ts';
import type { PcsDrill } from '../../compiler/pcs-drill.ts';
import {
  givenNotInKey,
  missAgainstGiven,
  offerAgainstGiven,
  outpatientDrill,
  whyOfGiven,
} from '../../diagnostics/catalog/pcs-drills.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { editionName } from '../../shared/edition-names.ts';
import { nameOfLast, nextValues, PCS_LENGTH, PCS_TABLE_LENGTH } from '../../shared/pcs-tables.ts';
import { checkCodeList, type ListedCode } from '../coded/check-code-list.ts';
import { fitsSystem, toCanonicalCode } from '../coded/code-form.ts';
import type { Locate, QuestionTexts, QuestionType } from '../question-type.ts';
import type { PcsBuildBody } from './body.ts';
import { agrees } from './offered-tables.ts';
import { type PcsBuildSource, pcsBuildSchema, WHY_NAMES } from './source.ts';

const SYSTEM = 'icd-10-pcs';
const UNKNOWN_DRILL: PcsDrill = { edition: undefined, source: undefined, extract: undefined };

/** Every code of the question with its place. */
function listCodes({ expect, also = [], misses = [] }: PcsBuildSource): readonly ListedCode[] {
  return [
    { code: expect, system: SYSTEM, path: ['expect'], use: 'key' },
    ...also.map((code, at): ListedCode => ({ code, system: SYSTEM, path: ['also', at], use: 'key' })),
    ...misses.map(({ code }, at): ListedCode => ({ code, system: SYSTEM, path: ['misses', at, 'code'], use: 'miss' })),
  ];
}

/** What is given must be a beginning of every code, and everything else must leave it alone. */
function checkGiven(source: PcsBuildSource, locate: Locate, report: Reporter): void {
  const { id: question, given = '', offer = [], why = {} } = source;
  for (const { code, path, use } of listCodes(source)) {
    const canonical = toCanonicalCode(code);
    if (!fitsSystem(canonical, SYSTEM) || canonical.startsWith(given)) continue;
    report.add(use === 'key' ? givenNotInKey : missAgainstGiven, locate(path), { question, code: canonical, given });
  }
  offer.forEach((prefix, at) => {
    if (!agrees(prefix, given))
      report.add(offerAgainstGiven, locate(['offer', at]), { question, offer: prefix, given });
  });
  for (const name of WHY_NAMES.slice(0, given.length)) {
    if (why[name] !== undefined) report.add(whyOfGiven, locate(['why', name]), { question, name, given });
  }
}

/** Where one table, body system or section alone is offered, there is nothing to choose. */
function completeGiven(given: string, drill: PcsDrill): string {
  if (drill.extract === undefined || given.length >= PCS_TABLE_LENGTH) return given;
  const [only, ...others] = nextValues(drill.extract, given);
  return only === undefined || others.length > 0 ? given : completeGiven(given + only, drill);
}

/** Where rows and names come from, in a sentence for learners. */
function sourceSentence({ edition, source, extract }: PcsDrill, { words }: QuestionTexts): string {
  const own = editionName(edition ?? SYSTEM);
  if (extract === undefined) return words.pcsRowsUnknown({ edition: own });
  return source === undefined || source === edition
    ? words.pcsRowsFrom({ edition: own })
    : words.pcsRowsFitted({ edition: own, source: editionName(source) });
}

export const pcsBuild: QuestionType<PcsBuildSource, PcsBuildBody<ResolvedContent>> = {
  type: 'pcs-build',
  schema: pcsBuildSchema,

  check(source, locate, report) {
    const { id: question, setting } = source;
    checkCodeList(question, listCodes(source), locate, report);
    checkGiven(source, locate, report);
    if (setting === undefined || setting === 'inpatient') return;
    report.add(outpatientDrill, locate(['setting']), { question, setting });
  },

  markdownPaths({ why = {}, misses = [] }) {
    return [
      'stem',
      ...WHY_NAMES.flatMap((name) => (why[name] === undefined ? [] : [`why.${name}`])),
      ...misses.map((_, index) => `misses.${index}.why`),
      'rationale',
    ];
  },

  buildBody({ expect, also = [], given = '', why = {}, misses = [] }, content, reference) {
    const { titleOf, drill = UNKNOWN_DRILL } = reference;
    const codes = [expect, ...also].map(toCanonicalCode);
    const missed = misses.map(({ code }, index) => ({
      code: toCanonicalCode(code),
      why: content(`misses.${index}.why`),
    }));
    const titles = [...codes, ...missed.map(({ code }) => code)].flatMap((code) => {
      const title = titleOf(SYSTEM, code);
      return title === '' ? [] : [[code, title] as const];
    });
    return {
      type: 'pcs-build',
      codes,
      given: completeGiven(given, drill),
      whys: WHY_NAMES.flatMap((name, at) =>
        why[name] === undefined ? [] : [{ character: at + 1, why: content(`why.${name}`) }],
      ),
      misses: missed,
      titles: Object.fromEntries(titles),
      drill,
    };
  },

  // What is given may change: an answer is a whole code either way.
  answerBasis({ expect, also = [] }) {
    return `pcs-build;${[expect, ...also].map(toCanonicalCode).sort().join(' ')}`;
  },

  answerData: ({ type, codes, given, misses, titles, drill }) => ({
    type,
    options: [],
    pinned: [],
    key: codes,
    select: 1,
    given,
    misses: misses.map(({ code }) => code),
    titles,
    tables: drill.extract ?? null,
  }),
  answerSize: () => ({ form: 'codes', most: 1, length: PCS_LENGTH }),
  reasons: ({ whys, misses }) => [
    ...whys.map(({ character, why }) => [String(character), why] as const),
    ...misses.map(({ code, why }) => [code, why] as const),
  ],
  partialView: ({ given, drill }, texts) => {
    const { words } = texts;
    return {
      instruction: words.buildCode({ count: PCS_LENGTH - given.length }),
      source: sourceSentence(drill, texts),
      characters: WHY_NAMES.map((_, at) => ({
        number: String(at + 1),
        label: words.pcsCharacter({ number: at + 1 }),
        given: given.charAt(at),
        name: at < given.length && drill.extract !== undefined ? nameOfLast(drill.extract, given.slice(0, at + 1)) : '',
      })),
    };
  },
  hooks: () => [
    { attribute: 'data-cw="characters"', times: 1 },
    ...WHY_NAMES.map((_, at) => ({ attribute: `data-cw-character="${at + 1}"`, times: 1 })),
    { attribute: 'data-cw="part-label"', times: PCS_LENGTH },
    { attribute: 'data-cw="why"', times: PCS_LENGTH },
    { attribute: 'data-cw="pcs-state"', times: 1 },
    { attribute: 'data-cw="findings"', times: 1 },
  ],
  // Reports hold codes as `toPcsBuildResponse` writes them.
  sheetRows: ({ codes, misses, titles }, { plain }) => [
    ...codes.map((code) => ({ shown: code, text: titles[code] ?? '', right: true })),
    ...misses.map(({ code, why }) => ({ shown: code, text: plain(why), right: false })),
  ],
};
