/** Reports exams whose draws, sets, feedback or groups cannot be as their author wrote them. What is drawn stands in `exam-plan.ts`. */
import * as rules from '../../diagnostics/catalog/exam-draws.ts';
import { unknownQuestionType } from '../../diagnostics/catalog/questions.ts';
import { unknownBlueprint } from '../../diagnostics/catalog/references.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { QUESTION_TYPES } from '../../questions/question-types.ts';
import {
  type ExamPlan,
  isTimed,
  type PlannedDraw,
  type PlanProblem,
  planExam,
  toCandidate,
  withholds,
} from '../exam-plan.ts';
import type { AuthoredQuestion } from '../hand-over.ts';
import type { BlueprintSource } from '../source-format/blueprint.ts';
import type { ExamSource } from '../source-format/exam.ts';
import { keySpanOf, spanOf } from '../syntax/yaml/query-yaml.ts';
import { checkBlueprintMatch } from './check-blueprint-match.ts';
import type { BankDraft, CourseDraft } from './course-draft.ts';
import { type EntryPlace, findBanks } from './find-banks.ts';
import type { SharedData } from './validate-shared-data.ts';

/** One exam, the place of its entry and what it is drawn by. */
interface ExamPlace extends EntryPlace {
  readonly exam: ExamSource;
  readonly module: string;
  readonly blueprint: BlueprintSource | undefined;
}

export function checkExams(course: CourseDraft, shared: SharedData, report: Reporter): void {
  const { tree, fields } = course;
  if (tree === undefined) return;
  checkCreditTypes(course.authored?.data['credit-by-type'], { course, tree, path: [], report });
  fields.outline?.forEach((module, m) => {
    module.activities.forEach((entry, a) => {
      const path = ['outline', m, 'activities', a];
      if ('quiz' in entry || 'exam' in entry) checkCreditTypes(entry['credit-by-type'], { course, tree, path, report });
      if (!('exam' in entry)) return;
      const blueprint = shared.blueprints.get(entry.blueprint ?? '')?.data;
      checkExam({ exam: entry, module: module.module, course, tree, path, blueprint, report }, shared);
    });
  });
}

function checkExam(place: ExamPlace, { blueprintIds }: SharedData): void {
  const { exam, course, blueprint, report } = place;
  checkOwnFields(place);
  const banks = findBanks(exam.from, place);
  const isKnown = exam.blueprint === undefined || blueprintIds.has(exam.blueprint);
  if (!isKnown && exam.blueprint !== undefined) {
    const nearest = findNearestName(exam.blueprint, blueprintIds);
    report.add(unknownBlueprint, valueAt(place, 'blueprint'), { id: exam.blueprint, nearest });
  }
  // A blueprint that is broken has been reported, and with it unknown there is nothing to hold the banks against.
  if (exam.blueprint !== undefined && blueprint === undefined) return;
  const questions = questionsOf(banks ?? []);
  const plan = planExam({ exam, blueprint, candidates: questions.map(toCandidate) });
  const isWhole = banks?.every((bank) => bank.readable && bank.questions.length === bank.names.length) ?? false;
  for (const problem of plan.problems) {
    if (isWhole || !DEPEND_ON_BANKS.has(problem.kind)) reportProblem(problem, plan, place);
  }
  if (blueprint !== undefined && exam.draws !== undefined) {
    checkBlueprintMatch(exam.draws, blueprint, keyAt(place, 'draws'), report);
  }
  if (!isWhole || plan.problems.some(({ kind }) => !REMARKS.has(kind))) return;
  checkGroups(questions, course, place);
  checkSets(plan, place);
  checkPool(plan, place);
}

/** Whether a second attempt finds new questions, and new records of each setting where they are drawn so. */
function checkPool(plan: ExamPlan, place: ExamPlace): void {
  const { report } = place;
  const isSmall = (draw: number, pool: number) => plan.attempts !== 1 && pool < draw * 1.5;
  if (isSmall(plan.draw, plan.pool.length)) {
    report.add(rules.poolSmall, valueAt(place, 'exam'), { draw: plan.draw, pool: plan.pool.length, setting: '' });
    return;
  }
  for (const draw of plan.planned) {
    const { setting, count, pool } = draw;
    if (setting === undefined || !isSmall(count, pool.length)) continue;
    report.add(rules.poolSmall, placeOfDraw(draw, place), { draw: count, pool: pool.length, setting });
  }
}

const DEPEND_ON_BANKS: ReadonlySet<PlanProblem['kind']> = new Set([
  'too-few',
  'groups-misfit',
  'cases-differ',
  'group-split',
  'never-drawn',
  'cases-never-drawn',
]);

/** What is said and hinders nothing. */
const REMARKS: ReadonlySet<PlanProblem['kind']> = new Set(['never-drawn', 'cases-never-drawn']);

function keyAt({ course, tree, path }: ExamPlace, field: string): Span {
  return keySpanOf(course.file, tree, [...path, field]);
}

function valueAt({ course, tree, path }: ExamPlace, ...field: readonly (string | number)[]): Span {
  return spanOf(course.file, tree, [...path, ...field]);
}

function questionsOf(banks: readonly BankDraft[]): readonly AuthoredQuestion[] {
  const unique = new Map(banks.flatMap((bank) => bank.questions).map((question) => [question.source.id, question]));
  return [...unique.values()];
}

/** What can be seen in the entry alone. */
function checkOwnFields(place: ExamPlace): void {
  const { exam, report } = place;
  if (exam.items !== undefined && exam.draws !== undefined) {
    const sum = exam.draws.reduce((total, { count }) => total + count, 0);
    report.add(rules.examItemsTwice, keyAt(place, 'items'), { exam: exam.exam, sum });
  }
  reportRepeated(
    'draws',
    exam.draws?.map(({ domain }) => `"${domain}"`),
    place,
  );
  for (const field of ['time-factors', 'modes', 'sets'] as const)
    reportRepeated(field, exam[field]?.map(String), place);
  if (withholds(exam)) {
    const facts = { feedback: exam.feedback ?? '' };
    if (exam.modes?.includes('study'))
      report.add(rules.practiceGivesAway, keyAt(place, 'modes'), { field: 'modes', ...facts });
    if ((exam.sets ?? []).length > 0)
      report.add(rules.practiceGivesAway, keyAt(place, 'sets'), { field: 'sets', ...facts });
  }
  if (exam.feedback === 'passed' && !hasPassMark(place)) {
    report.add(rules.feedbackNeverShown, valueAt(place, 'feedback'), { exam: exam.exam });
  }
  if (!isTimed(exam) && exam['time-factors']?.some((factor) => factor !== 1 && factor !== 'untimed')) {
    report.add(rules.factorsWithoutLimit, keyAt(place, 'time-factors'), { exam: exam.exam });
  }
}

/** Whether the package with the exam can be passed. A broken grade has been reported. */
function hasPassMark({ course, module }: ExamPlace): boolean {
  if (course.authored === undefined) return true;
  const { packages, grade } = course.authored.data;
  const part = packages?.find(({ modules }) => modules.includes(module));
  return (part?.grade ?? grade)?.pass !== undefined;
}

function reportRepeated(field: string, entries: readonly string[] | undefined, place: ExamPlace): void {
  entries?.forEach((entry, index) => {
    if (entries.indexOf(entry) !== index) {
      place.report.add(rules.examEntryTwice, valueAt(place, field, index), { field, entry });
    }
  });
}

function checkCreditTypes(
  byType: Readonly<Record<string, unknown>> | undefined,
  { course, tree, path, report }: EntryPlace,
): void {
  const known = QUESTION_TYPES.map(({ type }): string => type);
  for (const type of Object.keys(byType ?? {})) {
    if (known.includes(type)) continue;
    const span = keySpanOf(course.file, tree, [...path, 'credit-by-type', type]);
    report.add(unknownQuestionType, span, { type, known, nearest: findNearestName(type, known) });
  }
}

type TooFew = Extract<PlanProblem, { kind: 'too-few' }>;

function reportProblem(problem: PlanProblem, plan: ExamPlan, place: ExamPlace): void {
  const { exam, report, blueprint } = place;
  const domains = blueprint?.sections.map(({ id }) => id) ?? exam.draws?.map(({ domain }) => domain) ?? [];
  switch (problem.kind) {
    case 'no-plan':
      report.add(rules.examWithoutPlan, valueAt(place, 'exam'), { exam: exam.exam });
      return;
    case 'range-missed': {
      const { items, section, works } = problem;
      // Ranges that no number of items meets have been reported with the blueprint.
      if (section === undefined && works.length === 0) return;
      report.add(rules.rangesNotMet, valueAt(place, exam.items === undefined ? 'blueprint' : 'items'), {
        items,
        section,
        works,
      });
      return;
    }
    case 'too-few':
      reportTooFew(problem, plan, place);
      return;
    case 'groups-misfit': {
      const { draw, sizes, nearest } = problem;
      const name = draw.kind === 'pretest' ? 'the pretest' : draw.domain === '' ? 'the exam' : `"${draw.domain}"`;
      report.add(rules.groupsMisfit, placeOfDraw(draw, place), { draw: name, count: draw.count, sizes, nearest });
      return;
    }
    case 'cases-differ': {
      const span = valueAt(place, exam.cases === undefined ? 'blueprint' : 'cases');
      report.add(rules.casesDiffer, span, { sizes: problem.sizes, setting: problem.setting ?? '' });
      return;
    }
    case 'group-split': {
      const question = findQuestion(problem.question, place);
      const { group, why } = problem;
      if (question !== undefined) {
        const span = spanOf(question.file, question.tree, ['group']);
        report.add(rules.groupSplit, span, { group, question: problem.question, why });
      }
      return;
    }
    case 'never-drawn': {
      const { domain, questions } = problem;
      // The domain that a draw lacks has been named as what was meant there.
      if (findMisspelled(plan).includes(domain)) return;
      const nearest = findNearestName(domain, domains);
      report.add(rules.domainNeverDrawn, valueAt(place, 'exam'), { domain, questions, nearest });
      return;
    }
    case 'cases-never-drawn': {
      const { setting, cases } = problem;
      const span = exam.cases === undefined ? valueAt(place, 'blueprint') : keyAt(place, 'cases');
      report.add(rules.casesNeverDrawn, span, { setting, cases });
      return;
    }
    default:
      problem satisfies never;
  }
}

function reportTooFew({ draw, needs, has }: TooFew, plan: ExamPlan, place: ExamPlace): void {
  const { report } = place;
  const span = placeOfDraw(draw, place);
  if (draw.kind === 'cases') report.add(rules.casesTooFew, span, { needs, has, setting: draw.setting ?? '' });
  else if (draw.kind === 'pretest') report.add(rules.pretestTooFew, span, { needs, has });
  else {
    const nearest = findMisspelledFor({ draw, has }, plan);
    report.add(rules.sectionTooSmall, span, { domain: draw.domain, needs, has, nearest });
  }
}

/** The domain of questions that nobody draws, where a draw finds none and its name is near. */
function findMisspelledFor({ draw, has }: Pick<TooFew, 'draw' | 'has'>, { problems }: ExamPlan): string | undefined {
  if (has > 0 || draw.kind !== 'items') return undefined;
  const spare = problems.flatMap((problem) => (problem.kind === 'never-drawn' ? [problem.domain] : []));
  return findNearestName(draw.domain, spare);
}

function findMisspelled(plan: ExamPlan): readonly string[] {
  return plan.problems.flatMap((problem) =>
    problem.kind === 'too-few' ? (findMisspelledFor(problem, plan) ?? []) : [],
  );
}

/** Where the author says how much is drawn. */
function placeOfDraw(draw: PlannedDraw, place: ExamPlace): Span {
  const { exam } = place;
  const usual = exam.blueprint === undefined ? 'exam' : 'blueprint';
  if (draw.kind === 'cases') {
    if (exam.cases === undefined) return valueAt(place, usual);
    return draw.setting === undefined ? valueAt(place, 'cases') : valueAt(place, 'cases', draw.setting);
  }
  if (draw.kind === 'pretest') return valueAt(place, exam.pretest === undefined ? usual : 'pretest');
  const index = exam.draws?.findIndex(({ domain }) => domain === draw.domain) ?? -1;
  if (index !== -1) return valueAt(place, 'draws', index, 'count');
  return valueAt(place, exam.items === undefined ? usual : 'items');
}

function findQuestion(id: string, { course }: ExamPlace): AuthoredQuestion | undefined {
  return course.banks.flatMap((bank) => bank.questions).find(({ source }) => source.id === id);
}

/** Groups that reach into banks the exam does not draw from, and groups of one. */
function checkGroups(questions: readonly AuthoredQuestion[], course: CourseDraft, { report }: ExamPlace): void {
  const drawn = new Map<string, AuthoredQuestion[]>();
  for (const question of questions) {
    const { group } = question.source;
    if (group !== undefined) drawn.set(group, [...(drawn.get(group) ?? []), question]);
  }
  const inExam = new Set(questions.map(({ source }) => source.id));
  for (const question of course.banks.flatMap((bank) => bank.questions)) {
    const { id, group } = question.source;
    if (group === undefined || inExam.has(id) || !drawn.has(group)) continue;
    const path = question.bank.slice(course.folder.length + 1);
    report.add(rules.groupLeavesExam, spanOf(question.file, question.tree, ['group']), { group, question: id, path });
    drawn.delete(group);
  }
  for (const [group, [only, second]] of drawn) {
    if (only === undefined || second !== undefined) continue;
    const others = [...drawn.keys()].filter((name) => name !== group);
    const span = spanOf(only.file, only.tree, ['group']);
    report.add(rules.groupOfOne, span, { group, nearest: findNearestName(group, others) });
  }
}

function checkSets(plan: ExamPlan, place: ExamPlace): void {
  place.exam.sets?.forEach((set, index) => {
    if (typeof set !== 'number' || set < plan.draw) return;
    place.report.add(rules.setTooLarge, valueAt(place, 'sets', index), { set, draw: plan.draw });
  });
}
