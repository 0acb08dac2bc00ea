/** The state of a code in an edition -> what its line in a lock says. */
import type { CodeState } from '../../../code-sets/judge-code.ts';
import type { LockedCode } from '../../hand-over.ts';

/** Undefined for what is a mistake wherever it stands: such a code is mended, not locked. */
export function lockedStatusOf(state: CodeState): Pick<LockedCode, 'status' | 'title'> | undefined {
  switch (state.state) {
    case 'valid':
      return { status: 'valid', title: state.entry.title };
    case 'header':
    case 'seventh-missing':
      return state.title === '' ? { status: 'unknown', title: '' } : { status: 'header', title: state.title };
    case 'deleted':
    case 'ended':
      return state.title === '' ? { status: 'unknown', title: '' } : { status: 'deleted', title: state.title };
    case 'unknown':
    case 'placeholder-missing':
    case 'not-yet':
      return { status: 'unknown', title: '' };
    case 'wrong-system':
      return undefined;
  }
}
