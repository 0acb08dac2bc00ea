/** CW3070-3079: ICD-10-PCS codes to build. */
import { defineRule } from '../rule.ts';

export const outpatientDrill = defineRule<{ question: string; setting: string }>({
  code: 'CW3070',
  name: 'drill-outside-stay',
  severity: 'error',
  message: ({ question, setting }) => `question "${question}" is ${setting}, where no procedure is coded in ICD-10-PCS`,
  hint: () => 'make it an inpatient procedure, or ask for the code with another type of question',
  why: 'ICD-10-PCS is for procedures of hospital inpatients alone. A drill in another setting would teach learners to report codes that no payer takes.',
  fix: 'Delete `setting:` (a drill is inpatient), or tell the story of a hospital stay.',
  before: 'type: pcs-build\nsetting: outpatient',
  after: 'type: pcs-build\nsetting: inpatient',
});

export const givenNotInKey = defineRule<{ question: string; code: string; given: string }>({
  code: 'CW3071',
  name: 'given-not-in-key',
  severity: 'error',
  message: ({ question, code, given }) =>
    `question "${question}" gives "${given}", but the right code ${code} does not begin so`,
  hint: () => 'correct "given:", or the code',
  why: 'What is given cannot be changed by the learner, so that nobody could build this code.',
  fix: 'Give the beginning that all right codes share, or give nothing.',
  before: 'given: 0F\nexpect: 0DTJ4ZZ',
  after: 'given: 0D\nexpect: 0DTJ4ZZ',
});

export const missAgainstGiven = defineRule<{ question: string; code: string; given: string }>({
  code: 'CW3072',
  name: 'miss-against-given',
  severity: 'error',
  message: ({ question, code, given }) =>
    `question "${question}" foresees ${code}, which nobody can build because "${given}" is given`,
  hint: () => 'shorten "given:", or take the miss away',
  why: 'The reason of this miss would never be read.',
  fix: 'Give fewer characters, or delete the miss.',
  before: 'given: 0DT\nexpect: 0DTJ4ZZ\nmisses:\n  - code: 0DBJ4ZZ\n    why: …',
  after: 'given: 0D\nexpect: 0DTJ4ZZ\nmisses:\n  - code: 0DBJ4ZZ\n    why: …',
});

export const offerAgainstGiven = defineRule<{ question: string; offer: string; given: string }>({
  code: 'CW3073',
  name: 'offer-against-given',
  severity: 'error',
  message: ({ question, offer, given }) =>
    `question "${question}" offers "${offer}", which nobody can choose because "${given}" is given`,
  hint: () => 'shorten "given:", or take the offer away',
  why: 'Only tables that begin with what is given can be chosen.',
  fix: 'Give fewer characters, or delete the offer.',
  before: 'given: 0D\noffer: [0W]',
  after: 'given: "0"\noffer: [0W]',
});

export const whyOfGiven = defineRule<{ question: string; name: string; given: string }>({
  code: 'CW3074',
  name: 'why-of-given',
  severity: 'warning',
  message: ({ question, name, given }) => `question "${question}" explains its ${name}, which is given: "${given}"`,
  hint: () => 'tell it in the rationale, or give fewer characters',
  why: 'Reasons stand beside the characters that learners choose; this one is never shown.',
  fix: 'Move the sentence into `rationale:`, or shorten `given:`.',
  before: 'given: 0DT\nwhy:\n  operation: All of the body part is cut out.',
  after: 'given: 0D\nwhy:\n  operation: All of the body part is cut out.',
});

export const pcsDrillsRules = [
  outpatientDrill,
  givenNotInKey,
  missAgainstGiven,
  offerAgainstGiven,
  whyOfGiven,
] as const;
