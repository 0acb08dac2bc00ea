/** All rules about packages (CW60xx), gathered from the files that hold them by subject. */
import { packageContentRules } from './packages-content.ts';
import { packageManifestRules } from './packages-manifest.ts';
import { packageStoreRules } from './packages-store.ts';
import { packageZipRules } from './packages-zip.ts';

export const packagesRules = [
  ...packageZipRules,
  ...packageManifestRules,
  ...packageContentRules,
  ...packageStoreRules,
] as const;
