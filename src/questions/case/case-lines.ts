/** Puts what a case came to into words: one line for each row and each missing code, with its field. Pure. */
import type { CodedWords } from '../../shared/words/player-words.ts';
import { type CodeSystem, showCode } from '../coded/code-form.ts';
import { type FindingLine, toFindingLine } from '../coded/finding-lines.ts';
import type { CaseAnswer } from './answer.ts';
import type { CaseFinding, CaseResult } from './match-case.ts';
import type { CaseField, Poa } from './rows.ts';

export interface CaseLine {
  readonly field: CaseField;
  readonly line: FindingLine;
}

export function toCaseLines(
  answer: CaseAnswer,
  result: CaseResult,
  whyHtml: Readonly<Record<string, string>>,
  words: CodedWords,
): readonly CaseLine[] {
  return result.findings.map((found) => {
    const systems: readonly CodeSystem[] = found.field === 'x' ? answer.procedureSystems : ['icd-10-cm'];
    const line = toFindingLine(found.finding, { systems, whyHtml, words, extract: answer.extract });
    return { field: found.field, line: addCaseNotes(line, found, answer, words) };
  });
}

function addCaseNotes(line: FindingLine, found: CaseFinding, answer: CaseAnswer, words: CodedWords): FindingLine {
  const { finding, poa, place, behind } = found;
  const { fixed } = words;
  if (finding.kind !== 'right') return line;
  const notes = [
    ...(place === undefined ? [] : [placeNote(place, answer.setting, words)]),
    ...(behind === undefined ? [] : [words.codeBehind({ code: showCode(behind.code, behind.system) })]),
    ...(poa === undefined ? [] : [poaNote(poa.given, poa.right, words)]),
    ...(finding.expected.optional ? [fixed.codeOptional] : []),
  ];
  const isWhole = place === undefined && behind === undefined && poa === undefined;
  return {
    ...line,
    mark: isWhole ? line.mark : 'partly',
    verdict: place !== undefined || behind !== undefined ? fixed.codeWrongPlace : line.verdict,
    notes: [...line.notes, ...notes],
  };
}

function placeNote(place: 'first' | 'not-first', setting: CaseAnswer['setting'], { fixed }: CodedWords): string {
  if (setting === 'inpatient') return place === 'not-first' ? fixed.isPrincipal : fixed.isNotPrincipal;
  return place === 'not-first' ? fixed.isFirstListed : fixed.isNotFirstListed;
}

function poaNote(given: Poa | undefined, right: Poa, words: CodedWords): string {
  const name = (poa: Poa): string => (poa === 'E' ? words.fixed.poaExempt : poa);
  return given === undefined
    ? words.poaLacks({ right: name(right) })
    : words.poaDiffers({ given: name(given), right: name(right) });
}
