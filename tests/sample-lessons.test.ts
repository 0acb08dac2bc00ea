/** The lessons that ship: each is a sitting long, has questions enough, a summary, and says what its figures show. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkCourses } from '../src/api.ts';
import type { ResolvedBlock, ResolvedContent } from '../src/compiler/content.ts';
import type { LessonModel, PackageModel } from '../src/compiler/hand-over.ts';
import { toPlainText } from '../src/compiler/plain-text.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const { models } = checkCourses({ workspace: join(ROOT, 'course-source'), asOf: '2026-11-22' });

/** Lessons of the plan, and the questions that each has at least, in its text and in the quiz behind it; the guide asks by module. */
const COURSES = [
  { name: 'cpc-vs-ccs', lessons: 6, questions: 1 },
  { name: 'cpc-exam-prep-study', lessons: 17, questions: 6 },
  { name: 'ccs-exam-prep-study', lessons: 16, questions: 5 },
];

function lessonsOf(name: string): readonly { readonly lesson: LessonModel; readonly questions: readonly string[] }[] {
  const { activities } = models.find((model) => model.name === name) as PackageModel;
  return activities.flatMap((lesson, at) => {
    if (lesson.kind !== 'lesson') return [];
    const next = activities[at + 1];
    const quiz = next?.kind === 'quiz' && !next.drawn ? next.pool : [];
    return [{ lesson, questions: [...new Set([...lesson.checks, ...quiz])] }];
  });
}

const headingsOf = ({ blocks }: ResolvedContent): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [toPlainText({ blocks: [block], footnotes: [] })] : []));

const figuresOf = ({ blocks }: ResolvedContent): readonly Extract<ResolvedBlock, { kind: 'figure' }>[] =>
  blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []));

describe.each(COURSES)('$name', ({ name, lessons, questions: enough }) => {
  const found = lessonsOf(name).filter(({ lesson }) => !/-guide$/.test(lesson.id));

  it('has the lessons of its plan', () => {
    expect(found).toHaveLength(lessons);
  });

  it.each(found.map((each) => ({ id: each.lesson.id, ...each })))('$id', ({ lesson, questions }) => {
    expect(questions.length).toBeGreaterThanOrEqual(enough);
    expect(lesson.checks.length).toBeGreaterThan(0);
    expect(lesson.objectives.length).toBeGreaterThanOrEqual(3);
    expect(lesson.minutes).toBeGreaterThanOrEqual(8);
    expect(lesson.minutes).toBeLessThanOrEqual(20);
    expect(headingsOf(lesson.content).at(-1)).toBe('In short');
    for (const { file, alt, description } of figuresOf(lesson.content)) {
      expect(description, file).toBeDefined();
      expect(toPlainText({ blocks: description?.blocks ?? [], footnotes: [] }).length, file).toBeGreaterThan(
        alt.length,
      );
    }
  });
});
