/** Finds the workspace that a command is meant for. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const CONFIG = 'coursewright.yaml';

/** The folder named, or this folder, its `course-source`, or the nearest folder above that is a workspace. */
export function findWorkspace(named: string | undefined, current: string): string | undefined {
  if (named !== undefined) return resolve(current, named);
  if (existsSync(join(current, CONFIG))) return current;
  if (existsSync(join(current, 'course-source', CONFIG))) return join(current, 'course-source');
  const above = dirname(current);
  return above === current ? undefined : findWorkspace(undefined, above);
}
