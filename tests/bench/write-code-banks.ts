/** A generated workspace and codes of the FY2025 edition -> the same workspace for that year, with 200 questions a course whose options are codes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BANKS, QUESTIONS, questionIds } from './generate-workspace.ts';

/** @param codes with their dots; each question takes four that follow each other, so that courses overlap in part */
export function writeCodeBanks(folder: string, courses: number, codes: readonly string[]): void {
  for (let course = 1; course <= courses; course++) {
    const id = `course-${String(course).padStart(3, '0')}`;
    const ids = questionIds(id);
    for (let bank = 0; bank < BANKS; bank++) {
      const each = QUESTIONS / BANKS;
      const questions = ids.slice(bank * each, (bank + 1) * each).map((question, at) => {
        const first = ((course - 1) * QUESTIONS + bank * each + at) * 4;
        return writeQuestion(
          question,
          [0, 1, 2, 3].map((next) => codes[(first + next) % codes.length] ?? ''),
        );
      });
      const path = join(folder, id, 'banks', `bank-${bank + 1}.yaml`);
      writeFileSync(path, `domain: guidance\nquestions:\n${questions.join('')}`);
    }
    for (const name of ['course.yaml', 'codes.lock']) {
      const path = join(folder, id, name);
      const ofThatYear = readFileSync(path, 'utf8').replaceAll(
        'icd-10-cm@2026\t2025-10-01\t2026-09-30',
        'icd-10-cm@2025\t2024-10-01\t2025-09-30',
      );
      writeFileSync(path, ofThatYear.replaceAll('icd-10-cm@2026', 'icd-10-cm@2025').replaceAll('\t2026\t', '\t2025\t'));
    }
  }
}

function writeQuestion(id: string, codes: readonly string[]): string {
  const options = codes.map((code, at) => {
    const key = at === 0 ? '        correct: true\n' : '';
    return `      - id: ${'abcd'[at]}\n        code: ${code}\n        text: ${code}\n${key}        why: It is option ${at + 1}.\n`;
  });
  return `  - id: ${id}\n    type: single-choice\n    stem: Which code does the record of ${id} ask for?\n    options:\n${options.join('')}    rationale: Look it up.\n    difficulty: application\n`;
}
