/**
 * A rendered package -> all of its files in zip order, with what the target's LMS wants beside the content, and how to upload it.
 * Must not know any LMS format: the target writes its own descriptor.
 */

import { compareText } from '../../diagnostics/compare-text.ts';
import type { Target } from '../../targets/target.ts';
import type { DescribedPackage, PackageFile, RenderedPackage } from '../hand-over.ts';

/** Descriptor first, then the launch page (some hosts look only at the start of a zip), then the rest by name. */
export function describePackage(rendered: RenderedPackage, target: Target): DescribedPackage {
  const rank = (file: PackageFile) => (file.name === rendered.launch ? 0 : 1);
  const content = [...rendered.files].sort((a, b) => rank(a) - rank(b) || compareText(a.name, b.name));
  return {
    rendered,
    target: target.name,
    files: [...target.describe(rendered), ...content],
    stateLimit: target.limits.stateCharacters,
    upload: target.uploadGuide(rendered),
  };
}
