/** The keys of an exam, the list of them, and the switch that turns them off (WCAG 2.1.4). */
import { make, makeButton } from '../dom.ts';
import type { ExamRoom } from './exam-room.ts';

export interface KeyActs {
  readonly choose: (place: number) => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly flag: () => void;
}

export interface ExamKeys {
  /** Opens the list. */
  readonly button: HTMLButtonElement;
  readonly dialog: HTMLDialogElement;
  stop(): void;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type);
}

/** @param isActive whether a question is shown */
export function watchKeys({ context, desk }: ExamRoom, isActive: () => boolean, acts: KeyActs): ExamKeys {
  const { fixed } = context.words;
  const rows = [
    ['A – E, 1 – 9', fixed.keysOption],
    ['N', fixed.keysNext],
    ['P', fixed.keysPrevious],
    ['F', fixed.keysFlag],
    ['?', fixed.keysHelp],
  ].map(([keys = '', act = '']) =>
    make('tr', {}, make('th', { scope: 'row' }, make('kbd', {}, keys)), make('td', {}, act)),
  );
  const wanted = make('input', { type: 'checkbox', 'data-cw': 'keys-wanted' });
  wanted.checked = desk.wants('keys');
  wanted.addEventListener('change', () => desk.setWanted('keys', wanted.checked));
  const dialog = make(
    'dialog',
    { 'data-cw': 'keys-dialog', 'aria-labelledby': 'cw-keys-title' },
    make('h2', { id: 'cw-keys-title' }, fixed.keysTitle),
    make('table', {}, make('tbody', {}, ...rows)),
    make('p', {}, fixed.keysNote),
    make('p', {}, make('label', {}, wanted, ` ${fixed.keysOn}`)),
    makeButton('keys-close', fixed.close, () => dialog.close()),
  );
  const open = (): void => {
    if (!dialog.open) dialog.showModal();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!isActive() || dialog.open || !desk.wants('keys') || isTyping(event.target)) return;
    const act = findAct(event.key.toLowerCase(), acts, open);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  document.addEventListener('keydown', onKey);
  return {
    button: makeButton('keys', fixed.keys, open),
    dialog,
    stop: () => document.removeEventListener('keydown', onKey),
  };
}

function findAct(key: string, acts: KeyActs, help: () => void): (() => void) | undefined {
  if (key === '?') return help;
  if (key === 'n') return acts.next;
  if (key === 'p') return acts.previous;
  if (key === 'f') return acts.flag;
  if (/^[a-e]$/.test(key)) return () => acts.choose(key.charCodeAt(0) - 97);
  if (/^[1-9]$/.test(key)) return () => acts.choose(Number(key) - 1);
  return undefined;
}
