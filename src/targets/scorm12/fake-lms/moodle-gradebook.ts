/**
 * What Moodle 4.5 makes of the stored values, as its SCORM report and gradebook show them: the raw score is taken as it is, with the
 * grading method "highest grade" and 100 points, one attempt that goes on.
 */
import type { Gradebook, Stored } from '../../../preview/page/practice-lms.ts';

const STATUS: Readonly<Record<string, string>> = {
  passed: 'Passed',
  completed: 'Completed',
  failed: 'Failed',
  incomplete: 'Incomplete',
  browsed: 'Browsed',
};

/** In Moodle these lock the attempt: it opens again for review. */
const OVER: readonly string[] = ['passed', 'completed', 'failed'];

const RESULT: Readonly<Record<string, string>> = { correct: 'Correct', wrong: 'Incorrect' };

/** Fields of the records of an array, by index. */
function readRecords(stored: Stored, array: string): readonly Readonly<Record<string, string>>[] {
  const records: Record<string, string>[] = [];
  for (const [element, value] of Object.entries(stored)) {
    const [, index, field] = new RegExp(`^${array.replaceAll('.', '\\.')}\\.(\\d+)\\.(.+)$`).exec(element) ?? [];
    if (index === undefined || field === undefined) continue;
    records[Number(index)] = { ...records[Number(index)], [field]: value };
  }
  return Array.from(records, (record) => record ?? {});
}

export function showAsMoodle(stored: Stored): Gradebook {
  const status = stored['cmi.core.lesson_status'] ?? '';
  const raw = stored['cmi.core.score.raw'] ?? '';
  const begun = STATUS[status] !== undefined;
  const grade = raw === '' || Number.isNaN(Number(raw)) ? '–' : `${Number(raw).toFixed(2)} / 100.00`;
  return {
    facts: [
      { name: 'Grade', value: grade },
      { name: 'Status', value: STATUS[status] ?? 'Not attempted' },
      { name: 'Attempts', value: begun ? '1' : '0' },
      { name: 'Time', value: stored['cmi.core.total_time'] ?? '–' },
      {
        name: 'Opened again',
        value: OVER.includes(status) ? 'for review: nothing more counts in this attempt' : 'goes on where it was left',
      },
      { name: 'Suspend data', value: `${(stored['cmi.suspend_data'] ?? '').length} of 4,096 characters` },
    ],
    tables: [
      {
        title: 'Interactions report',
        columns: ['#', 'Question', 'Type', 'Response', 'Right answer', 'Result', 'Time taken'],
        rows: readRecords(stored, 'cmi.interactions').map((record, at) => [
          String(at + 1),
          record.id ?? '',
          record.type ?? '',
          record.student_response ?? '',
          record['correct_responses.0.pattern'] ?? '',
          RESULT[record.result ?? ''] ?? record.result ?? '',
          record.latency ?? '',
        ]),
      },
      {
        title: 'Objectives report',
        columns: ['#', 'Objective', 'Score', 'Status'],
        rows: readRecords(stored, 'cmi.objectives').map((record, at) => [
          String(at + 1),
          record.id ?? '',
          record['score.raw'] ?? '',
          record.status ?? '',
        ]),
      },
    ],
  };
}
