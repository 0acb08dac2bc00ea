/**
 * A decision guide as compiler and player know it, and what it recommends to whom. Pure: the build proves with it that each
 * outcome can be reached, the player gives the advice. Knows no texts and no page.
 */

/** Answers of a learner: the id of the answer by the id of the question in the guide. */
export type GuideAnswers = ReadonlyMap<string, string>;

export interface GuideRule {
  /** Ids of answers by the id of their question: the rule holds when each question got one of its answers. */
  readonly when: Readonly<Record<string, readonly string[]>>;
  /** The id of an outcome. */
  readonly suggests: string;
  readonly weight: number;
}

/** What a guide has beside the facts of every activity. */
export interface GuideFacts {
  readonly kind: 'guide';
  /** Ids of its questions in the package's data, in order; their answers are kept like those of quick checks. */
  readonly checks: readonly string[];
  /** Ids of the questions as the rules name them, in the same order. */
  readonly asks: readonly string[];
  readonly outcomes: readonly string[];
  readonly rules: readonly GuideRule[];
  /** The outcome where no rule holds. */
  readonly otherwise: string;
}

/** What a guide says to a learner. */
export interface Recommendation {
  readonly outcome: string;
  /** Places of the rules that hold and speak for it, in the guide's order. */
  readonly reasons: readonly number[];
  /** Places of the rules that hold and speak for something else. */
  readonly objections: readonly number[];
}

type Rules = Pick<GuideFacts, 'outcomes' | 'rules' | 'otherwise'>;

function holds({ when }: GuideRule, answers: GuideAnswers): boolean {
  return Object.entries(when).every(([question, wanted]) => wanted.includes(answers.get(question) ?? ''));
}

/** The outcome whose rules weigh most; of equal ones the earlier. */
export function recommend({ outcomes, rules, otherwise }: Rules, answers: GuideAnswers): Recommendation {
  const held = rules.flatMap((rule, index) => (holds(rule, answers) ? [index] : []));
  const weightOf = (outcome: string): number =>
    held.reduce((sum, index) => sum + (rules[index]?.suggests === outcome ? rules[index].weight : 0), 0);
  const best = outcomes.reduce<{ outcome: string; weight: number }>(
    (leader, outcome) => {
      const weight = weightOf(outcome);
      return weight > leader.weight ? { outcome, weight } : leader;
    },
    { outcome: otherwise, weight: 0 },
  );
  return {
    outcome: best.outcome,
    reasons: held.filter((index) => rules[index]?.suggests === best.outcome),
    objections: held.filter((index) => rules[index]?.suggests !== best.outcome),
  };
}
