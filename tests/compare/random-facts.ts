/** Random facts of packages that look like one another: few ids, so that two of them share many. */
import fc from 'fast-check';
import type { PackageFacts, QuestionFacts } from '../../src/compare/package-facts.ts';
import type { ActivityData } from '../../src/shared/package-data.ts';
import { checkOf, tagOf } from '../../src/shared/tags.ts';

const QUESTION_IDS = ['q-1', 'q-2', 'q-3', 'q-4', 'q-5'];
const ACTIVITY_IDS = ['a-1', 'a-2', 'a-3', 'a-4'];
const word = fc.constantFrom('one', 'two', 'three');
const ids = (all: readonly string[]) => fc.shuffledSubarray([...all]);

function question(id: string): fc.Arbitrary<QuestionFacts> {
  return fc
    .record({
      options: fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 2 }),
      texts: fc.array(word, { minLength: 4, maxLength: 4 }),
      stem: word,
      explanation: word,
      domain: word,
      revision: fc.integer({ min: 1, max: 2 }),
      key: fc.nat({ max: 1 }),
    })
    .map(({ options, texts, stem, explanation, domain, revision, key }) => {
      const right = options[key] ?? 'a';
      return {
        id,
        tag: tagOf(id),
        check: checkOf(`${[...options].sort().join('')};${right};${revision}`),
        domain,
        answer: { type: 'single-choice', options, pinned: [], key: [right], select: 1 },
        stem: `${id} ${stem}`,
        options: new Map(options.map((option, index) => [option, `${id} ${texts[index]}`])),
        explanation,
        reasons: new Map(options.map((option) => [option, explanation])),
      };
    });
}

function activity(id: string): fc.Arbitrary<ActivityData> {
  const facts = fc.record({
    title: word,
    list: ids(QUESTION_IDS),
    isQuiz: fc.boolean(),
    draw: fc.integer({ min: 1, max: 5 }),
  });
  return facts.map(({ title, list, isQuiz, draw }) => {
    const common = { id, tag: tagOf(id), title, page: `${id}.html`, script: `${id}.page.js`, minutes: 0 };
    return isQuiz
      ? { kind: 'quiz', ...common, pool: list, draw, drawn: true, shuffle: true }
      : { kind: 'lesson', ...common, checks: list };
  });
}

export const packageFacts: fc.Arbitrary<PackageFacts> = ids(ACTIVITY_IDS).chain((activityIds) =>
  fc
    .record({
      name: fc.constantFrom('course', 'course', 'course', 'course-part', 'other'),
      title: word,
      activities: fc.tuple(...activityIds.map(activity)),
      questions: ids(QUESTION_IDS).chain((list) => fc.tuple(...list.map(question))),
      completion: ids(activityIds),
      pass: fc.option(fc.integer({ min: 50, max: 52 })),
      attempt: fc.constantFrom('best' as const, 'last' as const),
      isGraded: fc.boolean(),
      section: word,
      version: fc.constantFrom('1.0.0', '1.0.1', '1.10.0'),
    })
    .map((random): PackageFacts => {
      const { name, title, activities, questions, completion } = random;
      const lessons = activities.filter(({ kind }) => kind === 'lesson');
      const files = [...activities.flatMap(({ page, script }) => [page, script]), 'course-data.js', 'imsmanifest.xml'];
      const text = JSON.stringify(random);
      return {
        file: `${name}.zip`,
        sha256: checkOf(text),
        data: {
          version: 1,
          name,
          title,
          courseVersion: random.version,
          toolVersion: '0.1.0',
          language: 'en',
          editions: [],
          reviewed: '',
          modules: [{ id: 'm', title: 'Module', activities: activityIds }],
          activities,
          domains: [],
          questions: questions.map(({ id, tag, check, domain }) => ({
            id,
            tag,
            check,
            domain,
            answer: { form: 'ids' as const, most: 1 },
          })),
          completion,
          grade: random.isGraded
            ? { activities: activityIds.map((id) => ({ id, weight: 1 })), attempt: random.attempt, pass: random.pass }
            : null,
          report: 'when-earned',
        },
        identity: { file: 'imsmanifest.xml', item: `item-${name}`, title },
        // Which content a file has does not matter: any difference of the facts shows in one of them.
        files: files.map((file) => ({ name: file, fingerprint: file === 'course-data.js' ? text : file })),
        lessons: new Map(lessons.map(({ id }) => [id, new Map([['Heading', `${id} ${random.section}`]])])),
        questions: new Map(questions.map((one) => [one.id, one])),
      };
    }),
);
