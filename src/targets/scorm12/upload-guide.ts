/**
 * What a package reports -> what an instructor ticks after uploading it, per LMS. Words for people only;
 * the labels are those of Moodle 4.5 and Canvas in English.
 */
import type { RenderedPackage, UploadGuide } from '../../compiler/hand-over.ts';

/** What the package will tell an LMS. */
interface Policy {
  /** Percent, or undefined for a course without a pass mark. */
  readonly pass: number | undefined;
  readonly hasScore: boolean;
  /** The score never falls; otherwise the last attempt counts. */
  readonly keepsBest: boolean;
  /** The status is held back until the learner presses "Finish and report". */
  readonly isHeldBack: boolean;
}

/** Sentences for Moodle, Canvas, Brightspace, Blackboard and SCORM Cloud. */
export function writeUploadGuide(rendered: RenderedPackage): readonly UploadGuide[] {
  const { grade, report, name } = rendered.model;
  const policy: Policy = {
    pass: grade?.pass,
    hasScore: grade !== undefined,
    keepsBest: grade?.attempt === 'best',
    isHeldBack: report === 'when-finished',
  };
  const zip = `${name}.zip`;
  return [
    { lms: 'Moodle 4.5', steps: guideMoodle(zip, policy) },
    { lms: 'Canvas', steps: guideCanvas(zip, policy) },
    { lms: 'Brightspace', steps: guideBrightspace(zip, policy) },
    { lms: 'Blackboard', steps: guideBlackboard(zip, policy) },
    { lms: 'SCORM Cloud', steps: guideScormCloud(zip, policy) },
  ];
}

function guideMoodle(zip: string, policy: Policy): readonly string[] {
  return [
    `Turn editing on, choose "Add an activity or resource", then "SCORM package", and drop ${zip} into "Package file".`,
    'Appearance: choose "Display course structure in player: Disabled", because the list of contents would take a fifth of the width, and "Student skip content structure page: Always".',
    policy.hasScore
      ? 'Grade: choose "Grading method: Highest grade" and "Maximum grade: 100".'
      : 'Grade: the course sends no score; choose "Grading method: Learning objects" or hide the activity in the grade book.',
    'Attempts management: choose "Number of attempts: Unlimited attempts" and "Force new attempt: No", so that learners resume where they stopped. The course counts the attempts of each quiz itself.',
    'Compatibility settings: leave "Force completed: No" and "Auto-commit: No".',
    `Completion conditions: choose "Add requirements", tick "Require status" and under it "${policy.pass === undefined ? 'Completed' : 'Passed'}" only. ${describeStatus(policy)}`,
    'To replace the package later, open the same activity and put the new zip in its place; learners keep their progress.',
  ];
}

function guideCanvas(zip: string, policy: Policy): readonly string[] {
  return [
    'Canvas plays SCORM packages only with a licensed SCORM tool: ask your administrator whether "SCORM" stands in the course navigation.',
    `Open "SCORM", choose "Upload", and select ${zip}.`,
    policy.hasScore
      ? 'When asked how to use it, choose "Graded Assignment" and give it 100 points; the grade is the score in percent.'
      : 'When asked how to use it, choose "Ungraded"; the course sends no score.',
    `${describeStatus(policy)}${policy.keepsBest ? ' Later visits keep the best score.' : ''}`,
    'To replace the package later, use "Update" on the same entry instead of uploading it a second time.',
  ];
}

function guideBrightspace(zip: string, policy: Policy): readonly string[] {
  return [
    `In Content, choose "Upload / Create", then "SCORM Package", and select ${zip}.`,
    policy.hasScore
      ? 'Tick "Add to grade book" and set "Grade calculation: Highest attempt".'
      : 'Leave "Add to grade book" unticked; the course sends no score.',
    `Let learners resume and open it in a new window. ${describeStatus(policy)}`,
  ];
}

function guideBlackboard(zip: string, policy: Policy): readonly string[] {
  return [
    `Choose "Content Package (SCORM)" under "Build Content" or "Create", and select ${zip}.`,
    policy.hasScore
      ? 'Grade it by "Score" with 100 points; allow unlimited attempts, and grade the attempt with the highest score.'
      : 'Grade it by "Completion" or not at all; the course sends no score.',
    describeStatus(policy),
  ];
}

function guideScormCloud(zip: string, policy: Policy): readonly string[] {
  return [
    `Choose "Add Content", "Import a SCORM package", and select ${zip}. No setting needs changing. ${describeStatus(policy)}`,
  ];
}

/** Which status goes out, and when. */
function describeStatus(policy: Policy): string {
  const moment = policy.isHeldBack ? ', when the learner presses "Finish and report"' : '';
  if (policy.pass === undefined)
    return `The course reports "completed" once everything required is done${moment}; until then "incomplete".`;
  return `The course reports "passed" once ${policy.pass} percent are reached and everything required is done${moment}; until then "incomplete", so that learners can try again.`;
}
