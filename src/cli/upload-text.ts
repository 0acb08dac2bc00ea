/**
 * The rows of a build's packages -> how to upload them, told once: what holds for every package stands alone, what differs names
 * its packages. Shows the two LMS that most colleges use; `index.json` has the others. Knows nothing of what the steps say.
 */
import { basename } from 'node:path';
import type { PackageIndexRow } from '../api.ts';
import { WORDS } from './words.ts';

type Uploaded = Pick<PackageIndexRow, 'file' | 'upload'>;

/** What one step says, and of which packages. */
interface Variant {
  readonly step: string;
  readonly files: readonly string[];
}

const SHOWN = /^(Moodle|Canvas)\b/;

/** Lines without their ends, an empty one behind each LMS; nothing for no packages. */
export function uploadText(rows: readonly Uploaded[]): readonly string[] {
  const names = [...new Set(rows.flatMap(({ upload }) => upload.map(({ lms }) => lms)))].filter((lms) =>
    SHOWN.test(lms),
  );
  return names.flatMap((lms) => [
    WORDS.upload.title(lms, rows.length),
    ...placesOf(lms, rows).flatMap((variants) =>
      variants.map((variant) => `  - ${describeVariant(variant, variants, rows.length)}`),
    ),
    '',
  ]);
}

/** The first steps of all packages, then the second ones and so on: each package's steps keep their order. */
function placesOf(lms: string, rows: readonly Uploaded[]): readonly (readonly Variant[])[] {
  const told = rows.map(({ file, upload }) => ({
    file: basename(file),
    steps: (upload.find((guide) => guide.lms === lms)?.steps ?? []).map((step) =>
      rows.length === 1 ? step : step.replaceAll(basename(file), WORDS.upload.zip),
    ),
  }));
  const most = Math.max(0, ...told.map(({ steps }) => steps.length));
  return Array.from({ length: most }, (_, place) => {
    const files = new Map<string, string[]>();
    for (const { file, steps } of told) {
      const step = steps[place];
      if (step !== undefined) files.set(step, [...(files.get(step) ?? []), file]);
    }
    // The most common one comes last, as what is left.
    return [...files].map(([step, of]) => ({ step, files: of })).sort((a, b) => a.files.length - b.files.length);
  });
}

function describeVariant({ step, files }: Variant, variants: readonly Variant[], rows: number): string {
  if (files.length === rows) return step;
  const told = variants.reduce((sum, variant) => sum + variant.files.length, 0);
  const isLeft = told === rows && step === variants.at(-1)?.step;
  return isLeft && files.length > 1 ? WORDS.upload.others(step) : WORDS.upload.only(files, step);
}
