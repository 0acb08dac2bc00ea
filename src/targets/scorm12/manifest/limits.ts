/** How long SCORM 1.2 fields may be, and how large a package hosts take. */
import type { Target } from '../../target.ts';

const MEGABYTE = 1_000_000;

export const SCORM12_LIMITS: Target['limits'] = {
  // The standard says 4,096 (RTE 1.2, cmi.suspend_data); players count differently, so a little is left free.
  stateCharacters: 4000,
  // CMIIdentifier, RTE 1.2 section 3.4.3.
  reportedIdCharacters: 255,
  // titleType of the content packaging schema.
  titleCharacters: 200,
  packageBytesWarning: 100 * MEGABYTE,
  packageBytesError: 500 * MEGABYTE,
};
