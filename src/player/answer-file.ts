/** Writes a learner's answers as a text that people can read and keep when the LMS does not take them (lms-rules R8). Pure. */
import type { PackageData } from '../shared/package-data.ts';
import { encodeState } from '../shared/state-codec.ts';
import type { SavedCheck, SavedState } from '../shared/state-record.ts';

export function writeAnswerFile(data: PackageData, state: SavedState, title: string): string {
  const questions = new Map(data.questions.map((question) => [question.tag, question.id]));
  const activities = new Map(data.activities.map((activity) => [activity.tag, activity.title]));
  const itemLines = (items: readonly SavedCheck[]): readonly string[] =>
    items.map((item) => `  ${questions.get(item.tag) ?? item.tag}: ${item.answer?.join(', ') ?? '-'}`);
  const lines = [
    title,
    `${data.name} ${data.courseVersion}`,
    '',
    ...itemLines(state.checks),
    ...state.attempts.flatMap((attempt) => [
      `${activities.get(attempt.activity) ?? attempt.activity} (${attempt.number})`,
      ...itemLines(attempt.items),
    ]),
    ...state.results.map(
      (result) => `${activities.get(result.activity) ?? result.activity}: ${result.last}% (${result.best}%)`,
    ),
    '',
    encodeState(state),
  ];
  return `${lines.join('\r\n')}\r\n`;
}
