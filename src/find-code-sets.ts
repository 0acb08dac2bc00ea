/** Where a workspace keeps its editions: the folder that coursewright.yaml names, or a hidden one beside it that git leaves alone. Opens no edition. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEFAULT_STORE } from './code-sets/store/edition-store.ts';

export interface CodeSetFolder {
  /** Absolute. */
  readonly folder: string;
  /** True for the hidden folder, which nobody commits by mistake; one that is named may be shared. */
  readonly isHidden: boolean;
}

/** A coursewright.yaml that cannot be read names none; whoever checks it says so. */
export function findCodeSets(workspace: string): CodeSetFolder {
  const named = readNamed(workspace);
  return named === undefined
    ? { folder: resolve(workspace, DEFAULT_STORE), isHidden: true }
    : { folder: resolve(workspace, named), isHidden: false };
}

/** One line of coursewright.yaml. A build that has nothing to do asks for it too, and does not load the YAML parser for it. */
const LINE = /^code-sets:[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|([^#\n]*?))[ \t]*(?:#.*)?$/m;

function readNamed(workspace: string): string | undefined {
  const path = ['coursewright.yaml', 'coursewright.yml'].map((name) => join(workspace, name)).find(existsSync);
  if (path === undefined) return undefined;
  try {
    const [, double, single, plain] = LINE.exec(readFileSync(path, 'utf8').replaceAll('\r\n', '\n')) ?? [];
    const named = (double ?? single ?? plain ?? '').trim();
    return named === '' ? undefined : named;
  } catch {
    return undefined;
  }
}
