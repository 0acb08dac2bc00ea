/** Every sentence that a comparison says to instructors, in one table, so that it can be translated. */
import type { ActivityAspect, QuestionAspect, Sentences, Verdict } from './package-comparison.ts';

/** `1 question`, `2 questions`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`; a long list ends in how many more there are. */
export function listed(items: readonly string[], most = 6): string {
  const shown = items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

export function quoted(text: string): string {
  return `"${text}"`;
}

const NEW_ACTIVITY = 'Leave the old activity in the LMS as it is and upload this package as a new one.';
const ANEW = 'Learners begin anew in it. What they did stays with the old activity.';

/** What and learners; nothing to do. */
function note(what: string, learners = ''): Sentences {
  return { what, learners, action: '' };
}

const minutesText = (minutes: number) => (minutes === 0 ? 'no time limit' : counted(minutes, 'minute'));
const factorsText = (factors: readonly number[]) =>
  factors.map((factor) => (factor === 0 ? 'untimed' : String(factor))).join(', ');
const FEEDBACK: Readonly<Record<string, string>> = { end: 'at the end', passed: 'once it is passed', never: 'never' };

export const FINDING_WORDS = {
  nameChanged: (from: string, to: string): Sentences => ({
    what: `The package has another name: "${to}", before "${from}". To an LMS it is another course.`,
    learners: `Replacing would delete what learners did, in Moodle and others. ${ANEW}`,
    action: `${NEW_ACTIVITY} If it should be the same course, give the course and its parts their old ids back.`,
  }),
  partsChanged: (from: string, to: string): Sentences => ({
    what: `The course is divided into packages in another way: "${to}" takes the place of "${from}".`,
    learners: ANEW,
    action: NEW_ACTIVITY,
  }),
  itemChanged: (from: string, to: string): Sentences => ({
    what: `The identifier under which an LMS keeps learners' records changed from "${from}" to "${to}".`,
    learners: 'Moodle and others delete the records of all learners when such a package replaces the old one.',
    action: `${NEW_ACTIVITY} Or build the package again, without changing its manifest by hand.`,
  }),
  passRaised: (from: number | null, to: number): Sentences => ({
    what:
      from === null ? `There is a pass mark now: ${to} percent.` : `The pass mark rose from ${from} to ${to} percent.`,
    learners:
      'Learners who passed or completed stay so. Those in progress are held to a rule that was not there when they began.',
    action:
      'Upload it as a new activity for learners who begin from now on, or replace once nobody is in progress. Check the completion condition in your LMS.',
  }),
  passLowered: (from: number, to: number | null): Sentences => ({
    what:
      to === null
        ? `There is no pass mark any more; it was ${from} percent.`
        : `The pass mark fell from ${from} to ${to} percent.`,
    learners:
      to === null
        ? 'Learners in progress complete the course when everything required is done; "passed" is no longer reported.'
        : 'Learners whose score is high enough now pass on their next visit.',
    action:
      to === null
        ? 'Change the completion condition in your LMS from "passed" to "completed".'
        : 'Nothing, if that is what you want.',
  }),
  gradeRemoved: (): Sentences => ({
    what: 'The course no longer reports a score.',
    learners: 'Scores that the LMS holds stay. Learners in progress get none.',
    action: 'Upload it as a new activity, without a grade.',
  }),
  gradeAdded: (): Sentences => ({
    what: 'The course reports a score now.',
    learners: 'It is made from quizzes already done as well, on the next visit.',
    action: 'Turn grading on for the activity in your LMS.',
  }),
  lastCounts: (): Sentences => ({
    what: 'The last attempt counts now, not the best.',
    learners: 'A score that was reported can fall.',
    action: 'Upload it as a new activity for learners who begin from now on.',
  }),
  bestCounts: (): Sentences => ({
    what: 'The best attempt counts now, not the last.',
    learners: 'Scores can only rise.',
    action: 'Choose the highest grade as grading method in your LMS.',
  }),
  gradedChanged: (added: readonly string[], removed: readonly string[], mayFall: boolean): Sentences => ({
    what: [
      'The score is made from other quizzes or weights.',
      ...(added.length === 0 ? [] : [`New in it: ${listed(added.map(quoted))}.`]),
      ...(removed.length === 0 ? [] : [`No longer in it: ${listed(removed.map(quoted))}.`]),
    ].join(' '),
    learners: mayFall
      ? 'Scores are computed anew on the next visit and can fall, because the last attempt counts.'
      : 'Scores that were earned stay, even where the new rule would give less.',
    action: mayFall
      ? 'Upload it as a new activity for learners who begin from now on.'
      : 'Decide whether old and new scores may stand side by side in your grade book.',
  }),
  reportChanged: (whenFinished: boolean): Sentences => ({
    what: whenFinished
      ? 'The status is sent only when the learner presses "Finish and report" now.'
      : 'The status is sent as soon as it is earned now.',
    learners: whenFinished
      ? 'Learners in progress must press the button at the end.'
      : 'Learners who had done everything without pressing the button are reported on their next visit.',
    action: whenFinished ? 'Tell your learners.' : '',
  }),
  completionAdded: (titles: readonly string[]): Sentences =>
    note(
      `Required for completion now: ${listed(titles.map(quoted))}.`,
      'Learners who completed stay completed. The others have it to do as well.',
    ),
  completionRemoved: (titles: readonly string[]): Sentences =>
    note(
      `No longer required for completion: ${listed(titles.map(quoted))}.`,
      'Learners who have done all the rest complete on their next visit.',
    ),
  attemptsLowered: (title: string, from: number, to: number): Sentences => ({
    what: `"${title}" allows ${counted(to, 'attempt')}, before ${from === 0 ? 'any number' : from}.`,
    learners: 'Attempts already made count: who has used as many has none left. Scores stay.',
    action: 'Tell learners before you replace it, or wait until the term is over.',
  }),
  examTime: (from: number, to: number) => `${minutesText(to)} (before: ${minutesText(from)})`,
  examFactors: (from: readonly number[], to: readonly number[]) =>
    `time factors ${factorsText(to)} (before: ${factorsText(from)})`,
  examModes: (from: readonly string[], to: readonly string[]) =>
    `modes ${to.join(' and ')} (before: ${from.join(' and ')})`,
  examFeedback: (from: string, to: string) => `feedback ${FEEDBACK[to] ?? to} (before: ${FEEDBACK[from] ?? from})`,
  examRulesChanged: (title: string, changes: readonly string[]): Sentences => ({
    what: `"${title}" has other rules: ${changes.join(', ')}.`,
    learners: 'They hold from the next visit, also for an attempt that is going on.',
    action: 'Replace it between two sittings, or tell learners.',
  }),
  creditChanged: (title: string): Sentences => ({
    what: `Answers that are right in part earn something else in "${title}".`,
    learners: 'Scores that were reported stay; an attempt that is going on is graded by the new rule.',
    action: 'Decide whether scores by both rules may stand side by side in your grade book.',
  }),
  drawsChanged: (title: string, domains: readonly string[]): Sentences => ({
    what: `The graded exam "${title}" draws its questions in other proportions (${domains.join(', ')}).`,
    learners: 'An attempt that is going on keeps its questions, and earlier scores stay.',
    action: 'See that they are still those of its blueprint.',
  }),
  drawChanged: (kind: 'quiz' | 'exam', title: string, from: number, to: number): Sentences => ({
    what: `The graded ${kind} "${title}" asks ${counted(to, 'question')}, before ${from}.`,
    learners: 'An attempt that is going on keeps its questions. Scores from before stay.',
    action: 'Decide whether scores over different numbers of questions may stand side by side in your grade book.',
  }),
  poolChanged: (kind: 'quiz' | 'exam', title: string, domains: readonly string[]): Sentences =>
    note(
      `The questions of the graded ${kind} "${title}" changed${domains.length === 0 ? '' : ` (${domains.join(', ')})`}.`,
      'Scores from before stay.',
    ),
  stateOverLimit: (characters: number, limit: number): Sentences => ({
    what: `A learner's saved state can reach ${characters} characters; LMSs keep ${limit}.`,
    learners: 'Learners who do a lot would lose their oldest results.',
    action: 'Split the course into parts, or let quizzes draw fewer questions.',
  }),
  stateTight: (characters: number, limit: number): Sentences => ({
    what: `With an attempt of the old package still open, a learner's saved state can reach ${characters} of ${limit} characters.`,
    learners: 'Such a learner may lose the oldest lines of the history; answers and scores stay.',
    action: 'Replace when few learners are inside a quiz.',
  }),
  olderTool: (from: string, to: string): Sentences => ({
    what: `The new package was made by an older Coursewright (${to}, before ${from}).`,
    learners: '',
    action: 'Build it with the newer version, so that saved work of learners is read as it was written.',
  }),
  manifestChanged: (reasons: readonly string[]): Sentences => ({
    what: `The manifest changed: ${listed(reasons)}.`,
    learners:
      'Moodle, Canvas, Open edX and most others take the update. ILIAS refuses it, and OpenOLAT makes learners begin anew.',
    action: 'In ILIAS and OpenOLAT upload it as a new activity.',
  }),
  manifestChangedAlone: (): Sentences => ({
    what: 'The manifest changed although neither the title nor the list of files did (rule M15).',
    learners: 'ILIAS refuses the update, and OpenOLAT makes learners begin anew.',
    action:
      'Build both packages with the same version of Coursewright. In ILIAS and OpenOLAT upload it as a new activity.',
  }),
  questionRenamed: (from: string, to: string): Sentences => ({
    what: `Question "${to}" has the words of "${from}", which is gone: its id was changed.`,
    learners: 'Answers and results under the old id are lost.',
    action: `Give the question its id "${from}" back.`,
  }),
  activityRenamed: (from: string, to: string): Sentences => ({
    what: `"${to}" has the content of "${from}", which is gone: its id was changed.`,
    learners: 'Learners who have done it must do it again.',
    action: `Give it its id "${from}" back. The id of a lesson is its file name, if the lesson names none.`,
  }),
  questionIdsGone: (ids: readonly string[]): Sentences =>
    note(
      `${counted(ids.length, 'question id')} of the old package ${ids.length === 1 ? 'is' : 'are'} gone: ${listed(ids.map(quoted))}.`,
    ),
  activityIdsGone: (ids: readonly string[]): Sentences =>
    note(
      `${counted(ids.length, 'id')} of lessons or quizzes of the old package ${ids.length === 1 ? 'is' : 'are'} gone: ${listed(ids.map(quoted))}.`,
    ),
  questionIdReused: (id: string, keepsAnswers: boolean): Sentences => ({
    what: `Question "${id}" has nothing in common with the one that had this id before.`,
    learners: keepsAnswers
      ? 'Answers to the old question are taken for answers to the new one.'
      : 'The new one is asked, but earlier results under the id belong to the old one.',
    action: 'If it is another question, give it an id that was never used.',
  }),
  tagTaken: (from: string, to: string): Sentences => ({
    what: `In saved states, "${to}" has the same short name as "${from}", which is gone.`,
    learners: `What learners did with "${from}" is taken for "${to}".`,
    action: `Choose another id for "${to}".`,
  }),
  optionsSwapped: (id: string): Sentences => ({
    what: `In question "${id}" texts of options moved to other option ids.`,
    learners: 'Answers are kept by option id, so they point at other texts now.',
    action: 'Give each text its old option id back, or raise `revision:` of the question, which asks it again.',
  }),
  changeUnnoticed: (id: string): Sentences => ({
    what: `Question "${id}" has another key or other options, but the same check letters by chance.`,
    learners: 'The change is not noticed: answers are kept and graded by the new key.',
    action: 'Raise `revision:` of the question, which asks it again.',
  }),
  kindChanged: (title: string, kind: string): Sentences => ({
    what: `"${title}" is ${kind === 'exam' ? 'an' : 'a'} ${kind} now.`,
    learners: 'What learners did in it before does not count in its new form, but it stays done for those who did it.',
    action: 'Give it a new id, so that everybody has to do it.',
  }),
  orderChanged: (): Sentences =>
    note('Lessons or quizzes stand in another order.', 'Nothing is lost: progress is kept by id, not by place.'),
  titleChanged: (from: string, to: string): Sentences =>
    note(`The title is "${to}", before "${from}". Most LMSs go on showing the old one until you change it there.`),
  languageChanged: (from: string, to: string): Sentences => note(`The language is "${to}", before "${from}".`),
  editionsChanged: (from: readonly string[], to: readonly string[]): Sentences =>
    note(`Code sets: ${listed(to) || 'none'}; before: ${listed(from) || 'none'}.`),
  reviewChanged: (to: string): Sentences =>
    note(to === '' ? 'The course no longer says who reviewed it.' : `Reviewed: ${to}.`),
  versionSame: (version: string): Sentences => ({
    what: `Both packages call themselves version ${version}.`,
    learners: '',
    action: 'Raise `version:` in course.yaml, so that you can tell which one your LMS holds.',
  }),
  versionOlder: (from: string, to: string): Sentences => ({
    what: `The new package has the lower version: ${to}, before ${from}.`,
    learners: '',
    action: 'See whether the two files are in the right order: the old one comes first.',
  }),
  packedOtherwise: (): Sentences => ({
    what: 'All files are equal; the zips differ only in how they are packed (rule Z10).',
    learners: '',
    action:
      'There is nothing to replace. An LMS that fetches packages from an address would fetch it again; zip programs pack in their own way, so hand out the zip as the build wrote it.',
  }),
  looksChanged: (files: readonly string[]): Sentences =>
    note(`Looks or behavior changed (${listed(files)}); texts and answers are not touched by that.`),
} as const;

export const COMPARISON_WORDS = {
  verdict: {
    identical: 'No difference: there is nothing to replace.',
    safe: 'Safe to replace: learners keep what they have.',
    check: 'Safe to replace, once you have looked at these points.',
    unsafe: 'Not safe to replace: upload it as a new activity.',
  } satisfies Readonly<Record<Verdict, string>>,
  weight: { unsafe: 'Not safe', check: 'Look at this', note: 'Good to know' },
  learners: 'Learners',
  action: 'To do',
  packages: { old: 'old', new: 'new' },
  version: (version: string, tool: string) => `version ${version}, Coursewright ${tool}`,
  stateAtWorst: (to: number, from: number, limit: number) =>
    `Saved state at worst: ${to.toLocaleString('en-US')} of ${limit.toLocaleString('en-US')} characters${from === to ? '' : ` (before ${from.toLocaleString('en-US')})`}.`,
  manifestSame: 'The manifest is unchanged, so ILIAS and OpenOLAT take the update as well.',
  lessonsAndQuizzes: 'Lessons and quizzes',
  questions: 'Questions',
  files: 'Pictures and other files',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  required: 'required',
  beginning: 'its beginning',
  aspects: {
    type: 'another type',
    key: 'another key',
    options: 'other options',
    revision: 'revision raised',
    stem: 'question reworded',
    'option texts': 'options reworded',
    explanation: 'explanation changed',
    domain: 'another domain',
    'option order': 'options in another order',
    places: 'shown in other places',
  } satisfies Readonly<Record<QuestionAspect, string>>,
  activityAspects: {
    kind: 'another kind',
    title: 'another title',
    module: 'another module',
    text: 'text',
    questions: 'questions',
    draw: 'number of questions',
    order: 'order of questions',
    shuffling: 'shuffling',
  } satisfies Readonly<Record<ActivityAspect, string>>,
  effects: {
    askedAgain:
      'Their answers are dropped; the question says that it changed and asks again. Scores that were earned stay.',
    kept: 'Answers are kept.',
    questionsAdded: 'In a lesson they stand unanswered. In a quiz they come with the next attempt.',
    questionsRemoved:
      'Answers to them are dropped; an attempt that is going on goes on without them. Scores that were earned stay.',
    activitiesAdded: 'Nobody has done them yet. Learners who completed the course stay completed.',
    activitiesRemoved: 'They no longer count. Who stopped on one of them starts on the title page.',
    activitiesChanged: 'Done stays done.',
  },
  openPages:
    'A learner who is inside while you replace the package keeps the old pages until the course is opened again; what is saved from them is read by the new package.',
  newPart: (name: string) => `"${name}" is new: upload it as a new activity.`,
  gonePart: (name: string) =>
    `"${name}" is no longer made. Not safe to replace: leave its activity in the LMS as it is; what learners did stays there.`,
} as const;
