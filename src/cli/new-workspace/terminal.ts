/** Asks on the terminal, where there is one. The only file that reads from it. */
import { createInterface } from 'node:readline/promises';
import { UsageError } from '../options.ts';
import { WORDS } from '../words.ts';
import type { Interviewer } from './read-answers.ts';

/** Whether somebody can see a question and answer it. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true && !process.env.CI;
}

/** Runs `use` with an interviewer. Ctrl+C and Ctrl+D stop it before anything is written. */
export async function withTerminal<T>(use: (interviewer: Interviewer) => Promise<T>): Promise<T> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const stop = new AbortController();
  lines.once('close', () => stop.abort());
  try {
    return await use({
      say: (text) => process.stderr.write(`${text}\n`),
      ask: (question) => lines.question(question, { signal: stop.signal }),
    });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    throw new UsageError(`\n${WORDS.init.stopped}`);
  } finally {
    lines.close();
  }
}
