/** Walks the texts of a course, lessons and the Markdown fields of questions, and has each node checked. Gathers the codes they use. */
import { tableWithoutHeader } from '../../diagnostics/catalog/prose.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { AuthoredBlockNode, AuthoredContent, AuthoredInlineNode } from '../content.ts';
import type { CodeUse } from '../code-use.ts';
import type { PcsDrill } from '../pcs-drill.ts';
import { checkBlockDirective, checkInlineDirective } from './check-directives.ts';
import { checkLicensedCodes } from './check-licenses.ts';
import { checkLinkText } from './check-link-text.ts';
import { checkImage, checkLink } from './check-links.ts';
import type { Outline } from './check-outline.ts';
import { checkCodes } from './codes/check-codes.ts';
import { checkDrills } from './codes/check-drills.ts';
import { checkEditions } from './codes/check-editions.ts';
import { checkQuotedTitles } from './codes/check-quoted-titles.ts';
import { findFieldCodes } from './codes/find-field-codes.ts';
import type { CodeChecks } from './codes/judge-use.ts';
import { collectNodes } from './collect-nodes.ts';
import type { CourseDraft } from './course-draft.ts';
import { buildTextScope, type TextPlace } from './text-scope.ts';
import type { SharedData } from './validate-shared-data.ts';

/** What the texts of a course are held against, beside the course itself. */
export interface TextChecks extends CodeChecks {
  readonly shared: SharedData;
  /** Whether CPT codes may stand in the course. */
  readonly hasCptLicense: boolean;
  /** Characters that an alternative text may have without a warning. */
  readonly altLimit: number;
}

/** What checking the texts and codes of a course brings to light. */
export interface TextFindings {
  /** Every code that the course names. */
  readonly codeUses: readonly CodeUse[];
  readonly drills: ReadonlyMap<string, PcsDrill>;
}

/** @throws DamagedEdition */
export function checkTexts(course: CourseDraft, outline: Outline, checks: TextChecks, report: Reporter): TextFindings {
  const scope = buildTextScope(course, outline, checks, report);
  const codes: CodeUse[] = [];
  const lessonIds = new Map(course.lessons.map(({ file, name }) => [file, name.id]));
  for (const { file, text, content } of course.files.lessons) {
    codes.push(...checkText(content, { file, text, kind: 'lesson', id: lessonIds.get(file) ?? '', scope }));
  }
  for (const { file, text } of course.files.banks) {
    const questions = course.banks.find((bank) => bank.file === file)?.questions ?? [];
    for (const { content, source } of questions) {
      const { id, edition } = source;
      const place: TextPlace = {
        file,
        text,
        kind: 'question',
        id,
        scope,
        ...(edition === undefined ? {} : { edition }),
      };
      codes.push(...[...content.values()].flatMap((part) => checkText(part, place)));
    }
  }
  for (const { file, text } of course.files.guides) {
    const guide = course.guides.find((draft) => draft.file === file)?.guide;
    for (const content of guide?.content.values() ?? []) {
      codes.push(...checkText(content, { file, text, kind: 'guide', id: guide?.data.id ?? '', scope }));
    }
  }
  const uses = checkLicensedCodes([...findFieldCodes(course), ...codes], checks.hasCptLicense, report);
  checkCodes(course, uses, checks, report);
  checkQuotedTitles(course, uses, checks, report);
  checkEditions(course, checks.sets, checks.asOf, report);
  return { codeUses: uses, drills: checkDrills(course, checks, report) };
}

/** Returns the codes that the text uses. */
function checkText(content: AuthoredContent, place: TextPlace): readonly CodeUse[] {
  return collectNodes(content).nodes.flatMap((node) => checkNode(node, place));
}

function checkNode(node: AuthoredBlockNode | AuthoredInlineNode, place: TextPlace): readonly CodeUse[] {
  switch (node.kind) {
    case 'inline-directive':
      return checkInlineDirective(node.directive, place);
    case 'link':
      checkLink(node.target, place);
      checkLinkText(node, place.scope.report);
      return [];
    case 'image':
    case 'figure':
      checkImage(node, place);
      return [];
    case 'block-directive':
      checkBlockDirective(node.directive, place);
      return [];
    case 'block-html':
      // An empty line cuts a piece of HTML in two: only a whole table can be judged.
      if (/<table\b[\s\S]*<\/table\b/i.test(node.html) && !/<th\b/i.test(node.html))
        place.scope.report.add(tableWithoutHeader, node.span, { form: 'HTML' });
      return [];
    case 'inline-html':
      return [];
  }
}
