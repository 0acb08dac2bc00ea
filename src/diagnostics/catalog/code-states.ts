/**
 * CW5020-5059: codes in courses, by the state that their edition gives them. An answer that is no valid code is an error, for no
 * learner could be right; elsewhere the same state is a warning, for a lesson may speak of an old code on purpose.
 */
import { defineRule, type Rule } from '../rule.ts';

/** What every finding about a code's state says. */
export interface CodeFacts {
  /** As written. */
  readonly code: string;
  /** Such as `ICD-10-CM 2026`. */
  readonly edition: string;
  /** Official title, or empty. */
  readonly title: string;
  /** Right codes instead, with their titles: `S30.11XA Contusion of abdominal wall, initial encounter`. */
  readonly instead: readonly string[];
  /** What only this state knows: a number of codes, characters, an edition, a day. */
  readonly detail: string;
}

interface StateRules {
  /** Where the code is a right answer. */
  readonly answer: Rule<CodeFacts>;
  /** Elsewhere. */
  readonly text: Rule<CodeFacts>;
}

type StateTexts = Pick<Rule<CodeFacts>, 'name' | 'message' | 'hint' | 'why' | 'fix' | 'before' | 'after'>;

function defineState(answer: `CW${number}`, text: `CW${number}`, texts: StateTexts): StateRules {
  return {
    answer: defineRule<CodeFacts>({ ...texts, code: answer, name: `answer-${texts.name}`, severity: 'error' }),
    text: defineRule<CodeFacts>({ ...texts, code: text, severity: 'warning' }),
  };
}

const named = ({ code, title }: CodeFacts): string => (title === '' ? code : `${code} (${title})`);
const listed = (codes: readonly string[]): string =>
  `${codes.slice(0, 4).join('; ')}${codes.length > 4 ? `; and ${codes.length - 4} more` : ''}`;
const ACCEPT = 'list it under "accept:" with a reason where it is meant so';

export const codeIsHeader = defineState('CW5020', 'CW5030', {
  name: 'code-is-header',
  message: (facts) => `${named(facts)} is a header of ${facts.edition}, not a code: it needs more characters`,
  hint: ({ detail, instead }) =>
    `${instead.length === 0 ? `choose one of the ${detail === '' ? '' : `${detail} `}codes below it` : `choose one of ${listed(instead)}`}; in a text write {header=true} where the category is meant`,
  why: 'A claim with a header is refused; only codes with all their characters can be reported.',
  fix: 'Write the code with all its characters, or say that the category is meant.',
  before: ':code[E11]',
  after: ':code[E11.9]   or   :code[E11]{header=true}',
});

export const seventhMissing = defineState('CW5021', 'CW5031', {
  name: 'seventh-character-missing',
  message: (facts) => `${named(facts)} lacks its 7th character in ${facts.edition}`,
  hint: ({ detail }) => detail,
  why: 'Injuries, poisonings and some other categories say with the 7th character which encounter it is; without it the code is not valid.',
  fix: 'Add the 7th character, with placeholders X before it where the code is shorter than six.',
  before: 'S52.521',
  after: 'S52.521A',
});

export const placeholderMissing = defineState('CW5022', 'CW5032', {
  name: 'placeholder-missing',
  message: ({ code, edition }) => `${code} lacks the placeholder X that keeps its 7th character in place (${edition})`,
  hint: ({ instead }) => `write ${listed(instead)}`,
  why: 'The 7th character must stand in the 7th place; an X fills each gap before it.',
  fix: 'Fill the gap with X.',
  before: 'T36.15A',
  after: 'T36.1X5A',
});

export const codeDeleted = defineState('CW5023', 'CW5033', {
  name: 'code-deleted',
  message: (facts) =>
    `${named(facts)} is no longer valid in ${facts.edition}${facts.detail === '' ? '' : `; the last edition with it is ${facts.detail}`}`,
  hint: ({ instead }) =>
    instead.length === 0
      ? `look for what took its place with "coursewright codes find", or ${ACCEPT}`
      : `its successors: ${listed(instead)}`,
  why: 'Deleted codes are refused on claims from the first day of the new edition.',
  fix: 'Use the successor that fits the documentation.',
  before: 'S30.1XXA',
  after: 'S30.11XA',
});

export const codeNotYet = defineState('CW5024', 'CW5034', {
  name: 'code-not-yet-valid',
  message: (facts) => `${named(facts)} is not in ${facts.edition} yet; it is valid from ${facts.detail} on`,
  hint: ({ detail }) =>
    `use the code of this edition, or teach ${detail}: change "editions:" of the course or "edition:" of the question`,
  why: 'A code is valid from the first day of its edition; earlier encounters are coded with the older one.',
  fix: 'Use the code that the edition has, or name the later edition.',
  before: 'editions: [icd-10-cm@2025]   with   E11.A',
  after: 'editions: [icd-10-cm@2026]   with   E11.A',
});

export const codeEnded = defineState('CW5025', 'CW5035', {
  name: 'code-discontinued',
  message: (facts) => `${named(facts)} was discontinued; its last day is ${facts.detail} (${facts.edition})`,
  hint: () => `choose a code that is in use, or ${ACCEPT}`,
  why: 'HCPCS keeps discontinued codes in its file with their last day; claims after it are refused.',
  fix: 'Use a code that is in use.',
  before: 'a code whose last day has passed',
  after: 'a code that is in use',
});

export const codeUnknown = defineState('CW5026', 'CW5036', {
  name: 'code-unknown',
  message: ({ code, edition, detail }) => `${code} is no code of ${edition}${detail === '' ? '' : `: ${detail}`}`,
  hint: ({ instead }) =>
    instead.length === 0
      ? 'check it for a slip; "coursewright codes find WORDS" looks codes up'
      : `the nearest is ${listed(instead)}`,
  why: 'A code that does not exist teaches learners something wrong.',
  fix: 'Write the code that is meant; write {invalid=true} in a text where it is meant to be wrong.',
  before: ':code[E11.99]',
  after: ':code[E11.9]',
});

export const wrongSystem = defineRule<{ code: string; own: string; other: string; system: string }>({
  code: 'CW5040',
  name: 'code-of-other-system',
  severity: 'error',
  message: ({ code, own, other }) => `${code} is a code of ${other}, and ${own} is asked for here`,
  hint: ({ system }) => `name its system (system: ${system}), or write a code of the right one`,
  why: 'A procedure code in a place for diagnoses is looked up in the wrong list and taught in the wrong place.',
  fix: 'Name the system that the code belongs to.',
  before: ':code[0DTJ4ZZ]',
  after: ':code[0DTJ4ZZ]{system=icd-10-pcs}',
});

export const distractorValid = defineRule<{ code: string; edition: string; title: string; was: string }>({
  code: 'CW5041',
  name: 'distractor-now-valid',
  severity: 'warning',
  message: ({ code, edition, title, was }) =>
    `the wrong option ${code} was ${was} in codes.lock, and is a valid code of ${edition}: ${title}`,
  hint: () => 'see whether it is right now; then run "coursewright codes lock"',
  why: 'An option that was wrong because it was no code may have become the best answer.',
  fix: 'Read the question again with the new title, then write the lock anew.',
  before: 'icd-10-cm\tG35.A\t2026\tunknown\t',
  after: 'icd-10-cm\tG35.A\t2026\tvalid\tRelapsing-remitting multiple sclerosis',
});

export const noValidOption = defineRule<{ question: string; edition: string }>({
  code: 'CW5042',
  name: 'no-valid-option',
  severity: 'error',
  message: ({ question, edition }) => `none of the options of "${question}" is a valid code of ${edition}`,
  hint: () => 'give the question an option that is valid, or name the edition it holds for with "edition:"',
  why: 'A learner who knows the edition finds no right answer.',
  fix: 'Replace the options, or name the edition that the question is about.',
  before: 'options with the codes G35 and D71 in icd-10-cm@2026',
  after: 'options with the codes G35.A and D71.1',
});

export const invalidIsValid = defineRule<{ code: string; edition: string; title: string }>({
  code: 'CW5043',
  name: 'code-meant-wrong-is-valid',
  severity: 'warning',
  message: ({ code, edition, title }) => `${code} is said to be wrong, and is a valid code of ${edition}: ${title}`,
  hint: () => 'take {invalid=true} away, or choose another example',
  why: 'An example of a wrong code must be wrong.',
  fix: 'Choose a code that does not exist.',
  before: ':code[E11.A]{invalid=true}',
  after: ':code[E11.Z]{invalid=true}',
});

export const staleTitle = defineRule<{ code: string; old: string; now: string; edition: string }>({
  code: 'CW5044',
  name: 'stale-title',
  severity: 'warning',
  message: ({ code, old, edition }) => `"${old}" was the title of ${code}; ${edition} calls it otherwise`,
  hint: ({ now }) => `write "${now}", or place it with :code[…]`,
  why: 'With a title the meaning of a code may have changed; learners compare it with their code book.',
  fix: 'Quote the title of the edition that the course teaches.',
  before: 'Cutaneous abscess of back [any part, except buttock]',
  after: 'Cutaneous abscess of back [any part, except buttock and flank]',
});

export const acceptEnded = defineRule<{ code: string; until: string; reason: string }>({
  code: 'CW5045',
  name: 'acceptance-ended',
  severity: 'warning',
  message: ({ code, until }) => `${code} was to stand until ${until}`,
  hint: ({ reason }) => `see whether this still holds: ${reason}`,
  why: 'What was accepted for a time should not stay for ever unseen.',
  fix: 'Mend the place and delete the entry, or give it a later day.',
  before: 'until: 2026-06-30',
  after: 'until: 2027-06-30',
});

export const editionOutOfForce = defineRule<{
  edition: string;
  from: string;
  until: string;
  asOf: string;
  exam: string;
}>({
  code: 'CW5046',
  name: 'edition-out-of-force',
  severity: 'warning',
  message: ({ edition, from, until, asOf, exam }) =>
    `${edition} is in force from ${from} to ${until}, not on ${asOf}${exam === '' ? '' : `, and the exam tests it ${exam}`}`,
  hint: () => 'move the course to the edition in force, or say under "exam-tests:" when the exam tests this one',
  why: 'Learners would practice codes that are refused at work, with code books that are no longer admitted to the exam.',
  fix: 'Add the new edition, see what it breaks with "coursewright codes impact", and change "editions:".',
  before: 'editions: [icd-10-cm@2025]',
  after: 'editions: [icd-10-cm@2026]',
});

export const editionNotOnDay = defineRule<{ edition: string; from: string; until: string; day: string }>({
  code: 'CW5047',
  name: 'edition-not-on-day',
  severity: 'warning',
  message: ({ edition, from, until, day }) =>
    `the codes are to be valid on ${day}, and ${edition} is in force from ${from} to ${until}`,
  hint: () => 'change "codes-valid-on:", or name the edition of that day',
  why: 'The date of discharge or service decides which edition a record is coded with.',
  fix: 'Let the day and the edition agree.',
  before: 'codes-valid-on: 2026-11-01   with   icd-10-cm@2026',
  after: 'codes-valid-on: 2026-11-01   with   icd-10-cm@2027',
});

export const neverFirst = defineRule<{ code: string; listed: string }>({
  code: 'CW5048',
  name: 'code-never-first',
  severity: 'error',
  message: ({ code, listed }) =>
    `${code} is the principal diagnosis here, and "never-first:" of the course lists ${listed}`,
  hint: () => 'choose another principal diagnosis, or take the entry out of the list',
  why: 'Some codes may only follow another one, such as the codes for severe sepsis, which follow the infection.',
  fix: 'Put the code that must come first in the first place.',
  before: 'principal: R65.20',
  after: 'principal: A41.51   with   R65.20 among the secondary diagnoses',
});

export const poaContradicts = defineRule<{ code: string; poa: string; edition: string; isExempt: boolean }>({
  code: 'CW5049',
  name: 'poa-against-exempt-list',
  severity: 'error',
  message: ({ code, poa, edition, isExempt }) =>
    isExempt
      ? `${code} is exempt from POA reporting in ${edition}, and the answer is ${poa}`
      : `${code} is not on the exempt list of ${edition}, and the answer is exempt`,
  hint: ({ isExempt }) => (isExempt ? 'write poa: exempt' : 'write Y, N, U or W'),
  why: 'A code on the exempt list has no POA indicator, and every other one must have it (guidelines, Appendix I).',
  fix: 'Let the indicator and the list agree.',
  before: 'code: Z79.4   with   poa: Y',
  after: 'code: Z79.4   with   poa: exempt',
});

const states = [codeIsHeader, seventhMissing, placeholderMissing, codeDeleted, codeNotYet, codeEnded, codeUnknown];

export const codeStatesRules = [
  ...states.flatMap(({ answer, text }) => [answer, text]),
  wrongSystem,
  distractorValid,
  noValidOption,
  invalidIsValid,
  staleTitle,
  acceptEnded,
  editionOutOfForce,
  editionNotOnDay,
  neverFirst,
  poaContradicts,
] as const;
