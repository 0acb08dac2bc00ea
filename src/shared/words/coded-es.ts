/** The Spanish words around codes that learners type. They are part of the tables of pages and player. */
import type { codedPageEnglish, codedPlayerEnglish } from './coded-en.ts';
import type { TableLike } from './sentence.ts';

export const codedPageSpanish: TableLike<typeof codedPageEnglish> = {
  fixed: {
    codesLabel: 'Códigos',
    codesHintOne: 'Con o sin el punto; da igual usar mayúsculas o minúsculas.',
    codesHintSeveral:
      'Con o sin puntos; da igual usar mayúsculas o minúsculas. Escriba cada código en su propia línea o sepárelos con comas.',
  },
  sentences: {
    enterCodes: { one: 'Escriba un código: {systems}.', other: 'Escriba {count} códigos: {systems}.' },
  },
};

export const codedPlayerSpanish: TableLike<typeof codedPlayerEnglish> = {
  fixed: {
    enterCode: 'Escriba primero un código.',
    codeMended: 'En ICD-10-PCS no existen las letras O e I: se leen como 0 y 1.',
    codeRight: 'Correcto',
    codeWrong: 'Incorrecto',
    codeMissing: 'Falta',
    codeExtra: 'No corresponde',
    codeOtherSystem: 'Un código de otro sistema de codificación',
    codeTwice: 'Escrito dos veces; cuenta una vez',
    nearIncomplete: 'La categoría es correcta, pero el código no tiene el número correcto de caracteres.',
    nearSeventh: 'El código es correcto hasta el 7.º carácter.',
    nearPlaceholder: 'Hace falta un marcador X para que cada carácter esté en su lugar.',
    nearCategory: 'La categoría es correcta; el código, no.',
    'axis-section': 'sección',
    'axis-section-qualifier': 'calificador de sección',
    'axis-body-system': 'sistema corporal',
    'axis-body-system-or-region': 'sistema o región corporal',
    'axis-operation': 'operación raíz',
    'axis-type': 'tipo raíz',
    'axis-modality': 'modalidad',
    'axis-body-part': 'parte del cuerpo',
    'axis-body-region': 'región corporal',
    'axis-treatment-site': 'sitio de tratamiento',
    'axis-approach': 'abordaje',
    'axis-duration': 'duración',
    'axis-contrast': 'contraste',
    'axis-radionuclide': 'radionúclido',
    'axis-modality-qualifier': 'calificador de modalidad',
    'axis-type-qualifier': 'calificador de tipo',
    'axis-device': 'dispositivo',
    'axis-substance': 'sustancia',
    'axis-function': 'función',
    'axis-function-or-device': 'función o dispositivo',
    'axis-method': 'método',
    'axis-isotope': 'isótopo',
    'axis-equipment': 'equipo',
    'axis-device-substance-or-technology': 'dispositivo, sustancia o tecnología',
    'axis-qualifier': 'calificador',
  },
  sentences: {
    codesRead: 'Se lee como {codes}.',
    codesUnread: {
      one: '«{pieces}» no es un código. Escriba solo códigos.',
      other: '«{pieces}» no son códigos. Escriba solo códigos.',
    },
    codeForm: '«{code}» no parece un código del tipo que se pide: {systems}.',
    codeMeant: '¿Quiso decir {code}?',
    codesTooMany: 'Escriba {most} códigos como máximo.',
    codeRightIs: 'Correcto: {code}',
    nearDetail: 'La categoría es correcta. Carácter {number}: usted tiene {given}, el código correcto tiene {right}.',
    nearPcs: 'Carácter {number}, {axis}: usted tiene {given}, el código correcto tiene {right}.',
  },
};
