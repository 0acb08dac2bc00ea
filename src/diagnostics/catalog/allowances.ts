/** CW1200-1219: `allow:` lists, by which an author lets a warning stand and says why. */
import { defineRule } from '../rule.ts';

export const unknownAllowedCode = defineRule<{ readonly code: string; readonly nearest: string | undefined }>({
  code: 'CW1200',
  name: 'unknown-allowed-code',
  severity: 'error',
  message: ({ code }) => `there is no warning ${code} to allow`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'copy the code from the warning, such as CW5010' : `did you mean ${nearest}?`,
  why: 'An allowance with a wrong code allows nothing, and nobody notices.',
  fix: 'Write the code that stands in the warning.',
  before: 'allow:\n  - code: CW501\n    reason: No edition of HCPCS is at hand.',
  after: 'allow:\n  - code: CW5010\n    reason: No edition of HCPCS is at hand.',
});

export const errorNotAllowed = defineRule<{ readonly code: string; readonly name: string; readonly isError: boolean }>({
  code: 'CW1201',
  name: 'error-not-allowed',
  severity: 'error',
  message: ({ code, name, isError }) =>
    isError
      ? `${code} (${name}) is an error, and only warnings can be allowed`
      : `${code} (${name}) is about allowances themselves and cannot be allowed`,
  hint: ({ code }) => `remove the entry and mend the cause; "coursewright explain ${code}" says how`,
  why: 'An error means that a page or a package would not work. A reason does not mend that.',
  fix: 'Remove the entry from `allow:` and mend what it was meant to hide.',
  before: 'allow:\n  - code: CW2104\n    reason: The file comes later.',
  after: 'See the checklist in your code book.',
});

export const allowanceNotNeeded = defineRule<{ readonly code: string; readonly where: string }>({
  code: 'CW1202',
  name: 'allowance-not-needed',
  severity: 'warning',
  message: ({ code, where }) => `${code} is allowed here, but ${where} gives no such warning any more`,
  hint: () => 'delete the entry',
  why: 'An allowance that is left behind would hide the next mistake of its kind, which nobody has looked at.',
  fix: 'Delete the entry from `allow:`.',
  before: 'allow:\n  - code: CW2204\n    reason: The history of the 2015 edition.',
  after: 'title: Where each coder works',
});

export const allowancesRules = [unknownAllowedCode, errorNotAllowed, allowanceNotNeeded] as const;
