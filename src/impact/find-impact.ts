/** The codes that courses name, and two editions -> which questions and lessons are broken, to review or safe. Prints nothing. */
import type { CodeChange } from '../code-sets/edition-changes.ts';
import { findChanges } from '../code-sets/edition-changes.ts';
import type { Edition } from '../code-sets/edition.ts';
import { formatEditionName } from '../code-sets/edition-name.ts';
import { formatCode, toPlainCode } from '../code-sets/official/code-forms.ts';
import type { CodeUse } from '../compiler/code-use.ts';
import type { AuthoredCourse } from '../compiler/hand-over.ts';
import type { GuidelineMapSource } from '../compiler/source-format/guideline-map.ts';
import { findTextImpact, type TextContext } from './find-text-impact.ts';
import type { CourseImpact, ImpactFinding, ImpactReport, Verdict } from './impact-report.ts';
import { IMPACT_WORDS } from './impact-words.ts';

/** Two editions of one system. */
export interface EditionPair {
  readonly from: Edition;
  readonly to: Edition;
}

export interface ImpactRequest {
  /** Read one after the other; none is kept. */
  readonly courses: Iterable<AuthoredCourse>;
  readonly pairs: readonly EditionPair[];
  /** The decoded text of a file of the workspace. */
  readonly textOf: (file: string) => string | undefined;
  readonly guidelineMaps: readonly GuidelineMapSource[];
}

export function findImpact({ courses, pairs, textOf, guidelineMaps }: ImpactRequest): ImpactReport {
  const known = new Map<string, readonly CodeChange[]>();
  const changesOf = (pair: EditionPair, code: string): readonly CodeChange[] => {
    const key = `${pair.to.name.system} ${toPlainCode(code)}`;
    const found = known.get(key) ?? findChanges(pair.from, pair.to, code);
    known.set(key, found);
    return found;
  };
  const context = { pairs, changesOf, textOf, guidelineMaps };
  const impacts = Array.from(courses, (course) => findCourseImpact(course, context));
  const sum = (count: (course: CourseImpact) => number) => impacts.reduce((total, course) => total + count(course), 0);
  return {
    from: pairs.map(({ from }) => formatEditionName(from.name)),
    to: pairs.map(({ to }) => formatEditionName(to.name)),
    broken: sum(({ broken }) => broken),
    review: sum(({ review }) => review),
    safe: sum(({ safe }) => safe),
    courses: impacts,
  };
}

function findCourseImpact(course: AuthoredCourse, context: TextContext): CourseImpact {
  const { pairs, changesOf } = context;
  const findings: ImpactFinding[] = [];
  for (const use of course.codeUses) {
    const pair = pairs.find(({ from }) => from.name.system === use.system);
    // A question that names another edition stays with it.
    if (pair === undefined || (use.edition !== undefined && use.edition !== formatEditionName(pair.from.name)))
      continue;
    for (const change of changesOf(pair, use.code)) {
      const verdict = judge(use, change);
      if (verdict !== undefined) findings.push(toFinding(course.folder, use, change, verdict));
    }
  }
  findings.push(...findEmptyQuestions(course, pairs), ...findTextImpact(course, context));
  const items = [
    ...[...course.questions.keys()].map((id) => `question ${id}`),
    ...[...course.lessons.keys()].map((id) => `lesson ${id}`),
  ];
  const worst = new Map<string, Verdict>();
  for (const { owner, verdict } of findings) {
    const key = `${owner.kind} ${owner.id}`;
    if (worst.get(key) !== 'broken') worst.set(key, verdict);
  }
  const count = (verdict: Verdict) => [...worst.values()].filter((found) => found === verdict).length;
  return {
    course: course.folder,
    title: course.data.title,
    broken: count('broken'),
    review: count('review'),
    safe: items.filter((item) => !worst.has(item)).length,
    findings: sortFindings(findings),
  };
}

/** Undefined where the change does not touch this use. */
function judge({ role, answer }: CodeUse, { kind }: CodeChange): Verdict | undefined {
  const isWrong = role === 'distractor' || role === 'meant-wrong';
  switch (kind) {
    case 'deleted':
    case 'header':
      return role === 'meant-wrong' ? undefined : isWrong ? 'review' : 'broken';
    case 'now-valid':
      return isWrong ? 'review' : undefined;
    case 'carved':
    case 'retitled':
    case 'rows':
      return isWrong ? undefined : 'review';
    case 'poa':
      return answer?.poa === undefined ? undefined : 'broken';
  }
}

function toFinding(course: string, use: CodeUse, change: CodeChange, verdict: Verdict): ImpactFinding {
  const shown = (code: string) => formatCode(use.system, code);
  const successors = 'successors' in change ? change.successors : [];
  return {
    kind: change.kind,
    verdict,
    course,
    owner: use.owner,
    span: use.span,
    what: shown(toPlainCode(use.code)),
    title: change.title,
    use: use.answer === undefined ? use.role : `case answer (${use.answer.field})`,
    successors: successors.map(({ code, title }) => ({ code: shown(code), title })),
    message: IMPACT_WORDS.message(change, shown(toPlainCode(use.code))),
    action: IMPACT_WORDS.action[change.kind],
  };
}

/** Questions whose options are codes, of which none is valid any more. */
function findEmptyQuestions(course: AuthoredCourse, pairs: readonly EditionPair[]): readonly ImpactFinding[] {
  const options = new Map<string, CodeUse[]>();
  for (const use of course.codeUses) {
    if (use.owner.kind !== 'question' || (use.role !== 'key' && use.role !== 'distractor')) continue;
    options.set(use.owner.id, [...(options.get(use.owner.id) ?? []), use]);
  }
  return [...options.values()].flatMap((uses): readonly ImpactFinding[] => {
    const [first] = uses;
    if (first === undefined || uses.length < 2) return [];
    const isValidIn = (side: 'from' | 'to') => (use: CodeUse) => {
      const edition = pairs.find(({ from }) => from.name.system === use.system)?.[side];
      const entry = edition?.find(use.code);
      return edition === undefined || (entry !== undefined && entry.kind !== 'header');
    };
    if (!uses.some(isValidIn('from')) || uses.some(isValidIn('to'))) return [];
    return [
      {
        kind: 'no-valid-option',
        verdict: 'broken',
        course: course.folder,
        owner: first.owner,
        span: first.span,
        what: first.owner.id,
        title: '',
        use: 'options',
        successors: [],
        message: IMPACT_WORDS.noValidOption,
        action: IMPACT_WORDS.action['no-valid-option'],
      },
    ];
  });
}

function sortFindings(findings: readonly ImpactFinding[]): readonly ImpactFinding[] {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...findings].sort(
    (a, b) =>
      byText(a.span.file, b.span.file) ||
      a.span.start - b.span.start ||
      byText(a.kind, b.kind) ||
      byText(a.what, b.what),
  );
}
