/** What the doctor says about one thing it looked at. */

export interface Finding {
  /** Kebab-case and permanent, for programs. */
  readonly name: string;
  /** `mend`: the report says what and how. `note` asks for nothing: all commands work as they are. */
  readonly status: 'ok' | 'mend' | 'note';
  readonly says: string;
}

export function toFinding(name: string, isWell: boolean, says: string): Finding {
  return { name, status: isWell ? 'ok' : 'mend', says };
}
