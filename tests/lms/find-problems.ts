/** Looks with axe-core at a course in the fake LMS's frame. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CourseDriver } from './course-driver.ts';

const AXE = readFileSync(
  join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules/axe-core/axe.min.js'),
  'utf8',
);

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** Violations, as `state: rule, element`; also what scrolls sideways: the page, an open dialog, its list. */
export async function findProblems(
  course: CourseDriver,
  packageName: string,
  state: string,
): Promise<readonly string[]> {
  const frame = course.page.frames().find((candidate) => candidate.url().includes(`/${packageName}/`));
  if (frame === undefined) throw new Error('the course is not open');
  await frame.evaluate(AXE);
  const found = await frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(root: Document): Promise<AxeResult> } };
    const { violations } = await axe.run(document);
    const boxes = [document.documentElement, ...document.querySelectorAll('dialog[open], [data-cw="look-up-list"]')];
    const wide = boxes
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((box) => `scrolls sideways, ${box.scrollWidth} > ${box.clientWidth}, ${box.outerHTML.slice(0, 60)}`);
    return [...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}, ${html.slice(0, 120)}`)), ...wide];
  });
  return found.map((problem) => `${state}: ${problem}`);
}
