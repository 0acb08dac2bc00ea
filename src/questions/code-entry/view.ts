/** Reads and marks the field of a code entry in its form. It must not know state or LMS. */
import type { CodedWords } from '../../shared/words/player-words.ts';
import type { Announce, AnswerFeedback, AnswerView } from '../answer-behavior.ts';
import { toFindingLine } from '../coded/finding-lines.ts';
import { fillFindings, openCodeField, type TextField } from '../coded/view.ts';
import type { CodeEntryAnswer } from './answer.ts';
import { findCodes } from './grading.ts';

/** For a form of a workspace's own template that lost its field: it takes no answer, and nothing breaks. */
function lostField(): TextField {
  return document.createElement('input');
}

export function openCodeEntry(
  form: HTMLFormElement,
  answer: CodeEntryAnswer,
  words: CodedWords,
  announce: Announce,
): AnswerView {
  const { systems, most } = answer;
  const field = form.querySelector<TextField>('[data-cw="codes"]') ?? lostField();
  const readBack = form.querySelector<HTMLElement>('[data-cw="codes-read"]');
  const list = form.querySelector<HTMLElement>('[data-cw="findings"]');
  const codes = openCodeField({ field, readBack, systems, most, words, announce });
  return {
    given: codes.codes,
    give: codes.give,
    order: () => undefined,
    lock: codes.lock,
    mark(feedback: AnswerFeedback | undefined) {
      const lines =
        feedback === undefined
          ? []
          : findCodes(answer, feedback.given).map((finding) =>
              toFindingLine(finding, { systems, whyHtml: feedback.whyHtml, words, extract: answer.extract }),
            );
      fillFindings(list, lines);
    },
    gap: () => (field.value.trim() === '' ? words.fixed.enterCode : codes.gap()),
    focus: () => field.focus(),
  };
}
