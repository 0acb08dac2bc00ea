/** The English words around codes that learners type. They are part of the tables of pages and player. */
import type { PcsAxis } from '../pcs-axes.ts';
import type { WordTable } from './sentence.ts';

export const codedPageEnglish = {
  fixed: {
    codesLabel: 'Codes',
    codesHintOne: 'With or without the dot; capitals do not matter.',
    codesHintSeveral:
      'With or without dots; capitals do not matter. Put each code on a line of its own, or commas between them.',
  },
  sentences: {
    enterCodes: { one: 'Enter one code: {systems}.', other: 'Enter {count} codes: {systems}.' },
  },
} as const satisfies WordTable;

export const codedPlayerEnglish = {
  fixed: {
    enterCode: 'Enter a code first.',
    codeMended: 'ICD-10-PCS has no letters O and I: they are read as 0 and 1.',
    codeRight: 'Correct',
    codeWrong: 'Not correct',
    codeMissing: 'Missing',
    codeExtra: 'Does not belong',
    codeOtherSystem: 'A code of another code system',
    codeTwice: 'Given twice; it counts once',
    nearIncomplete: 'The category is right, but the code does not have the right number of characters.',
    nearSeventh: 'The code is right up to its 7th character.',
    nearPlaceholder: 'A placeholder X is needed so that each character stands in its place.',
    nearCategory: 'The category is right, the code is not.',
    'axis-section': 'section',
    'axis-section-qualifier': 'section qualifier',
    'axis-body-system': 'body system',
    'axis-body-system-or-region': 'body system or region',
    'axis-operation': 'root operation',
    'axis-type': 'root type',
    'axis-modality': 'modality',
    'axis-body-part': 'body part',
    'axis-body-region': 'body region',
    'axis-treatment-site': 'treatment site',
    'axis-approach': 'approach',
    'axis-duration': 'duration',
    'axis-contrast': 'contrast',
    'axis-radionuclide': 'radionuclide',
    'axis-modality-qualifier': 'modality qualifier',
    'axis-type-qualifier': 'type qualifier',
    'axis-device': 'device',
    'axis-substance': 'substance',
    'axis-function': 'function',
    'axis-function-or-device': 'function or device',
    'axis-method': 'method',
    'axis-isotope': 'isotope',
    'axis-equipment': 'equipment',
    'axis-device-substance-or-technology': 'device, substance or technology',
    'axis-qualifier': 'qualifier',
  },
  sentences: {
    codesRead: 'Read as {codes}.',
    codesUnread: {
      one: '“{pieces}” is no code. Enter codes alone.',
      other: '“{pieces}” are no codes. Enter codes alone.',
    },
    codeForm: '“{code}” does not look like a code of the kind that is asked for: {systems}.',
    codeMeant: 'Did you mean {code}?',
    codesTooMany: 'Enter {most} codes at most.',
    codeRightIs: 'Correct: {code}',
    nearDetail: 'The category is right. Character {number}: you have {given}, the right code has {right}.',
    nearPcs: 'Character {number}, {axis}: you have {given}, the right code has {right}.',
  },
} as const satisfies WordTable & { readonly fixed: Readonly<Record<`axis-${PcsAxis}`, string>> };
