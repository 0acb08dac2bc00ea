/**
 * Builds again when a file changes: gathers changes for a moment, builds one version at a time, verifies it when nothing else
 * is to be done, and tells a listener of each step. What a build makes depends on the files' bytes alone, never on their times.
 */
import { watch } from 'chokidar';
import { changesUnseen } from '../diagnostics/catalog/preview.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { faultCodeOf } from '../diagnostics/disk-faults.ts';
import { Report } from '../diagnostics/report.ts';
import type { PreviewBuilder } from './preview-build.ts';

/** Editors write a file in several steps, and save several files at once. */
const GATHER_MS = 40;
/** A page that has just been told to reload asks for its files first. */
const VERIFY_AFTER_MS = 400;

export type RebuildStep = 'building' | 'built' | 'verified';

export interface RebuildLoop {
  /** Problems of watching itself. */
  diagnostics(): readonly Diagnostic[];
  close(): Promise<void>;
}

/** As the reader of workspaces does, leaves out what is hidden or generated. */
function isIgnored(roots: readonly string[]): (path: string) => boolean {
  return (path) => {
    const root = roots.find((folder) => path.startsWith(folder));
    const below = root === undefined ? '' : path.slice(root.length);
    return below.split(/[\\/]/).some((part) => part.startsWith('.') || part === 'node_modules' || part === 'dist');
  };
}

/** Builds once, then whenever something in the folders changes. @param folders absolute paths */
export async function startRebuildLoop(
  builder: PreviewBuilder,
  folders: readonly string[],
  listen: (step: RebuildStep) => void,
): Promise<RebuildLoop> {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const troubles = new Report();

  const later = (ms: number, run: () => void): void => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(run, ms);
  };
  const build = (): void => {
    listen('building');
    builder.build();
    listen('built');
    later(VERIFY_AFTER_MS, () => void verify());
  };
  const verify = async (): Promise<void> => {
    const before = timer;
    const isMore = await builder.verifyNext();
    // A change that came meanwhile has set a timer of its own.
    if (closed || timer !== before) return;
    listen('verified');
    if (isMore) later(0, () => void verify());
  };

  // A link that leads out of the workspace is not part of it, and may lead to the whole disk.
  const watcher = watch([...folders], { ignoreInitial: true, ignored: isIgnored(folders), followSymlinks: false });
  watcher.on('all', () => later(GATHER_MS, build));
  watcher.on('error', (error) => {
    const code = faultCodeOf(error) ?? String(error);
    troubles.add(changesUnseen, undefined, { reason: code });
    listen('verified');
  });
  // What changes while the first build runs is seen: watching begins before it.
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  build();
  return {
    diagnostics: () => troubles.sorted(),
    async close() {
      closed = true;
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
