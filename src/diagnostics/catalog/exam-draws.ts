/** CW4020-4049: exams, what they draw and what they show. */
import { defineRule } from '../rule.ts';

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
/** `none`, `only 1`. */
const scarce = (count: number) => (count === 0 ? 'none' : `only ${count}`);
const listed = (names: readonly (string | number)[], word = 'and'): string =>
  names.length < 2 ? String(names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`;

export const examWithoutPlan = defineRule<{ exam: string }>({
  code: 'CW4020',
  name: 'exam-without-plan',
  severity: 'error',
  message: ({ exam }) => `the exam "${exam}" does not say how many questions it draws`,
  hint: () => 'name a blueprint under "blueprint:", list "draws:" by domain, or write a number under "items:"',
  why: 'An exam draws an exact number of questions for each attempt, from each domain where it has a blueprint.',
  fix: 'Add `blueprint:`, `draws:` or `items:`.',
  before: '- exam: mock-exam\n  title: Mock exam\n  from: [banks/all.yaml]',
  after: '- exam: mock-exam\n  title: Mock exam\n  blueprint: cpc-2026\n  from: [banks/all.yaml]',
});

export const examItemsTwice = defineRule<{ exam: string; sum: number }>({
  code: 'CW4021',
  name: 'exam-items-twice',
  severity: 'error',
  message: ({ exam }) => `the exam "${exam}" says with both "items" and "draws" how many questions it has`,
  hint: ({ sum }) => `remove "items:"; the draws make ${sum}`,
  why: 'Two numbers for one thing contradict each other sooner or later.',
  fix: 'Keep `draws:`, or remove them and let the blueprint share out `items:`.',
  before: 'items: 20\ndraws:\n  - domain: anatomy\n    count: 12',
  after: 'draws:\n  - domain: anatomy\n    count: 12',
});

export const examEntryTwice = defineRule<{ field: string; entry: string }>({
  code: 'CW4022',
  name: 'exam-entry-twice',
  severity: 'error',
  message: ({ field, entry }) => `"${field}" names ${entry} twice`,
  hint: () => 'remove one of the two',
  why: 'Each choice is offered once, and each domain has one number.',
  fix: 'Write each entry once. Add up the counts of a domain that stands there twice.',
  before: 'time-factors: [1, 1.5, 1.5]',
  after: 'time-factors: [1, 1.5]',
});

export const rangesNotMet = defineRule<{
  items: number;
  section: { readonly title: string; readonly min: number; readonly max: number } | undefined;
  works: readonly number[];
}>({
  code: 'CW4023',
  name: 'ranges-not-met',
  severity: 'error',
  message: ({ items, section }) =>
    section === undefined
      ? `${items} items cannot be shared out so that every section lies in its range`
      : `no whole number of ${items} items is ${section.min} to ${section.max} percent, as "${section.title}" needs`,
  hint: ({ works }) =>
    works.length === 0
      ? 'list "draws:" with a count for each domain'
      : `${listed(works, 'or')} items can be shared out; or list "draws:" with a count for each domain`,
  why: 'The blueprint states percent ranges, and a practice exam must lie within all of them. With few items a narrow range can fall between two whole numbers.',
  fix: 'Choose another number of items, or say the counts yourself under `draws:`.',
  before: 'blueprint: ccs-2026\nitems: 25',
  after: 'blueprint: ccs-2026\nitems: 20',
});

export const sectionTooSmall = defineRule<{
  domain: string;
  needs: number;
  has: number;
  nearest: string | undefined;
}>({
  code: 'CW4024',
  name: 'section-too-small',
  severity: 'error',
  message: ({ domain, needs, has }) =>
    domain === ''
      ? `the exam draws ${counted(needs, 'question')}, but its banks hold ${scarce(has)}`
      : `the exam draws ${counted(needs, 'question')} of the domain "${domain}", but its banks hold ${scarce(has)}`,
  hint: ({ domain, needs, has, nearest }) =>
    nearest !== undefined && has === 0
      ? `did you mean the domain "${nearest}"?`
      : domain === ''
        ? `ask ${has} or fewer, or add questions`
        : `add ${counted(needs - has, 'question')} with "domain: ${domain}", name another bank under "from:", or ask for fewer items`,
  why: 'A question is drawn once at most, so there must be as many as each attempt asks. Questions with `pretest: true` and cases are drawn apart and do not count here.',
  fix: 'Add questions or banks, lower `items:`, or list `draws:` for the domains that you have.',
  before: 'blueprint: cpc-2026\nfrom: [banks/anatomy.yaml]',
  after: 'draws:\n  - domain: anatomy\n    count: 8\nfrom: [banks/anatomy.yaml]',
});

/** `setting` is empty where the exam draws over all settings. */
export const casesTooFew = defineRule<{ needs: number; has: number; setting: string }>({
  code: 'CW4025',
  name: 'cases-too-few',
  severity: 'error',
  message: ({ needs, has, setting }) =>
    `the exam asks ${counted(needs, setting === '' ? 'case' : `${setting} case`)}, but its banks hold ${scarce(has)}`,
  hint: ({ has, setting }) =>
    setting === ''
      ? `write "cases: ${has}", or add questions of the type case`
      : `write "${setting}: ${has}", or add questions of the type case with "setting: ${setting}"`,
  why: "A blueprint's scenarios are asked as questions of the type case, beside the items.",
  fix: 'Say under `cases:` how many cases the exam asks, 0 for none, or add cases to its banks.',
  before: 'blueprint: ccs-2026',
  after: 'blueprint: ccs-2026\ncases: 0',
});

export const pretestTooFew = defineRule<{ needs: number; has: number }>({
  code: 'CW4026',
  name: 'pretest-too-few',
  severity: 'error',
  message: ({ needs, has }) => `the exam asks ${counted(needs, 'pretest question')}, but its banks hold ${scarce(has)}`,
  hint: ({ has }) => `write "pretest: ${has}", or mark more questions with "pretest: true"`,
  why: 'Questions that do not count are marked in the bank and drawn beside those that do.',
  fix: 'Lower `pretest:`, or mark questions.',
  before: 'pretest: 5',
  after: 'pretest: 2',
});

export const groupsMisfit = defineRule<{ draw: string; count: number; sizes: readonly number[]; nearest: number }>({
  code: 'CW4027',
  name: 'groups-misfit',
  severity: 'error',
  message: ({ draw, count, sizes }) =>
    `exactly ${counted(count, 'question')} of ${draw} cannot be made up from groups of ${listed(sizes)}`,
  hint: ({ nearest }) =>
    nearest === 0
      ? 'add questions that stand alone, without "group:"'
      : `draw ${nearest}, or add questions that stand alone, without "group:"`,
  why: 'The questions of a group are drawn together or not at all, so a draw can hold whole groups only.',
  fix: 'Change the count, take a question out of a group, or add single questions.',
  before: 'draws:\n  - domain: anatomy\n    count: 3   # the bank holds groups of two only',
  after: 'draws:\n  - domain: anatomy\n    count: 4',
});

export const groupSplit = defineRule<{ group: string; question: string; why: 'domain' | 'pretest' }>({
  code: 'CW4028',
  name: 'group-split',
  severity: 'error',
  message: ({ group, question, why }) =>
    why === 'domain'
      ? `the question "${question}" is in another domain than the first of its group "${group}"`
      : `the group "${group}" holds questions that count and questions that do not, such as "${question}"`,
  hint: ({ why }) =>
    why === 'domain'
      ? 'give all questions of the group one domain, or take this one out of it'
      : 'mark all questions of the group with "pretest: true", or none',
  why: 'The questions of a group are drawn together, so they must belong to one draw: one domain, all counted or none.',
  fix: 'Make the questions of the group alike, or take one out.',
  before: 'group: knee\ndomain: anatomy',
  after: 'group: knee\ndomain: surgery-musculoskeletal',
});

export const groupLeavesExam = defineRule<{ group: string; question: string; path: string }>({
  code: 'CW4029',
  name: 'group-leaves-exam',
  severity: 'error',
  message: ({ group, question, path }) =>
    `the question "${question}" of the group "${group}" stands in ${path}, which the exam does not draw from`,
  hint: ({ path }) => `add ${path} to "from:", or move the question into the bank of the others`,
  why: 'The questions of a group are drawn together; with one of them missing the others may make no sense.',
  fix: 'Keep a group in one bank, or name all of its banks.',
  before: 'from: [banks/a.yaml]',
  after: 'from: [banks/a.yaml, banks/b.yaml]',
});

/** `setting` is empty where the exam draws over all settings. */
export const casesDiffer = defineRule<{ sizes: readonly number[]; setting: string }>({
  code: 'CW4030',
  name: 'cases-differ',
  severity: 'error',
  message: ({ sizes, setting }) =>
    `the ${setting === '' ? 'cases' : `${setting} cases`} of the exam have different numbers of questions: ${listed(sizes)}`,
  hint: ({ setting }) =>
    `give every ${setting === '' ? 'case' : `${setting} case`} the same number of questions in its group`,
  why: 'An attempt has an exact number of questions, whichever cases are drawn.',
  fix: 'Add or remove questions of the groups that hold cases.',
  before: 'group: appendix   # a case and two questions\n…\ngroup: fracture   # a case alone',
  after: 'group: appendix   # a case and one question\n…\ngroup: fracture   # a case and one question',
});

/** `setting` is that of a draw of cases, whose questions are counted; empty for the whole exam. */
export const poolSmall = defineRule<{ draw: number; pool: number; setting: string }>({
  code: 'CW4031',
  name: 'pool-small',
  severity: 'warning',
  message: ({ draw, pool, setting }) =>
    `the exam draws ${draw} of only ${counted(pool, 'question')}${setting === '' ? '' : ` of ${setting} cases`}`,
  hint: ({ draw, pool, setting }) => {
    const missing = counted(Math.ceil(draw * 1.5) - pool, 'question');
    return `add ${missing}${setting === '' ? '' : ` of ${setting} cases`}, so that a second attempt is not the first one again`;
  },
  why: 'Questions that a learner has not seen are drawn first. With less than one and a half times the questions of an attempt, most of the second attempt is known already and its score says little.',
  fix: 'Add questions to the banks, or ask for fewer. A sample may allow it with a reason.',
  before: 'items: 12   # of 15 questions',
  after: 'items: 10   # of 15 questions',
});

export const domainNeverDrawn = defineRule<{ domain: string; questions: number; nearest: string | undefined }>({
  code: 'CW4032',
  name: 'domain-never-drawn',
  severity: 'warning',
  message: ({ domain, questions }) =>
    `the exam never draws the ${counted(questions, 'question')} of the domain "${domain}" in its banks`,
  hint: ({ nearest }) =>
    nearest === undefined
      ? 'no section of the blueprint, or no draw, has this id: correct the domain of the questions or add a draw'
      : `did you mean the domain "${nearest}" of the blueprint?`,
  why: 'An exam draws by domain. A question whose domain is no section of it is carried by nobody.',
  fix: 'Correct `domain:` in the bank, add a draw, or keep these questions in a bank that the exam does not name.',
  before: 'domain: anatomi',
  after: 'domain: anatomy',
});

export const setTooLarge = defineRule<{ set: number; draw: number }>({
  code: 'CW4033',
  name: 'set-too-large',
  severity: 'error',
  message: ({ set, draw }) => `the exam offers a set of ${set} for practice but asks only ${counted(draw, 'question')}`,
  hint: ({ draw }) => `write a number below ${draw}, or remove it`,
  why: 'A set is a smaller exam in the same proportions.',
  fix: 'Correct the number under `sets:`. The whole exam needs no entry there.',
  before: 'items: 20\nsets: [10, 25]',
  after: 'items: 20\nsets: [10]',
});

export const examNotAsBlueprint = defineRule<{
  blueprint: string;
  departures: readonly {
    readonly title: string;
    readonly count: number;
    readonly least: number;
    readonly most: number;
  }[];
}>({
  code: 'CW4034',
  name: 'exam-not-as-blueprint',
  severity: 'warning',
  message: ({ blueprint, departures }) =>
    `the draws are not those of the blueprint "${blueprint}": ${departures
      .slice(0, 3)
      .map(
        ({ title, count, least, most }) =>
          `${count} of "${title}" for ${least === most ? least : `${least} to ${most}`}`,
      )
      .join(', ')}${departures.length > 3 ? `, and ${departures.length - 3} more` : ''}`,
  hint: () => 'remove "draws:" and let the blueprint share out "items:", or allow the departure with a reason',
  why: 'A learner takes the result of a mock exam for a forecast; with other proportions than the real exam it is none.',
  fix: 'Leave the draws to the blueprint, correct them, or name no blueprint.',
  before: 'blueprint: ccs-2026\ndraws:\n  - domain: coding-knowledge\n    count: 20',
  after: 'blueprint: ccs-2026\nitems: 20',
});

export const practiceGivesAway = defineRule<{ field: string; feedback: string }>({
  code: 'CW4035',
  name: 'practice-gives-away',
  severity: 'warning',
  message: ({ field, feedback }) =>
    `"${field}" lets learners practice with keys that "feedback: ${feedback}" withholds`,
  hint: ({ field }) => (field === 'modes' ? 'write "modes: [exam]"' : 'write "sets: []"'),
  why: 'Study mode and practice sets show keys and reasons at once, from the same questions.',
  fix: 'Leave out study mode and sets, or show feedback at the end.',
  before: 'feedback: never\nmodes: [exam, study]',
  after: 'feedback: never\nmodes: [exam]',
});

export const feedbackNeverShown = defineRule<{ exam: string }>({
  code: 'CW4036',
  name: 'feedback-never-shown',
  severity: 'error',
  message: ({ exam }) => `the exam "${exam}" shows its feedback once it is passed, but there is no pass mark`,
  hint: () => 'add "pass:" under "grade:", or write "feedback: end"',
  why: 'Without a pass mark nobody passes, so nobody would see the feedback.',
  fix: 'Give the course, or the part with the exam, a pass mark, or show feedback at the end or never.',
  before: 'feedback: passed\n…\ngrade:\n  activities: [mock-exam]\n  attempt: best',
  after: 'feedback: passed\n…\ngrade:\n  activities: [mock-exam]\n  attempt: best\n  pass: 70',
});

export const groupOfOne = defineRule<{ group: string; nearest: string | undefined }>({
  code: 'CW4037',
  name: 'group-of-one',
  severity: 'warning',
  message: ({ group }) => `the group "${group}" has only this question`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'give another question the same "group:", or remove it here' : `did you mean "${nearest}"?`,
  why: 'A group of one is a name that was written differently in the questions that belong together.',
  fix: 'Write the same `group:` in all questions that are drawn together.',
  before: 'group: gallbladder   # the others say gall-bladder',
  after: 'group: gall-bladder',
});

export const factorsWithoutLimit = defineRule<{ exam: string }>({
  code: 'CW4038',
  name: 'factors-without-limit',
  severity: 'warning',
  message: ({ exam }) => `the exam "${exam}" has no time limit that "time-factors" could lengthen`,
  hint: () => 'write the limit under "minutes:", or remove "time-factors:"',
  why: 'A factor of no limit is no limit.',
  fix: 'Give the exam minutes, or a blueprint that has them.',
  before: 'items: 20\ntime-factors: [1, 1.5]',
  after: 'items: 20\nminutes: 30\ntime-factors: [1, 1.5]',
});

export const variantWithoutExam = defineRule<{ course: string }>({
  code: 'CW4039',
  name: 'variant-without-exam',
  severity: 'error',
  message: ({ course }) => `the course "${course}" has variants but no exam with a time limit`,
  hint: () => 'remove "variants:", or give an exam its "minutes:"',
  why: 'A variant gives learners more time in exams. Without a time limit it would be the same package under another name.',
  fix: 'Remove the variants, or add an exam with minutes or a blueprint.',
  before: 'variants:\n  - variant: extra-time\n    time-factor: 1.5   # the course has quizzes only',
  after: 'variants: …   # in a course with an exam of 120 minutes',
});

export const casesNeverDrawn = defineRule<{ setting: string; cases: number }>({
  code: 'CW4040',
  name: 'cases-never-drawn',
  severity: 'warning',
  message: ({ setting, cases }) => `the exam never draws the ${counted(cases, `${setting} case`)} in its banks`,
  hint: ({ setting }) => `add "${setting}:" with a count under "cases:", or take the bank out of "from:"`,
  why: 'Where `cases:`, or the `scenarios:` of the blueprint, list settings, only those are drawn.',
  fix: 'Say how many cases of this setting each attempt asks, or keep them in a bank that the exam does not name.',
  before: 'cases:\n  inpatient: 3',
  after: 'cases:\n  inpatient: 3\n  emergency: 2',
});

export const examDrawsRules = [
  examWithoutPlan,
  examItemsTwice,
  examEntryTwice,
  rangesNotMet,
  sectionTooSmall,
  casesTooFew,
  pretestTooFew,
  groupsMisfit,
  groupSplit,
  groupLeavesExam,
  casesDiffer,
  poolSmall,
  domainNeverDrawn,
  setTooLarge,
  examNotAsBlueprint,
  practiceGivesAway,
  feedbackNeverShown,
  groupOfOne,
  factorsWithoutLimit,
  variantWithoutExam,
  casesNeverDrawn,
] as const;
