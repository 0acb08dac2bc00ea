/** What makes a course that works a good one: nothing unused, nothing that grows old, nothing that belongs to others, fair questions. */
import { longPage } from '../../diagnostics/catalog/prose.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Authored } from '../hand-over.ts';
import type { BlueprintSource } from '../source-format/blueprint.ts';
import type { Checks } from '../source-format/checks.ts';
import { checkDatedPhrases, DATED } from './check-dated-phrases.ts';
import { checkLicensedText, SUSPECT } from './check-licenses.ts';
import { checkLimits, type FieldLimits } from './check-limits.ts';
import { checkMedia } from './check-media.ts';
import type { Outline } from './check-outline.ts';
import { checkBanksUsed, findUsedMedia } from './check-usage.ts';
import type { CourseDraft } from './course-draft.ts';
import { checkItemWriting } from './item-writing/check-item-writing.ts';
import { sourceTexts } from './source-texts.ts';

const SUSPECT_OR_DATED = new RegExp(`${SUSPECT.source}|${DATED.source}`);

export interface QualityContext {
  readonly checks: Checks;
  readonly hasLicense: boolean;
  readonly blueprints: ReadonlyMap<string, Authored<BlueprintSource>>;
  readonly limits: ReadonlyMap<string, FieldLimits> | undefined;
}

export function checkQuality(course: CourseDraft, outline: Outline, context: QualityContext, report: Reporter): void {
  const { checks, limits } = context;
  checkBanksUsed(course, outline, report);
  checkMedia(course, findUsedMedia(course), checks, report);
  if (limits !== undefined) checkLimits(course, limits, report);
  const blueprints = [...context.blueprints.values()].map(({ data }) => ({
    id: data.id,
    sections: data.sections.map((section) => section.id),
    application: data.application,
  }));
  checkItemWriting(course, blueprints, checks, report);
  const years = editionYears(course);
  for (const text of sourceTexts(course, SUSPECT_OR_DATED)) {
    checkLicensedText(text, context.hasLicense, report);
    checkDatedPhrases(text, years, report);
  }
  for (const { file, text } of course.files.lessons) {
    const words = text.match(/\S+/g)?.length ?? 0;
    const limit = checks['page-words'];
    if (words > limit) report.add(longPage, { file }, { words, limit });
  }
}

/** The years in `editions:`, whatever else is wrong in course.yaml. */
function editionYears(course: CourseDraft): readonly string[] {
  const editions = course.fields.editions ?? [];
  return [...new Set(editions.flatMap((edition) => /@(\d{4})/.exec(edition)?.[1] ?? []))].sort();
}
