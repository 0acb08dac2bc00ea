/** Puts findings about typed codes into words, one line for each. Pure. */
import type { CodeExtract } from '../../shared/code-extract.ts';
import { pcsAxis } from '../../shared/pcs-axes.ts';
import type { CodedWords } from '../../shared/words/player-words.ts';
import { typedCodeNotes } from './typed-code-notes.ts';
import { type CodeSystem, showCode, showTypedCode } from './code-form.ts';
import type { CodeFinding, ExpectedCode } from './match-codes.ts';
import type { NearCode } from './near-codes.ts';

export interface FindingLine {
  /** As people read it. */
  readonly code: string;
  readonly mark: 'chosen-key' | 'chosen-wrong' | 'missed-key' | 'partly' | 'note';
  readonly verdict: string;
  /** Sentences, such as how near the code comes. */
  readonly notes: readonly string[];
  /** Reasons, as finished HTML. */
  readonly whysHtml: readonly string[];
}

export interface LineContext {
  readonly systems: readonly CodeSystem[];
  /** Reasons by part. */
  readonly whyHtml: Readonly<Record<string, string>>;
  readonly words: CodedWords;
  /** What the package knows of codes. */
  readonly extract?: CodeExtract | undefined;
}

export function toFindingLine(finding: CodeFinding, { systems, whyHtml, words, extract }: LineContext): FindingLine {
  const { fixed } = words;
  const ofCode = (given: string, right: ExpectedCode | undefined): readonly string[] =>
    typedCodeNotes({ given, right, systems, extract, words });
  const why = (part: string | undefined): string => whyHtml[part ?? ''] ?? '';
  const rightIs = (expected: ExpectedCode): string =>
    words.codeRightIs({ code: showCode(expected.code, expected.system) });
  if (finding.kind === 'missing') {
    const { code, system, part } = finding.expected;
    return {
      code: showCode(code, system),
      mark: 'missed-key',
      verdict: fixed.codeMissing,
      notes: [],
      whysHtml: [why(part)],
    };
  }
  const known = 'expected' in finding ? finding.expected : undefined;
  const code = known === undefined ? showTypedCode(finding.given, systems) : showCode(finding.given, known.system);
  const wrong = (verdict: string, notes: readonly string[], whysHtml: readonly string[]): FindingLine => ({
    code,
    mark: 'chosen-wrong',
    verdict,
    notes,
    whysHtml,
  });
  switch (finding.kind) {
    case 'right':
      return { code, mark: 'chosen-key', verdict: fixed.codeRight, notes: [], whysHtml: [why(finding.expected.part)] };
    case 'near': {
      const { near, expected, given } = finding;
      return wrong(
        fixed.codeWrong,
        [
          ...(near.miss === 'placeholder' ? [] : ofCode(given, expected)),
          ...nearNotes(near, given, expected, words),
          rightIs(expected),
        ],
        [why(expected.part)],
      );
    }
    case 'named': {
      const { expected, part, given } = finding;
      return wrong(
        fixed.codeWrong,
        [...ofCode(given, expected), ...(expected === undefined ? [] : [rightIs(expected)])],
        [why(part), why(expected?.part)],
      );
    }
    case 'extra':
      return wrong(
        finding.miss === 'other-system' ? fixed.codeOtherSystem : fixed.codeExtra,
        ofCode(finding.given, undefined),
        [],
      );
    case 'duplicate':
      return { code, mark: 'note', verdict: fixed.codeTwice, notes: [], whysHtml: [] };
  }
}

/** How a wrong code comes near the right one. */
function nearNotes(near: NearCode, given: string, right: ExpectedCode, words: CodedWords): readonly string[] {
  const { fixed } = words;
  switch (near.miss) {
    case 'placeholder':
      return [fixed.nearPlaceholder];
    case 'incomplete-code':
      return [fixed.nearIncomplete];
    case 'seventh-character':
      return [fixed.nearSeventh];
    case 'code-detail':
      return near.characters.map((n) =>
        words.nearDetail({ number: n, given: given.charAt(n - 1), right: right.code.charAt(n - 1) }),
      );
    case 'same-category':
      return [fixed.nearCategory];
    default:
      return near.characters.map((n) =>
        words.nearPcs({
          number: n,
          axis: words.fixed[`axis-${pcsAxis(right.code, n)}`],
          given: given.charAt(n - 1),
          right: right.code.charAt(n - 1),
        }),
      );
  }
}
