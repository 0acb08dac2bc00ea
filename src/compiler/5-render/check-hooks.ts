/**
 * Sees whether a page made by a workspace's own template carries every mark that the player looks for.
 * Reads finished HTML; content cannot imitate a mark, because its quotes are escaped.
 */
import { templateMissingHook } from '../../diagnostics/catalog/templates.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { LAUNCH_HOOKS, QUESTION_HOOKS } from '../../shared/page-hooks.ts';
import type { GuideModel } from '../hand-over.ts';
import type { PageTemplate } from './page-views.ts';

/** An attribute that must stand in the HTML so many times. */
export interface ExpectedHook {
  readonly attribute: string;
  readonly times: number;
}

const hook = (attribute: string, times = 1): ExpectedHook => ({ attribute, times });
const part = (name: string, times = 1) => hook(`data-cw="${name}"`, times);

export function launchHooks(): readonly ExpectedHook[] {
  return [hook('data-cw-page="index"'), hook('id="cw-outline"'), ...LAUNCH_HOOKS.map((name) => part(name))];
}

export function pageHooks(): readonly ExpectedHook[] {
  return [hook('data-cw-page="alone"'), part('not-tracked'), part('main')];
}

export function lessonHooks(id: string): readonly ExpectedHook[] {
  return [hook(`data-cw-activity-body="${id}"`)];
}

export function quizHooks(id: string): readonly ExpectedHook[] {
  return [
    hook(`data-cw-activity-body="${id}"`),
    hook(`data-cw-quiz="${id}"`),
    part('quiz-head'),
    part('questions'),
    part('quiz-foot'),
  ];
}

export function examHooks(id: string): readonly ExpectedHook[] {
  return [
    hook(`data-cw-activity-body="${id}"`),
    hook(`data-cw-exam="${id}"`),
    part('exam-about'),
    part('exam-head'),
    part('exam-tools'),
    part('questions'),
    part('exam-foot'),
  ];
}

export function guideHooks({ id, questions, outcomes, rules }: GuideModel): readonly ExpectedHook[] {
  return [
    hook(`data-cw-activity-body="${id}"`),
    part('guide-questions'),
    part('guide-actions'),
    part('guide-outcomes'),
    part('guide-heading'),
    ...questions.map(({ ask }) => hook(`data-cw-ask="${ask}"`)),
    ...outcomes.map((outcome) => hook(`data-cw-outcome="${outcome.id}"`)),
    hook('data-cw-rule="', rules.length),
  ];
}

/** @param own the marks of the question's type */
export function questionHooks(id: string, type: string, own: readonly ExpectedHook[]): readonly ExpectedHook[] {
  return [
    hook(`data-cw-question="${id}"`),
    hook(`data-cw-type="${type}"`),
    ...QUESTION_HOOKS.map((name) => part(name)),
    ...own,
  ];
}

/**
 * Reports every expected mark that is missing or stands there too often.
 * @param file the author's template; the built-in ones are kept right by tests
 */
export function checkHooks(
  html: string,
  expected: readonly ExpectedHook[],
  template: { readonly name: PageTemplate; readonly file: string },
  report: Reporter,
): void {
  for (const { attribute, times } of expected) {
    const count = countOf(html, attribute);
    if (count === times) continue;
    report.add(
      templateMissingHook,
      { file: template.file },
      { name: template.name, hook: attribute, count: count < times ? 0 : count },
    );
  }
}

export function countOf(html: string, attribute: string): number {
  let count = 0;
  for (let at = html.indexOf(attribute); at !== -1; at = html.indexOf(attribute, at + attribute.length)) count += 1;
  return count;
}
