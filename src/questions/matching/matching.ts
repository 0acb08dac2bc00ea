/** Matching, seen by the compiler: for each prompt the learner chooses an option. */
import type { ResolvedContent } from '../../compiler/content.ts';
import { optionMatchedTwice, optionsInOrder, unknownMatch } from '../../diagnostics/catalog/arranged-answers.ts';
import { checkParts } from '../check-parts.ts';
import type { QuestionType } from '../question-type.ts';
import type { MatchingBody } from './body.ts';
import { type MatchingSource, matchingSchema } from './source.ts';

const LEAST_PARTS = 2;
/** Fewer stand in one order by chance. */
const LEAST_IN_ORDER = 3;

/** Sorted, as answers are. */
function pairsOf(prompts: readonly { readonly id: string; readonly match: string }[]): readonly string[] {
  return prompts.map(({ id, match }) => `${id}${match}`).sort();
}

export const matching: QuestionType<MatchingSource, MatchingBody<ResolvedContent>> = {
  type: 'matching',
  schema: matchingSchema,

  check(source, locate, report) {
    const { id: question, prompts, options } = source;
    checkParts({ question, list: 'prompts', parts: prompts, least: LEAST_PARTS }, locate, report);
    checkParts({ question, list: 'options', parts: options, least: LEAST_PARTS }, locate, report);
    const known = options.map(({ id }) => id);
    if (prompts.length >= LEAST_IN_ORDER && prompts.every(({ match }, index) => match === known[index])) {
      report.add(optionsInOrder, locate(['options']), { question });
    }
    const first = new Map<string, number>();
    prompts.forEach(({ id: prompt, match }, index) => {
      const place = locate(['prompts', index, 'match']);
      if (!known.includes(match)) {
        report.add(unknownMatch, place, { question, prompt, match, known });
        return;
      }
      const before = first.get(match);
      if (before === undefined) {
        first.set(match, index);
        return;
      }
      if (source.reuse === true) return;
      const related = [{ span: locate(['prompts', before, 'match']), message: 'the first prompt with this option' }];
      report.add(optionMatchedTwice, place, { question, prompt, option: match }, { related });
    });
  },

  markdownPaths({ prompts, options }) {
    return [
      'stem',
      ...prompts.flatMap(({ why }, index) => [
        `prompts.${index}.text`,
        ...(why === undefined ? [] : [`prompts.${index}.why`]),
      ]),
      ...options.map((_, index) => `options.${index}.text`),
      'rationale',
    ];
  },

  buildBody(source, content) {
    return {
      type: 'matching',
      prompts: source.prompts.map(({ id, match, why }, index) => ({
        id,
        content: content(`prompts.${index}.text`),
        match,
        why: why === undefined ? undefined : content(`prompts.${index}.why`),
      })),
      options: source.options.map(({ id }, index) => ({ id, content: content(`options.${index}.text`) })),
      reuse: source.reuse ?? false,
    };
  },

  answerBasis({ prompts, options }) {
    const ids = options.map(({ id }) => id).sort();
    return `matching;${ids.join('')};${pairsOf(prompts).join()}`;
  },

  answerData: ({ type, prompts, options, reuse }) => ({
    type,
    options: options.map(({ id }) => id),
    pinned: [],
    key: pairsOf(prompts),
    select: 1,
    prompts: prompts.map(({ id }) => id),
    reuse,
  }),
  answerSize: ({ prompts }) => ({ form: 'codes', most: prompts.length, length: 2 }),
  reasons: ({ prompts }) => prompts.flatMap(({ id, why }) => (why === undefined ? [] : [[id, why] as const])),
  partialView: ({ prompts, options, reuse }, texts) => ({
    instruction: reuse ? texts.words.fixed.matchAny : texts.words.fixed.matchOnce,
    prompts: prompts.map(({ id, content }) => ({ id, textHtml: texts.label(content, `prompt-${id}`) })),
    options: options.map(({ id, content }) => ({ id, textHtml: texts.label(content, id) })),
  }),
  hooks: ({ prompts, options }) => [
    { attribute: 'data-cw="prompts"', times: 1 },
    { attribute: 'data-cw="pool"', times: 1 },
    ...prompts.map(({ id }) => ({ attribute: `data-cw-prompt="${id}"`, times: 1 })),
    ...options.map(({ id }) => ({ attribute: `data-cw-option="${id}"`, times: 1 })),
    { attribute: 'data-cw="prompt-text"', times: prompts.length },
    { attribute: 'data-cw="match"', times: prompts.length },
    { attribute: 'data-cw="why"', times: prompts.length },
    { attribute: 'data-cw="option-text"', times: options.length },
  ],
  // Every pair, because reports show nothing but pairs.
  sheetRows: ({ prompts, options }, { plain }) =>
    prompts.flatMap(({ id, content, match }) =>
      options.map((option) => ({
        shown: `${id}.${option.id}`,
        text: `${plain(content)}: ${plain(option.content)}`,
        right: option.id === match,
      })),
    ),
};
