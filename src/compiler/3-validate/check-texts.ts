/** Walks the texts of a course, lessons and the Markdown fields of questions, and has each node checked. Gathers the codes they use. */
import { tableWithoutHeader } from '../../diagnostics/catalog/prose.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { AuthoredBlockNode, AuthoredContent, AuthoredInlineNode } from '../content.ts';
import { checkCodes, findFieldCodes } from './check-codes.ts';
import { checkBlockDirective, checkInlineDirective } from './check-directives.ts';
import { checkLicensedCodes } from './check-licenses.ts';
import { checkLinkText } from './check-link-text.ts';
import { checkImage, checkLink } from './check-links.ts';
import type { Outline } from './check-outline.ts';
import { collectNodes } from './collect-nodes.ts';
import type { CourseDraft } from './course-draft.ts';
import { buildTextScope, type CodeUse, type TextPlace } from './text-scope.ts';
import type { SharedData } from './validate-shared-data.ts';

/** @param hasCptLicense whether CPT codes may stand in the course */
export function checkTexts(
  course: CourseDraft,
  outline: Outline,
  shared: SharedData,
  hasCptLicense: boolean,
  report: Reporter,
): void {
  const scope = buildTextScope(course, outline, shared, report);
  const codes: CodeUse[] = [];
  for (const { file, text, content } of course.files.lessons) {
    codes.push(...checkText(content, { file, text, kind: 'lesson', scope }));
  }
  for (const { file, text } of course.files.banks) {
    const place: TextPlace = { file, text, kind: 'question', scope };
    const questions = course.banks.find((bank) => bank.file === file)?.questions ?? [];
    for (const content of questions.flatMap((question) => [...question.content.values()])) {
      codes.push(...checkText(content, place));
    }
  }
  for (const { file, text } of course.files.guides) {
    const guide = course.guides.find((draft) => draft.file === file)?.guide;
    for (const content of guide?.content.values() ?? []) {
      codes.push(...checkText(content, { file, text, kind: 'guide', scope }));
    }
  }
  const uses = checkLicensedCodes([...findFieldCodes(course), ...codes], hasCptLicense, report);
  checkCodes(course, uses, report);
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
      checkImage(node.source, place);
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
