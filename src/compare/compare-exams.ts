/** The exams of two packages -> reasons to look before replacing: rules that learners were told, and attempts they may have used. Pure. */
import { type CreditRule, isUsualCredit } from '../shared/exam-data.ts';
import type { ActivityData } from '../shared/package-data.ts';
import { pairLists } from './compare-lists.ts';
import { FINDING_WORDS } from './comparison-words.ts';
import type { Reason } from './package-comparison.ts';
import type { PackageFacts } from './package-facts.ts';

type Exam = Extract<ActivityData, { kind: 'exam' }>;

export function compareExams({ data: before }: PackageFacts, { data: after }: PackageFacts): readonly Reason[] {
  const { both } = pairLists(before.activities, after.activities, ({ id }) => id);
  return both.flatMap(({ old, new: now }): readonly Reason[] => [
    ...(old.kind === 'exam' && now.kind === 'exam' ? [...compareAttempts(old, now), ...compareRules(old, now)] : []),
    ...compareCredit(old, now),
  ]);
}

function compareAttempts(old: Exam, now: Exam): readonly Reason[] {
  if (now.attempts === 0 || (old.attempts !== 0 && old.attempts <= now.attempts)) return [];
  const sentences = FINDING_WORDS.attemptsLowered(now.title, old.attempts, now.attempts);
  return [{ id: 'attempts-lowered', topic: 'pass rule', weight: 'check', ...sentences }];
}

/** Time, modes, feedback and shuffling, as far as they changed. */
function compareRules(old: Exam, now: Exam): readonly Reason[] {
  const changes = [
    ...(old.limitMinutes === now.limitMinutes ? [] : [FINDING_WORDS.examTime(old.limitMinutes, now.limitMinutes)]),
    ...(isSameSet(old.factors, now.factors) ? [] : [FINDING_WORDS.examFactors(old.factors, now.factors)]),
    ...(isSameSet(old.modes, now.modes) ? [] : [FINDING_WORDS.examModes(old.modes, now.modes)]),
    ...(old.feedback === now.feedback ? [] : [FINDING_WORDS.examFeedback(old.feedback, now.feedback)]),
  ];
  if (changes.length === 0) return [];
  const sentences = FINDING_WORDS.examRulesChanged(now.title, changes);
  return [{ id: 'exam-rules-changed', topic: 'pass rule', weight: 'check', ...sentences }];
}

function isSameSet(old: readonly (string | number)[], now: readonly (string | number)[]): boolean {
  return old.length === now.length && old.every((entry) => now.includes(entry));
}

function compareCredit(old: ActivityData, now: ActivityData): readonly Reason[] {
  if (!('pool' in old) || !('pool' in now) || ruleText(old.credit) === ruleText(now.credit)) return [];
  const sentences = FINDING_WORDS.creditChanged(now.title);
  return [{ id: 'credit-changed', topic: 'pass rule', weight: 'check', ...sentences }];
}

/** Equal for rules that grade alike. */
function ruleText(rule: CreditRule | undefined): string {
  if (rule === undefined || isUsualCredit(rule)) return '';
  const own = Object.entries(rule.byType).filter(([, policy]) => policy !== rule.policy);
  return [rule.policy, ...own.map(([type, policy]) => `${type} ${policy}`).sort()].join('\n');
}
