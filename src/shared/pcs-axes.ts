/** What the seven characters of an ICD-10-PCS code stand for in each section, after the axes of the official tables. Imports nothing. */

/** The axes by their names in the word tables. */
export type PcsAxis =
  | 'section'
  | 'section-qualifier'
  | 'body-system'
  | 'body-system-or-region'
  | 'operation'
  | 'type'
  | 'modality'
  | 'body-part'
  | 'body-region'
  | 'treatment-site'
  | 'approach'
  | 'duration'
  | 'contrast'
  | 'radionuclide'
  | 'modality-qualifier'
  | 'type-qualifier'
  | 'device'
  | 'substance'
  | 'function'
  | 'function-or-device'
  | 'method'
  | 'isotope'
  | 'equipment'
  | 'device-substance-or-technology'
  | 'qualifier';

const MEDICAL: readonly PcsAxis[] = [
  'section',
  'body-system',
  'operation',
  'body-part',
  'approach',
  'device',
  'qualifier',
];
const MANUAL: readonly PcsAxis[] = [
  'section',
  'body-system',
  'operation',
  'body-region',
  'approach',
  'method',
  'qualifier',
];

/** By the first character of the code. */
const AXES: Readonly<Record<string, readonly PcsAxis[]>> = {
  2: ['section', 'body-system', 'operation', 'body-region', 'approach', 'device', 'qualifier'],
  3: ['section', 'body-system', 'operation', 'body-system-or-region', 'approach', 'substance', 'qualifier'],
  4: ['section', 'body-system', 'operation', 'body-system', 'approach', 'function-or-device', 'qualifier'],
  5: ['section', 'body-system', 'operation', 'body-system', 'duration', 'function', 'qualifier'],
  6: ['section', 'body-system', 'operation', 'body-system', 'duration', 'qualifier', 'qualifier'],
  7: MANUAL,
  8: MANUAL,
  9: MANUAL,
  B: ['section', 'body-system', 'type', 'body-part', 'contrast', 'qualifier', 'qualifier'],
  C: ['section', 'body-system', 'type', 'body-part', 'radionuclide', 'qualifier', 'qualifier'],
  D: ['section', 'body-system', 'modality', 'treatment-site', 'modality-qualifier', 'isotope', 'qualifier'],
  F: ['section', 'section-qualifier', 'type', 'body-system-or-region', 'type-qualifier', 'equipment', 'qualifier'],
  G: ['section', 'body-system', 'type', 'qualifier', 'qualifier', 'qualifier', 'qualifier'],
  H: ['section', 'body-system', 'type', 'qualifier', 'qualifier', 'qualifier', 'qualifier'],
  X: ['section', 'body-system', 'operation', 'body-part', 'approach', 'device-substance-or-technology', 'qualifier'],
};

/** @param character 1 to 7 */
export function pcsAxis(code: string, character: number): PcsAxis {
  return (AXES[code.charAt(0)] ?? MEDICAL)[character - 1] ?? 'qualifier';
}
