/**
 * The prebuilt player -> its scripts as a package carries them: what is always there, and the parts, each with its words before it.
 *
 * Parts for answers are in every package, so that a question of another type changes no manifest (lms-rules M15); those for exams and
 * guides only where there is one, which is a file more anyway.
 */
import {
  PLAYER_PARTS,
  PLAYER_SCRIPT,
  type PlayerPart,
  partScriptName,
  WORDS_SCRIPT,
} from '../../shared/package-files.ts';
import { splitPlayerTable } from '../../shared/words/split-player-table.ts';
import type { PackageFile, PackageModel } from '../hand-over.ts';
import { scriptJson } from './html.ts';

/** The words that the player always has. */
export function wordsFile({ words }: PackageModel): PackageFile {
  const table = scriptJson(splitPlayerTable(words.player).base);
  return {
    name: WORDS_SCRIPT,
    bytes: encode(`(window.coursewright=window.coursewright||{}).words={"base":${table}};\n`),
  };
}

/** @param player the scripts of a target by their names in a package */
export function playerFiles(
  { words, activities }: PackageModel,
  player: ReadonlyMap<string, Uint8Array>,
): readonly PackageFile[] {
  const tables = splitPlayerTable(words.player).parts;
  const isCarried = (part: PlayerPart): boolean =>
    (part !== 'exam' && part !== 'guide') || activities.some(({ kind }) => kind === part);
  const scriptOf = (name: string): Uint8Array => {
    const bytes = player.get(name);
    if (bytes === undefined) throw new Error(`the player has no ${name}`);
    return bytes;
  };
  return [
    { name: PLAYER_SCRIPT, bytes: scriptOf(PLAYER_SCRIPT) },
    ...PLAYER_PARTS.filter(isCarried).map((part) => {
      const name = partScriptName(part);
      const head = encode(`coursewright.words.${part}=${scriptJson(tables.get(part))};\n`);
      return { name, bytes: joined(head, scriptOf(name)) };
    }),
  ];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
