/** Decision guides -> their data and texts; reports rules that name what is not there and outcomes that nobody can be given. */
import {
  guideQuestionWithoutRule,
  outcomeOutOfReach,
  unknownGuideAnswer,
  unknownGuideQuestion,
  unknownOutcome,
} from '../../diagnostics/catalog/guides.ts';
import { idDiffersFromFile } from '../../diagnostics/catalog/workspace.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { recommend } from '../../shared/guide-data.ts';
import type { AuthoredContent } from '../content.ts';
import type { Authored, AuthoredGuide, NamedPlace } from '../hand-over.ts';
import { ID_PATTERN } from '../source-format/fields.ts';
import { type GuideSource, guideMarkdownPaths, guideSchema } from '../source-format/guide.ts';
import { parseMarkdown } from '../syntax/markdown/parse-markdown.ts';
import { findNode, keySpanOf, spanOf } from '../syntax/yaml/query-yaml.ts';
import type { YamlDocument } from '../syntax/yaml/yaml-tree.ts';
import { checkDocument } from './check-form.ts';
import { checkTags, reportDuplicates } from './check-ids.ts';
import { readFormerIds, scalarAt } from './validate-banks.ts';
import { baseName } from './workspace-files.ts';

export interface GuideDraft {
  readonly file: string;
  readonly name: NamedPlace;
  /** Undefined when the file is broken anywhere. */
  readonly guide: AuthoredGuide | undefined;
}

/** Every combination of answers is tried while there are no more than these. */
const MOST_COMBINATIONS = 50_000;

export function validateGuide(document: YamlDocument, report: Reporter): GuideDraft {
  const { file, root } = document;
  const written = scalarAt(root, ['id']);
  const known = ID_PATTERN.test(written);
  const name = {
    id: known ? written : baseName(file),
    span: known && root !== undefined ? spanOf(file, root, ['id']) : { file, start: 0, end: 0 },
    formerly: readFormerIds(file, root, ['formerly']),
  };
  if (known && written !== baseName(file)) {
    report.add(idDiffersFromFile, name.span, { id: written, file: baseName(file) });
  }
  const authored = checkDocument(document, guideSchema, 'this guide', report);
  if (authored === undefined) return { file, name, guide: undefined };
  const names = checkNames(authored, report);
  const isWhole = checkRules(authored, report);
  if (isWhole) checkReach(authored, report);
  return { file, name, guide: { ...authored, questionNames: names, content: parseTexts(authored, report) } };
}

/** @returns the questions' names in the package's data */
function checkNames({ file, data, tree }: Authored<GuideSource>, report: Reporter): readonly NamedPlace[] {
  const placesIn = (path: readonly (string | number)[], entries: readonly { readonly id: string }[]) =>
    entries.map(({ id }, index) => ({ id, span: spanOf(file, tree, [...path, index, 'id']) }));
  reportDuplicates('questions of one guide', placesIn(['questions'], data.questions), report);
  reportDuplicates('outcomes of one guide', placesIn(['outcomes'], data.outcomes), report);
  data.questions.forEach(({ id, answers }, index) => {
    reportDuplicates(`answers of "${id}"`, placesIn(['questions', index, 'answers'], answers), report);
  });
  return data.questions.map(({ id }, index) => ({
    id: guideQuestionId(data.id, id),
    span: spanOf(file, tree, ['questions', index, 'id']),
    formerly: [],
  }));
}

/** A dot stands in no other id, so that a guide's question never has the id of a bank's. */
export function guideQuestionId(guide: string, question: string): string {
  return `${guide}.${question}`;
}

/** False when a rule names something that is not there. */
function checkRules({ file, data, tree }: Authored<GuideSource>, report: Reporter): boolean {
  let isWhole = true;
  const questions = new Map(data.questions.map((question) => [question.id, question.answers.map(({ id }) => id)]));
  const outcomes = data.outcomes.map(({ id }) => id);
  const checkOutcome = (outcome: string, path: readonly (string | number)[]): void => {
    if (outcomes.includes(outcome)) return;
    isWhole = false;
    const nearest = findNearestName(outcome, outcomes);
    report.add(unknownOutcome, spanOf(file, tree, path), { outcome, nearest });
  };
  data.rules.forEach(({ when, suggests }, index) => {
    for (const [question, answers] of Object.entries(when)) {
      const path = ['rules', index, 'when', question];
      const known = questions.get(question);
      if (known === undefined) {
        isWhole = false;
        const nearest = findNearestName(question, [...questions.keys()]);
        report.add(unknownGuideQuestion, keySpanOf(file, tree, path), { question, nearest });
        continue;
      }
      answers.forEach((answer, at) => {
        if (known.includes(answer)) return;
        isWhole = false;
        report.add(unknownGuideAnswer, spanOf(file, tree, [...path, at]), { question, answer, known });
      });
    }
    checkOutcome(suggests, ['rules', index, 'suggests']);
  });
  checkOutcome(data.otherwise, ['otherwise']);
  return isWhole;
}

/** Reports outcomes that no answers lead to, and questions that no rule looks at. */
function checkReach({ file, data, tree }: Authored<GuideSource>, report: Reporter): void {
  const asked = new Set(data.rules.flatMap(({ when }) => Object.keys(when)));
  data.questions.forEach(({ id }, index) => {
    if (asked.has(id)) return;
    report.add(guideQuestionWithoutRule, spanOf(file, tree, ['questions', index, 'id']), { question: id });
  });
  const deciding = data.questions.filter(({ id }) => asked.has(id));
  const combinations = deciding.reduce((product, { answers }) => product * answers.length, 1);
  if (combinations > MOST_COMBINATIONS) return;
  const rules = toGuideRules(data);
  const reached = new Set<string>();
  for (let number = 0; number < combinations; number++) {
    let rest = number;
    const answers = new Map<string, string>();
    for (const { id, answers: choices } of deciding) {
      answers.set(id, choices[rest % choices.length]?.id ?? '');
      rest = Math.floor(rest / choices.length);
    }
    reached.add(recommend(rules, answers).outcome);
  }
  data.outcomes.forEach(({ id }, index) => {
    if (reached.has(id)) return;
    report.add(outcomeOutOfReach, spanOf(file, tree, ['outcomes', index, 'id']), { outcome: id });
  });
}

function toGuideRules({ outcomes, rules, otherwise }: GuideSource) {
  return {
    outcomes: outcomes.map(({ id }) => id),
    rules: rules.map(({ when, suggests, weight }) => ({ when, suggests, weight: weight ?? 1 })),
    otherwise,
  };
}

function parseTexts({ file, data, tree }: Authored<GuideSource>, report: Reporter): AuthoredGuide['content'] {
  const content = new Map<string, AuthoredContent>();
  for (const path of guideMarkdownPaths(data)) {
    const scalar = findNode(tree, path.split('.'));
    if (scalar?.kind !== 'scalar') continue;
    content.set(path, parseMarkdown({ file, text: scalar.text, map: scalar.map }, report));
  }
  return content;
}

/** Ids of a course's guides must not shorten to one tag with each other's questions or with those of its banks. */
export function checkGuideTags(
  guides: readonly GuideDraft[],
  questions: readonly NamedPlace[],
  report: Reporter,
): void {
  const own = guides.flatMap(({ guide }) => guide?.questionNames ?? []);
  if (own.length > 0) checkTags('questions', [...questions, ...own], report);
}
