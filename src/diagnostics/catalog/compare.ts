/** Rules about comparing two packages: what `diff` cannot read, and what it finds. */

import { defineRule } from '../rule.ts';
import { findingRules, packageGone, packageNew } from './compare-findings.ts';

export const packageOfAnotherTool = defineRule<{ package: string }>({
  code: 'CW6200',
  name: 'package-of-another-tool',
  severity: 'error',
  message: ({ package: name }) =>
    `"${name}" was not made by Coursewright, so its lessons and questions cannot be compared`,
  hint: () => 'compare two packages that Coursewright built; "coursewright verify" looks any SCORM package over',
  why: 'To say what happens to learners, both packages must tell their lessons, questions and rules. Packages of other tools keep them in forms of their own.',
  fix: 'Name two packages that "coursewright build" wrote.',
  before: 'coursewright diff from-articulate.zip dist/cpc-exam-prep.zip',
  after: 'coursewright diff old/cpc-exam-prep.zip dist/cpc-exam-prep.zip',
});

export const packageFromNewerTool = defineRule<{ package: string; tool: string }>({
  code: 'CW6201',
  name: 'package-from-newer-tool',
  severity: 'error',
  message: ({ package: name, tool }) =>
    `"${name}" was made by a newer Coursewright${tool === '' ? '' : ` (${tool})`} than this one`,
  hint: () => 'update Coursewright, then compare again',
  why: 'A newer version of the tool may keep facts in its packages that this version does not know. A comparison without them could call an unsafe replacement safe.',
  fix: 'Install the version that made the package, or a later one.',
  before: 'a package of version 3 compared with the tool of version 1',
  after: 'the tool at the same version as the package or later',
});

export const packagePartUnreadable = defineRule<{ package: string; file: string; reason: string }>({
  code: 'CW6202',
  name: 'package-part-unreadable',
  severity: 'error',
  message: ({ package: name, file, reason }) => `"${file}" in "${name}" cannot be read: ${reason}`,
  hint: () => 'compare the zip as the build wrote it',
  why: 'The comparison reads the facts that the build put into the package. A package that was changed by hand or damaged on its way no longer holds them whole.',
  fix: 'Fetch the package again from where it was built, or build it again.',
  before: 'a package whose course-data.js was edited',
  after: 'the package as the build wrote it',
});

export const noLastPackage = defineRule<{ course: string; folder: string }>({
  code: 'CW6203',
  name: 'no-last-package',
  severity: 'error',
  message: ({ course, folder }) => `there is no earlier package of "${course}" in ${folder} to compare with`,
  hint: ({ course }) =>
    `run "coursewright build ${course}" before you change the course, or name two zips: coursewright diff OLD.zip NEW.zip`,
  why: 'A course is compared with the package that the last build left in the output folder.',
  fix: 'Build the course once, or put the package that is in use in your LMS into the folder, or name both zips.',
  before: 'coursewright diff cpc-exam-prep, with an empty dist/',
  after: 'coursewright diff cpc-exam-prep, with dist/cpc-exam-prep.zip from the last build',
});

export const compareRules = [
  packageOfAnotherTool,
  packageFromNewerTool,
  packagePartUnreadable,
  noLastPackage,
  ...findingRules,
  packageGone,
  packageNew,
] as const;
