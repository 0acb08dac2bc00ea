/** The files of one course -> what is valid in them, each piece on its own, so that a broken one does not hide the others. */
import type { z } from 'zod';
import type { Reporter } from '../../diagnostics/report.ts';
import { type CourseSource, courseSchema } from '../source-format/course.ts';
import type { TermSource } from '../source-format/glossary.ts';
import { toPlainValue } from '../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';
import { checkDocument } from './check-form.ts';
import { NO_LOCK, readCodesLock } from './codes/read-codes-lock.ts';
import type { CourseDraft } from './course-draft.ts';
import { validateBank } from './validate-banks.ts';
import { validateGuide } from './validate-guides.ts';
import { validateLesson } from './validate-lessons.ts';
import { type Glossary, validateGlossary } from './validate-shared-data.ts';
import type { CourseFiles } from './workspace-files.ts';

/** @param shared the workspace's glossary */
export function draftCourse(files: CourseFiles, shared: Glossary, report: Reporter): CourseDraft {
  const { course, folder } = files;
  const authored = checkDocument(course, courseSchema, 'this course', report);
  const own = validateGlossary(files.glossary, shared.terms, report);
  const lock = files.lock === undefined ? NO_LOCK : readCodesLock(files.lock.file, files.lock.text, report);
  const lessons = files.lessons.map((lesson) => validateLesson(lesson, report));
  const banks = files.banks.map((bank) => validateBank(bank, report));
  const guides = files.guides.map((guide) => validateGuide(guide, report));
  const questionNames = banks.flatMap((bank) => bank.names);
  return {
    files,
    folder,
    file: course.file,
    tree: course.root,
    authored,
    fields: authored?.data ?? readValidFields(course.root),
    lessons,
    banks,
    guides,
    questionNames,
    questionIds: new Set(questionNames.map((name) => name.id)),
    terms: new Map<string, TermSource>([...shared.terms, ...own.terms].map((term) => [term.id, term])),
    termsKnown: shared.whole && own.whole,
    lock,
  };
}

/** The fields of a broken course.yaml that are valid by themselves, so that what they say can be checked all the same. */
function readValidFields(root: YamlNode | undefined): Partial<CourseSource> {
  const value = toPlainValue(root);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const given = new Map(Object.entries(value));
  const { outline, completion, grade, packages, editions, checks, accept } = courseSchema.shape;
  const fields: { -readonly [K in keyof CourseSource]?: CourseSource[K] } = {};
  const read = <T>(schema: z.ZodType<T>, key: string, take: (data: T) => void) => {
    const result = schema.safeParse(given.get(key));
    if (result.success) take(result.data);
  };
  read(outline, 'outline', (data) => {
    fields.outline = data;
  });
  read(completion, 'completion', (data) => {
    if (data !== undefined) fields.completion = data;
  });
  read(grade, 'grade', (data) => {
    if (data !== undefined) fields.grade = data;
  });
  read(packages, 'packages', (data) => {
    if (data !== undefined) fields.packages = data;
  });
  read(editions, 'editions', (data) => {
    if (data !== undefined) fields.editions = data;
  });
  read(accept, 'accept', (data) => {
    if (data !== undefined) fields.accept = data;
  });
  read(checks, 'checks', (data) => {
    if (data !== undefined) fields.checks = data;
  });
  return fields;
}
