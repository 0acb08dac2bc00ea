/** A copy of a valid workspace to break, and its build through the public door. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type BuildResult, buildCourses } from '../../src/api.ts';

const VALID = join(import.meta.dirname, '..', 'fixtures', 'valid');

export interface HostileWorkspace {
  readonly folder: string;
  readonly out: string;
  /** The absolute path of a file of the workspace. */
  at(path: string): string;
  write(path: string, content: string | Uint8Array): void;
  build(): Promise<HostileBuild>;
}

export interface HostileBuild {
  readonly result: BuildResult;
  readonly codes: readonly string[];
  /** Names in the out folder. */
  readonly written: readonly string[];
}

/** Removed after the test. */
export function copyWorkspace(fixture = 'minimal'): HostileWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'coursewright-hostile-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'workspace');
  const out = join(root, 'dist');
  cpSync(join(VALID, fixture), folder, { recursive: true });
  const at = (path: string): string => join(folder, path);
  return {
    folder,
    out,
    at,
    write: (path, content) => writeFileSync(at(path), content),
    async build() {
      const result = await buildCourses({ workspace: folder, out, asOf: '2026-11-22' });
      return {
        result,
        codes: [...new Set(result.diagnostics.map((d) => d.code))],
        written: existsSync(out) ? readdirSync(out) : [],
      };
    },
  };
}
