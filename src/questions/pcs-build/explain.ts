/** What is said of a built code after grading: of each character, with the official definitions, and of the code as a whole. Pure. */
import { meaningOfLast, type PcsExtract, valueName } from '../../shared/pcs-tables.ts';
import type { CodedWords } from '../../shared/words/player-words.ts';
import type { FindingLine } from '../coded/finding-lines.ts';
import type { CharacterNote } from '../pcs-character/note.ts';
import type { PcsBuildAnswer } from './answer.ts';
import { type CharacterFinding, compareCode } from './compare-code.ts';

export interface ExplainContext {
  readonly answer: PcsBuildAnswer;
  /** Reasons by part. */
  readonly whyHtml: Readonly<Record<string, string>>;
  /** The code as it was given; empty where there was none. */
  readonly built: string;
  readonly words: CodedWords;
}

export function explainCharacter(
  { number, given, right, isRight }: CharacterFinding,
  { answer, whyHtml, built, words }: ExplainContext,
): CharacterNote {
  const { tables } = answer;
  const { fixed } = words;
  const key = compareCode(answer, built).right;
  const own = built.slice(0, number);
  const proper = key.slice(0, number);
  const isAnswered = built !== '';
  const said = (beginning: string, value: string): string =>
    tables === null || value === '' ? value : valueName(tables, beginning);
  const notes = isRight
    ? []
    : [
        isAnswered
          ? words.pcsChosen({ given: given === '' ? fixed.noCharacter : said(own, given), right: said(proper, right) })
          : words.codeRightIs({ code: said(proper, right) }),
      ];
  return {
    kind: isRight ? 'chosen-key' : isAnswered ? (given === '' ? 'missed-key' : 'chosen-wrong') : 'key',
    text: verdictOf(),
    notes,
    whyHtml: whyHtml[String(number)] ?? '',
    definitions:
      tables === null
        ? []
        : [proper, ...(isRight || given === '' ? [] : [own])].flatMap((beginning) => defined(tables, beginning, words)),
  };

  function verdictOf(): string {
    if (isRight) return fixed.codeRight;
    if (!isAnswered) return fixed.markKey;
    return given === '' ? fixed.markMissedKey : fixed.codeWrong;
  }
}

function defined(tables: PcsExtract, beginning: string, words: CodedWords): CharacterNote['definitions'] {
  const meaning = meaningOfLast(tables, beginning);
  if (meaning === undefined) return [];
  const { definition, explanation, includes } = meaning;
  const sentences = [definition, explanation, includes === '' ? '' : words.pcsIncludes({ names: includes })];
  const text = sentences.filter((sentence) => sentence !== '').map((sentence) => sentence.replace(/\.?$/, '.'));
  return [{ name: valueName(tables, beginning), text: text.join(' ') }];
}

/** The code in one line, with official titles where they are known. */
export function explainCode({ answer, whyHtml, built, words }: ExplainContext): FindingLine {
  const { right } = compareCode(answer, built);
  const titled = (code: string): string => `${code} ${answer.titles[code] ?? ''}`.trim();
  if (answer.key.includes(built)) {
    return { code: built, mark: 'chosen-key', verdict: words.fixed.codeRight, notes: titleOf(built), whysHtml: [] };
  }
  const keyNote = words.codeRightIs({ code: titled(right) });
  if (built === '') {
    return { code: right, mark: 'missed-key', verdict: words.fixed.codeMissing, notes: titleOf(right), whysHtml: [] };
  }
  return {
    code: built,
    mark: 'chosen-wrong',
    verdict: words.fixed.codeWrong,
    notes: [...titleOf(built), keyNote],
    whysHtml: [whyHtml[built] ?? ''],
  };

  function titleOf(code: string): readonly string[] {
    const title = answer.titles[code];
    return title === undefined ? [] : [title];
  }
}
