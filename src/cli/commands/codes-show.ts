/** `coursewright codes show`: what the editions say of a code. Without its dot and in any case it is found too. */

import type { CodeSets } from '../../code-sets/code-sets.ts';
import { type CodeDescription, describeCode } from '../../code-sets/describe-code.ts';
import type { CodeEntry, Edition } from '../../code-sets/edition.ts';
import { EDITION_SYSTEMS } from '../../code-sets/edition-name.ts';
import type { CodeState } from '../../code-sets/judge-code.ts';
import { formatCode, hasForm, toPlainCode } from '../../code-sets/official/code-forms.ts';
import { CODES_WORDS } from '../codes-words.ts';
import { requireEdition, withCodeSets } from '../open-code-sets.ts';
import { type RawOptions, readAsOf, readPrinter, readWorkspaceFolder } from '../options.ts';

export interface CodesShowOptions extends RawOptions {
  readonly edition?: string;
}

const MOST_CHILDREN = 30;
const WORDS = CODES_WORDS.show;

export async function runCodesShow(codes: readonly string[], raw: CodesShowOptions): Promise<number> {
  const workspace = readWorkspaceFolder(raw.workspace);
  const printer = await readPrinter(raw, workspace);
  return withCodeSets(workspace, printer, (sets) => {
    const day = readAsOf(raw.asOf, new Date());
    const found = codes.map((code) => {
      const edition = raw.edition === undefined ? guessEdition(sets, code, day) : requireEdition(sets, raw.edition);
      return { system: edition.name.system, description: describeCode(sets, edition, code) };
    });
    const isKnown = found.every(({ description }) => description.state.state !== 'unknown');
    if (printer.isText) {
      printer.result(found.map(({ system, description }) => format(system, description)).join('\n\n'));
      printer.say(WORDS.notes);
    } else printer.result(JSON.stringify({ version: 1, codes: found.map(({ description }) => description) }, null, 2));
    return isKnown ? 0 : 1;
  });
}

/** The edition in force of the system that has the code, else of the one whose form it has. */
function guessEdition(sets: CodeSets, code: string, day: string): Edition {
  const plain = toPlainCode(code);
  const current = EDITION_SYSTEMS.flatMap((system) => sets.currentOf(system, day) ?? []);
  const withCode = current.find((edition) => edition.find(plain) !== undefined);
  const everHad = current.find(({ name }) =>
    sets.ofSystem(name.system).some((edition) => edition.find(plain) !== undefined),
  );
  const withForm = current.find(({ name }) => hasForm(name.system, plain));
  const chosen = withCode ?? everHad ?? withForm ?? current[0];
  if (chosen === undefined) throw new Error('a store with editions has one of some system');
  return chosen;
}

function format(system: string, found: CodeDescription): string {
  const shown = (code: string) => formatCode(system, code);
  const line = (name: string, text: string) => `  ${name.padEnd(16)} ${text}`;
  const entries = (name: string, list: readonly CodeEntry[]) =>
    list.map(({ code, title, kind }, index) =>
      line(index === 0 ? name : '', `${kind === 'header' ? '-' : ' '} ${shown(code).padEnd(9)} ${title}`),
    );
  const { state, children, isPoaExempt, origin, history } = found;
  const isCarved = state.state === 'valid';
  return [
    `${shown(found.code)}  ${titleOf(found)}`.trimEnd(),
    line(found.edition, describeState(system, state)),
    ...(isPoaExempt === undefined || state.state !== 'valid'
      ? []
      : [line('', isPoaExempt ? WORDS.poaExempt : WORDS.poaReported)]),
    ...entries(WORDS.parents, found.parents),
    ...entries(WORDS.children, children.slice(0, MOST_CHILDREN)),
    ...(children.length > MOST_CHILDREN ? [line('', WORDS.moreChildren(children.length - MOST_CHILDREN))] : []),
    ...(origin === undefined ? [] : [line(WORDS.origin, `${origin.previous} (${origin.day})`)]),
    ...entries(isCarved ? WORDS.carved : WORDS.successors, found.successors),
    ...found.places.map(({ axis, code, title }, index) =>
      line(index === 0 ? WORDS.row : '', `${code} ${axis}: ${title}`),
    ),
    ...describeRow(system, found, line),
    ...history.map(({ edition, kind, title }, index) =>
      line(
        index === 0 ? WORDS.history : '',
        kind === 'absent' ? `${edition}: ${WORDS.absent}` : `${edition}: ${kind}, ${title}`,
      ),
    ),
  ].join('\n');
}

/** Where the row comes from, when that is no matter of course. */
function describeRow(
  system: string,
  { state, rowFrom, edition }: CodeDescription,
  line: (name: string, text: string) => string,
): readonly string[] {
  if (system !== 'icd-10-pcs' || state.state !== 'valid') return [];
  if (rowFrom === undefined) return [line(WORDS.row, WORDS.noRows)];
  return rowFrom === edition ? [] : [line('', WORDS.rowFrom(rowFrom))];
}

function titleOf({ state, history }: CodeDescription): string {
  if (state.state === 'valid') return state.entry.title;
  if ('title' in state && state.title !== '') return state.title;
  return history.filter(({ title }) => title !== '').at(-1)?.title ?? '';
}

function describeState(system: string, state: CodeState): string {
  const words = WORDS.state;
  switch (state.state) {
    case 'valid':
      return words.valid;
    case 'header':
      return words.header(state.codes);
    case 'seventh-missing':
      return words['seventh-missing'](formatCode(system, state.stem), state.characters);
    case 'placeholder-missing':
      return words['placeholder-missing'](formatCode(system, state.right.code));
    case 'deleted':
      return words.deleted(state.last);
    case 'not-yet':
      return words['not-yet'](state.first);
    case 'wrong-system':
      return words['wrong-system'](state.system);
    case 'ended':
      return words.ended(state.day);
    case 'unknown':
      return state.mixesRows ? words.mixesRows : words.unknown;
  }
}
