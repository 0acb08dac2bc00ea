/** The table of floors. Each is measured in a cold process of its own. */
import { archiverFloor } from './archiver-floor.ts';
import { deflateFloor } from './deflate-floor.ts';
import type { Floor } from './floor.ts';
import { manifestFloor } from './manifest-floor.ts';
import { markdownFloor } from './markdown-floor.ts';
import { readFloor } from './read-floor.ts';
import { schemaFloor } from './schema-floor.ts';
import { templateFloor } from './template-floor.ts';
import { verifyFloor } from './verify-floor.ts';
import { yamlFloor } from './yaml-floor.ts';

export const FLOORS: Readonly<Record<string, Floor>> = {
  read: readFloor,
  markdown: markdownFloor,
  yaml: yamlFloor,
  schema: schemaFloor,
  template: templateFloor,
  manifest: manifestFloor,
  deflate: deflateFloor,
  archiver: archiverFloor,
  verify: verifyFloor,
};

/** Those whose sum a cold build is held against: deflate is part of archiver, verifying has a row of its own. */
export const SUMMED = ['read', 'markdown', 'yaml', 'schema', 'template', 'manifest', 'archiver'] as const;
