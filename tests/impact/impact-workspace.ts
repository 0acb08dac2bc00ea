/** A workspace with one question for each kind of thing that a new edition does, and one that nothing happens to. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../code-sets/code-set-files.ts';

const MINIMAL = join(import.meta.dirname, '..', 'fixtures', 'valid', 'minimal');

/** Codes of options, the key first; a system where it is not ICD-10-CM. */
function choice(id: string, codes: readonly string[], more = '', system = ''): string {
  const options = codes.map(
    (code, index) =>
      `      - id: ${'abcd'[index]}\n        code: ${code}\n${system === '' ? '' : `        system: ${system}\n`}        text: ${code}\n${index === 0 ? '        correct: true\n' : ''}        why: It is option ${index + 1}.\n`,
  );
  return `  - id: ${id}\n    type: single-choice\n    stem: Which code does the record of ${id} ask for?\n    options:\n${options.join('')}    rationale: Look it up.\n    difficulty: recall\n${more}`;
}

/** A question that is about a code and asks for none. */
export function about(id: string, code: string, system = 'icd-10-cm'): string {
  return `  - id: ${id}\n    type: true-false\n    stem: The record of ${id} is complete.\n    answer: true\n    why:\n      true: It is.\n      false: It is.\n    rationale: It is.\n    difficulty: recall\n    codes:\n      ${system}: ["${code}"]\n`;
}

/** The folder of a workspace whose only bank holds these questions beside those of the minimal one. */
export function makeImpactWorkspace(questions: readonly string[], lesson = ''): string {
  const workspace = join(makeFolder(), 'work');
  cpSync(MINIMAL, workspace, { recursive: true });
  writeFileSync(
    join(workspace, 'first-course', 'banks', 'impact.yaml'),
    `domain: guidance\nquestions:\n${questions.join('')}`,
  );
  if (lesson !== '') writeFileSync(join(workspace, 'first-course', 'lessons', '02-codes.md'), lesson);
  return workspace;
}

export const KNOWN_CASES = [
  choice('im-gone', ['S30.1XXA', 'I10']),
  choice('im-header', ['G35', 'I10']),
  choice('im-carved', ['E11.9', 'I10']),
  choice('im-drift', ['I10', 'E11.A']),
  choice('im-empty', ['D71', 'G35']),
  choice('im-pcs', ['0SG604Z', '0DTJ4ZZ'], '', 'icd-10-pcs'),
  choice('im-rule', ['I10', 'I21.4'], '    guideline: Section I.C.1.a.2.i\n'),
  choice('im-year', ['I10', 'I21.4']).replace('rationale: Look it up.', 'rationale: As the FY 2025 guidelines say.'),
  choice('im-pinned', ['S30.1XXA', 'I10'], '    edition: icd-10-cm@2024\n'),
  choice('im-safe', ['I10', 'I21.4']),
  `  - id: im-poa
    type: case
    setting: inpatient
    stem: Code this stay.
    documents:
      - id: summary
        title: Discharge summary
        text: A stay with insulin.
    poa: true
    principal:
      code: I21.4
      poa: Y
      why: It is the reason for the stay.
    secondary:
      - code: Z79.4
        poa: Y
        why: Insulin.
    rationale: Look it up.
    difficulty: analysis
`,
];

export const LESSON = `---
title: Codes
codes:
  icd-10-cm: [E11.9]
---

## A code

The code :code[L02.212] is for a Cutaneous abscess of
back [any part, except buttock]. No code is :code[E11.A]{invalid=true}. It is a kind of :term[diabetes]. Go back to [the start](lesson:start).

::credentials{of=cpc}

::blueprint{of=cpc-2026}

::check{question=fc-1}

::video{src=intro.mp4 captions=intro.vtt title="Introduction"}
`;
