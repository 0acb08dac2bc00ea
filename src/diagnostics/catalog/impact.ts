/** CW5300-5319: what a new edition does to a course, as `codes impact` finds it. */
import { defineRule, type Rule } from '../rule.ts';

/** Finished sentences of the report. */
export interface ImpactFacts {
  readonly message: string;
  readonly action: string;
}

type Texts = Pick<Rule<ImpactFacts>, 'code' | 'name' | 'severity' | 'why' | 'fix' | 'before' | 'after'>;

function defineImpact(texts: Texts): Rule<ImpactFacts> {
  return defineRule<ImpactFacts>({ ...texts, message: ({ message }) => message, hint: ({ action }) => action });
}

export const impactBroken = defineImpact({
  code: 'CW5300',
  name: 'update-breaks-code',
  severity: 'error',
  why: 'The new edition no longer has this code as a valid one: the question has no right answer, or the text teaches a code that is refused.',
  fix: 'Replace the code by the successor that fits, then run "coursewright codes lock".',
  before: 'code: S30.1XXA',
  after: 'code: S30.11XA',
});

export const impactNoOption = defineImpact({
  code: 'CW5301',
  name: 'update-leaves-no-option',
  severity: 'error',
  why: 'All options of the question are codes, and the new edition has none of them as a valid one.',
  fix: 'Replace the options, or name the edition that the question is about with "edition:".',
  before: 'options: G35, D71',
  after: 'options: G35.A, D71.1',
});

export const impactPoa = defineImpact({
  code: 'CW5302',
  name: 'update-moves-poa',
  severity: 'error',
  why: 'A code that is exempt must have no POA indicator, and one that is not must have one.',
  fix: 'Change the indicator that is right.',
  before: 'poa: Y',
  after: 'poa: exempt',
});

export const impactReview = defineImpact({
  code: 'CW5310',
  name: 'update-touches-code',
  severity: 'warning',
  why: 'The code is still valid, but something about it has changed: a better code may exist, a wrong option may be right, a title or table is another.',
  fix: 'Read the place again with the new edition at hand.',
  before: 'code: E11.9   (a record of a remission)',
  after: 'code: E11.A',
});

export const impactText = defineImpact({
  code: 'CW5311',
  name: 'update-dates-text',
  severity: 'warning',
  why: 'Numbers of guidelines move and years pass; learners who look them up find something else.',
  fix: 'Correct the number or the year.',
  before: 'guideline: Section I.C.1.a.2.i',
  after: 'guideline: Section I.C.1.a.2.j',
});

export const impactRules = [impactBroken, impactNoOption, impactPoa, impactReview, impactText] as const;
