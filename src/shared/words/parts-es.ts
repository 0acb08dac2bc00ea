/** The Spanish words of the player's smaller parts. */
import type { arrangedEnglish, guideEnglish, typedEnglish } from './parts-en.ts';
import type { TableLike } from './sentence.ts';

export const guideSpanish: TableLike<typeof guideEnglish> = {
  fixed: {
    showRecommendation: 'Ver mi recomendación',
    guideRecommendation: 'Su recomendación',
    guideObjections: 'Qué habla en contra',
    changeAnswers: 'Cambiar mis respuestas',
  },
  sentences: {},
};

export const typedSpanish: TableLike<typeof typedEnglish> = {
  fixed: {
    typeAnswer: 'Escriba primero una respuesta.',
    typeNumber: 'Escriba un número, como 12.5.',
    numberTooLong: 'Escriba un número con un máximo de 12 cifras antes del punto y 6 después.',
  },
  sentences: {
    tooLong: 'Como máximo {max} letras. Ha escrito {letters}.',
    understoodAs: 'Entendido como {answer}',
    unknownUnit: '«{unit}» no es una unidad aquí. Use {units}.',
    numberAlone: 'Escriba solo el número, sin «{unit}».',
  },
};

export const arrangedSpanish: TableLike<typeof arrangedEnglish> = {
  fixed: {
    chooseMatch: 'Elija …',
    orderFirst: 'Ponga primero los elementos en orden.',
    inOrder: 'En el orden correcto',
  },
  sentences: {
    matchesLeft: { one: 'Elija para cada uno: falta {count}.', other: 'Elija para cada uno: faltan {count}.' },
    matchedTwice: 'Ha elegido «{option}» dos veces. Cada opción se usa como máximo una vez.',
    moveUp: 'Mover hacia arriba: {item}',
    moveDown: 'Mover hacia abajo: {item}',
    movedTo: '{item}: lugar {place} de {all}',
    rightPlace: 'Lugar correcto: {place}',
  },
};
