/** A workspace in a folder of its own, to be edited while a preview runs, and a reader of what the preview tells its page. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PreviewState } from '../../src/preview/preview-state.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface EditableWorkspace {
  readonly folder: string;
  /** Replaces a text in a file; it must be there. */
  replace(path: string, from: string, to: string): void;
  write(path: string, text: string): void;
  remove(): void;
}

export function copyFixture(name: string): EditableWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-preview-'));
  cpSync(join(ROOT, 'tests/fixtures/valid', name), folder, { recursive: true });
  return {
    folder,
    replace(path, from, to) {
      const before = readFileSync(join(folder, path), 'utf8');
      if (!before.includes(from)) throw new Error(`"${from}" is not in ${path}`);
      writeFileSync(join(folder, path), before.replace(from, to));
    },
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface StateReader {
  /** The first state, now or later, that is as wanted. */
  wait(isWanted: (state: PreviewState) => boolean): Promise<PreviewState>;
  /** Every state so far. */
  states(): readonly PreviewState[];
  close(): void;
}

/** Listens as the page does. */
export function readStates(origin: string): StateReader {
  const states: PreviewState[] = [];
  const waiting = new Set<() => void>();
  let rest = '';
  const request = get(`${origin}/events`, (response) => {
    response.setEncoding('utf8');
    response.on('data', (piece: string) => {
      const parts = (rest + piece).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const line = part.split('\n').find((text) => text.startsWith('data: '));
        if (line !== undefined) states.push(JSON.parse(line.slice('data: '.length)));
      }
      for (const look of waiting) look();
    });
  });
  request.on('error', () => undefined);
  return {
    states: () => states,
    wait: (isWanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = states.at(-1);
          if (found === undefined || !isWanted(found)) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => void request.destroy(),
  };
}
