/**
 * An exam as its author wrote it, its blueprint and the questions of its banks -> what each attempt draws, and why that cannot
 * be. Pure. Validation reports the problems; the model takes the plan. Knows neither places in files nor pages.
 */
import { type ExamDraw, type ExamFacts, type PracticeSet, TIME_FACTORS, type TimeFactor } from '../shared/exam-data.ts';
import type { AuthoredQuestion } from './hand-over.ts';
import { lengthsThatWork, shareItems, toShare } from './share-items.ts';
import type { BlueprintSource } from './source-format/blueprint.ts';
import { type CaseCounts, countsBySetting, sumOfCases } from './source-format/case-counts.ts';
import type { ExamSource } from './source-format/exam.ts';
import { SETTINGS, type Setting } from './source-format/settings.ts';

/** What planning must know of a question. */
export interface Candidate {
  readonly id: string;
  readonly type: string;
  readonly domain: string;
  readonly pretest: boolean;
  /** Empty for a question that is drawn alone. */
  readonly group: string;
  /** Of a case; undefined for any other question. */
  readonly setting: Setting | undefined;
}

export function toCandidate({ source, domain }: AuthoredQuestion): Candidate {
  return {
    id: source.id,
    type: source.type,
    domain,
    pretest: source.pretest ?? false,
    group: source.group ?? '',
    setting: source.type === CASE_TYPE ? source.setting : undefined,
  };
}

export interface ExamRequest {
  readonly exam: ExamSource;
  readonly blueprint: BlueprintSource | undefined;
  /** The questions of the exam's banks in bank order. */
  readonly candidates: readonly Candidate[];
}

/** One draw and what it stands for. */
export interface PlannedDraw {
  /** A domain's id; the empty text for a draw over all domains. */
  readonly domain: string;
  readonly kind: 'items' | 'cases' | 'pretest';
  /** Of the cases of one setting; undefined for a draw over all of them, and for any other draw. */
  readonly setting?: Setting;
  /** Questions of each attempt. */
  readonly count: number;
  readonly pool: readonly string[];
}

export type PlanProblem =
  | { readonly kind: 'no-plan' }
  | {
      readonly kind: 'range-missed';
      readonly items: number;
      /** Undefined where the ranges can be met one by one and not together. */
      readonly section: { readonly title: string; readonly min: number; readonly max: number } | undefined;
      readonly works: readonly number[];
    }
  /** Questions, or cases with all that belongs to each. */
  | { readonly kind: 'too-few'; readonly draw: PlannedDraw; readonly needs: number; readonly has: number }
  | {
      readonly kind: 'groups-misfit';
      readonly draw: PlannedDraw;
      readonly sizes: readonly number[];
      /** The largest smaller number that the groups can make up. */
      readonly nearest: number;
    }
  /** Of one setting, where cases are drawn by setting. */
  | { readonly kind: 'cases-differ'; readonly sizes: readonly number[]; readonly setting: Setting | undefined }
  | { readonly kind: 'group-split'; readonly group: string; readonly question: string; readonly why: GroupSplit }
  | { readonly kind: 'never-drawn'; readonly domain: string; readonly questions: number }
  | { readonly kind: 'cases-never-drawn'; readonly setting: Setting; readonly cases: number };

/** What a question of a group does not share with the group's first. */
export type GroupSplit = 'domain' | 'pretest';

export type ExamPlan = Omit<ExamFacts, 'kind' | 'lookUp' | 'credit' | 'lessons' | 'lessonsElsewhere' | 'real'> & {
  readonly planned: readonly PlannedDraw[];
  readonly problems: readonly PlanProblem[];
};

export const CASE_TYPE = 'case';

/** Questions that are drawn together; a question alone is a unit of one. */
interface Unit {
  readonly group: string;
  readonly members: readonly Candidate[];
}

export function planExam(request: ExamRequest): ExamPlan {
  const problems: PlanProblem[] = [];
  const units = toUnits(request.candidates, problems);
  const isPretest = (unit: Unit) => unit.members.some(({ pretest }) => pretest);
  const isCase = (unit: Unit) => unit.members.some(({ type }) => type === CASE_TYPE);
  const items = units.filter((unit) => !isPretest(unit) && !isCase(unit));
  const cases = units.filter((unit) => !isPretest(unit) && isCase(unit));
  const pretest = units.filter(isPretest);
  const planned = [
    ...planItems(request, items, problems),
    ...planCases(request, cases, problems),
    ...planPretest(request, pretest, problems),
  ];
  const draws: readonly ExamDraw[] = planned.map(({ count, pool }) => ({ count, of: pool.length }));
  const pool = planned.flatMap((draw) => draw.pool);
  const draw = planned.reduce((sum, { count }) => sum + count, 0);
  const drawn = new Set(pool);
  const { exam } = request;
  return {
    planned,
    problems,
    pool,
    draws,
    draw,
    groups: units
      .filter(({ members }) => members.length > 1 && members.every(({ id }) => drawn.has(id)))
      .map(({ members }) => members.map(({ id }) => id)),
    limitMinutes: minutesOf(request),
    factors: factorsOf(exam),
    modes: exam.modes ?? (withholds(exam) ? ['exam'] : ['exam', 'study']),
    feedback: exam.feedback ?? 'end',
    attempts: exam.attempts ?? 0,
    sets: exam.sets ?? defaultSets(exam, planned, draw),
    shuffle: exam.shuffle ?? true,
  };
}

/** True for an exam with a time limit. */
export function isTimed({ minutes, blueprint }: ExamSource): boolean {
  return minutes === undefined ? blueprint !== undefined : minutes !== 'untimed';
}

/** True for an exam whose keys practice would give away. */
export function withholds(exam: ExamSource): boolean {
  return exam.feedback === 'passed' || exam.feedback === 'never';
}

/** Scored items of one attempt as the author or the blueprint says; undefined where neither does. */
export function itemsOf({ exam, blueprint }: Pick<ExamRequest, 'exam' | 'blueprint'>): number | undefined {
  if (exam.draws !== undefined) return exam.draws.reduce((sum, { count }) => sum + count, 0);
  return exam.items ?? blueprint?.['items-scored'];
}

/** The part of the real exam that this one is. */
function scaleOf(request: ExamRequest): number {
  const real = request.blueprint?.['items-scored'];
  const items = itemsOf(request);
  return real === undefined || items === undefined ? 1 : items / real;
}

function toUnits(candidates: readonly Candidate[], problems: PlanProblem[]): readonly Unit[] {
  const groups = new Map<string, Candidate[]>();
  const units: { readonly group: string; readonly members: Candidate[] }[] = [];
  for (const candidate of candidates) {
    const members = candidate.group === '' ? undefined : groups.get(candidate.group);
    if (members === undefined) {
      const unit = { group: candidate.group, members: [candidate] };
      units.push(unit);
      if (candidate.group !== '') groups.set(candidate.group, unit.members);
      continue;
    }
    const [first] = members;
    members.push(candidate);
    if (first === undefined) continue;
    const found = { kind: 'group-split', group: candidate.group, question: candidate.id } as const;
    if (first.pretest !== candidate.pretest) problems.push({ ...found, why: 'pretest' });
    else if (first.domain !== candidate.domain) problems.push({ ...found, why: 'domain' });
  }
  return units;
}

function domainOf(unit: Unit): string {
  return unit.members[0]?.domain ?? '';
}

function poolOf(units: readonly Unit[]): readonly string[] {
  return units.flatMap(({ members }) => members.map(({ id }) => id));
}

function planItems(request: ExamRequest, units: readonly Unit[], problems: PlanProblem[]): readonly PlannedDraw[] {
  const { exam, blueprint } = request;
  const inDomain = (domain: string) => units.filter((unit) => domainOf(unit) === domain);
  const plan = (domain: string, own: readonly Unit[], count: number) =>
    checkedDraw({ domain, kind: 'items', count, pool: poolOf(own) }, own, problems);
  const total = itemsOf(request);
  if (exam.draws !== undefined) {
    const draws = exam.draws.map(({ domain, count }) => plan(domain, inDomain(domain), count));
    noteNeverDrawn(
      exam.draws.map(({ domain }) => domain),
      units,
      problems,
    );
    return draws;
  }
  if (total === undefined) {
    problems.push({ kind: 'no-plan' });
    return [];
  }
  if (blueprint === undefined) return [plan('', units, total)];
  const { sections } = blueprint;
  const shares = sections.map(toShare);
  noteNeverDrawn(
    sections.map(({ id }) => id),
    units,
    problems,
  );
  const own = sections.map(({ id }) => inDomain(id));
  const shared = shareItems(
    shares,
    total,
    own.map((units) => poolOf(units).length),
  );
  if (shared.kind !== 'counts') {
    const section = shared.kind === 'no-whole-number' ? sections[shared.at] : undefined;
    problems.push({
      kind: 'range-missed',
      items: total,
      section: section?.percent === undefined ? undefined : { title: section.title, ...section.percent },
      works: lengthsThatWork(shares, total),
    });
    return [];
  }
  return sections.flatMap(({ id }, index) => {
    const count = shared.counts[index] ?? 0;
    return count === 0 ? [] : [plan(id, own[index] ?? [], count)];
  });
}

function noteNeverDrawn(domains: readonly string[], units: readonly Unit[], problems: PlanProblem[]): void {
  const others = new Map<string, number>();
  for (const unit of units) {
    const domain = domainOf(unit);
    if (!domains.includes(domain)) others.set(domain, (others.get(domain) ?? 0) + unit.members.length);
  }
  for (const [domain, questions] of others) problems.push({ kind: 'never-drawn', domain, questions });
}

function planCases(request: ExamRequest, units: readonly Unit[], problems: PlanProblem[]): readonly PlannedDraw[] {
  const cases = casesOf(request);
  if (sumOfCases(cases) === 0) return [];
  const plan = (own: readonly Unit[], wanted: number, setting?: Setting): PlannedDraw => {
    const sizes = sizesOf(own);
    if (sizes.length > 1) problems.push({ kind: 'cases-differ', sizes, setting });
    const count = wanted * (sizes[0] ?? 1);
    const draw: PlannedDraw = { domain: '', kind: 'cases', count, pool: poolOf(own), ...(setting && { setting }) };
    if (own.length < wanted) problems.push({ kind: 'too-few', draw, needs: wanted, has: own.length });
    return draw;
  };
  if (typeof cases === 'number') return [plan(units, cases)];
  return SETTINGS.flatMap((setting) => {
    const own = units.filter((unit) => settingOf(unit) === setting);
    const wanted = cases[setting] ?? 0;
    if (wanted > 0) return [plan(own, wanted, setting)];
    if (own.length > 0) problems.push({ kind: 'cases-never-drawn', setting, cases: own.length });
    return [];
  });
}

/** As the exam says, else as many of the blueprint's scenarios as the exam is a part of the real one. */
function casesOf(request: ExamRequest): CaseCounts {
  const { exam, blueprint } = request;
  if (exam.cases !== undefined) return exam.cases;
  const inAll = Math.round(sumOfCases(blueprint?.scenarios) * scaleOf(request));
  const settings = countsBySetting(blueprint?.scenarios);
  if (settings === undefined) return inAll;
  const shared = shareItems(
    settings.map(({ count }) => ({ kind: 'count', count })),
    inAll,
  );
  const counts = shared.kind === 'counts' ? shared.counts : [];
  return Object.fromEntries(settings.map(({ setting }, index) => [setting, counts[index] ?? 0]));
}

/** Of the case that the unit holds. */
function settingOf({ members }: Unit): Setting | undefined {
  return members.find(({ setting }) => setting !== undefined)?.setting;
}

function planPretest(request: ExamRequest, units: readonly Unit[], problems: PlanProblem[]): readonly PlannedDraw[] {
  const { exam, blueprint } = request;
  const pool = poolOf(units);
  const usual = Math.round((blueprint?.['items-pretest'] ?? 0) * scaleOf(request));
  const count = exam.pretest ?? Math.min(usual, largestCount(units, usual));
  if (count === 0) return [];
  return [checkedDraw({ domain: '', kind: 'pretest', count, pool }, units, problems)];
}

function checkedDraw(draw: PlannedDraw, units: readonly Unit[], problems: PlanProblem[]): PlannedDraw {
  const { count, pool } = draw;
  if (pool.length < count) {
    problems.push({ kind: 'too-few', draw, needs: count, has: pool.length });
    return draw;
  }
  const nearest = largestCount(units, count);
  if (nearest !== count) problems.push({ kind: 'groups-misfit', draw, sizes: sizesOf(units), nearest });
  return draw;
}

function sizesOf(units: readonly Unit[]): readonly number[] {
  return [...new Set(units.map(({ members }) => members.length))].sort((a, b) => a - b);
}

/** The largest number of questions, at most `count`, that whole units can make up. */
function largestCount(units: readonly Unit[], count: number): number {
  const reached = new Set([0]);
  for (const { members } of units) {
    for (const sum of [...reached]) if (sum + members.length <= count) reached.add(sum + members.length);
    if (reached.has(count)) return count;
  }
  return Math.max(...reached);
}

function minutesOf(request: ExamRequest): number {
  const { minutes } = request.exam;
  if (minutes === 'untimed') return 0;
  return minutes ?? Math.max(0, Math.ceil((request.blueprint?.minutes ?? 0) * scaleOf(request) - 1e-9));
}

function factorsOf(exam: ExamSource): readonly TimeFactor[] {
  const named = (exam['time-factors'] ?? [1]).map((factor) => (factor === 'untimed' ? 0 : factor));
  return named.flatMap((factor) => TIME_FACTORS.find((known) => known === factor) ?? []);
}

const USUAL_SIZES = [10, 25, 50];

function defaultSets(exam: ExamSource, planned: readonly PlannedDraw[], draw: number): readonly PracticeSet[] {
  if (withholds(exam)) return [];
  const domains = new Set(planned.map(({ domain }) => domain).filter((domain) => domain !== ''));
  const pool = planned.reduce((sum, { pool }) => sum + pool.length, 0);
  return [
    ...USUAL_SIZES.filter((size) => size < draw),
    ...(domains.size > 1 ? (['domain'] as const) : []),
    'missed',
    'flagged',
    ...(pool > draw ? (['unseen'] as const) : []),
    'due',
  ];
}
