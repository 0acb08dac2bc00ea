/** Where a workspace keeps its editions: the folder that coursewright.yaml names, or a hidden one beside it that git leaves alone. Opens no edition. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEFAULT_STORE } from './code-sets/store/edition-store.ts';
import { findNode } from './compiler/syntax/yaml/query-yaml.ts';
import { parseYaml } from './compiler/syntax/yaml/parse-yaml.ts';
import { Report } from './diagnostics/report.ts';

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

function readNamed(workspace: string): string | undefined {
  const path = ['coursewright.yaml', 'coursewright.yml'].map((name) => join(workspace, name)).find(existsSync);
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
  const node = findNode(parseYaml('coursewright.yaml', text, new Report()).root, ['code-sets']);
  return node?.kind === 'scalar' && node.text.trim() !== '' ? node.text.trim() : undefined;
}
