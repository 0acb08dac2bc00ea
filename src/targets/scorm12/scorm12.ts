/** SCORM 1.2 as a target: one SCO, one organization, one launch page, as every LMS can import. */
import type { PackageFile, RenderedPackage } from '../../compiler/hand-over.ts';
import type { Target } from '../target.ts';
import { SCORM12_LIMITS } from './manifest/limits.ts';
import { MANIFEST_FILE } from './manifest/manifest-names.ts';
import { writeManifest } from './manifest/write-manifest.ts';
import { writeUploadGuide } from './upload-guide.ts';
import { verifyScorm12 } from './verify/verify-scorm12.ts';

export const scorm12: Target = {
  name: 'scorm12',
  title: 'SCORM 1.2',
  limits: SCORM12_LIMITS,
  player: 'scorm12',
  describe: describeScorm12,
  verify: verifyScorm12,
  uploadGuide: writeUploadGuide,
};

function describeScorm12(rendered: RenderedPackage): readonly PackageFile[] {
  const manifest = writeManifest({
    name: rendered.model.name,
    title: rendered.model.title,
    launch: rendered.launch,
    files: rendered.files.map((file) => file.name),
  });
  return [{ name: MANIFEST_FILE, bytes: new TextEncoder().encode(manifest) }];
}
