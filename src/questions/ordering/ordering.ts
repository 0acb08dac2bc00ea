/** Ordering, seen by the compiler: items that the learner puts in order. */
import type { ResolvedContent } from '../../compiler/content.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import { tagOf } from '../../shared/tags.ts';
import { checkParts } from '../check-parts.ts';
import type { QuestionType } from '../question-type.ts';
import type { OrderingBody } from './body.ts';
import { neverRight } from './mix-items.ts';
import { type OrderingSource, orderingSchema } from './source.ts';

/** With two, every second guess is right. */
const LEAST_ITEMS = 3;

/** Ids in an order that depends on nothing but ids, so that it tells nothing and the same source gives the same page. */
function mix({ id: question, items }: OrderingSource): readonly string[] {
  const ids = items.map(({ id }) => id);
  const places = new Map(ids.map((id) => [id, tagOf(`${question} ${id}`)]));
  const mixed = [...ids].sort((a, b) => compareText(places.get(a) ?? '', places.get(b) ?? '') || compareText(a, b));
  return neverRight(mixed, ids);
}

export const ordering: QuestionType<OrderingSource, OrderingBody<ResolvedContent>> = {
  type: 'ordering',
  schema: orderingSchema,

  check({ id: question, items }, locate, report) {
    checkParts({ question, list: 'items', parts: items, least: LEAST_ITEMS }, locate, report);
  },

  markdownPaths({ items }) {
    return [
      'stem',
      ...items.flatMap(({ why }, index) => [
        `items.${index}.text`,
        ...(why === undefined ? [] : [`items.${index}.why`]),
      ]),
      'rationale',
    ];
  },

  buildBody(source, content) {
    const items = source.items.map(({ id, why }, index) => ({
      id,
      content: content(`items.${index}.text`),
      why: why === undefined ? undefined : content(`items.${index}.why`),
    }));
    const mixed = mix(source).flatMap((id) => items.find((item) => item.id === id) ?? []);
    return { type: 'ordering', items: mixed, key: source.items.map(({ id }) => id) };
  },

  answerBasis({ items }) {
    return `ordering;${items.map(({ id }) => id).join('')}`;
  },

  answerData: ({ type, items, key }) => ({ type, options: items.map(({ id }) => id), pinned: [], key, select: 1 }),
  answerSize: ({ key }) => ({ form: 'ids', most: key.length }),
  reasons: ({ items }) => items.flatMap(({ id, why }) => (why === undefined ? [] : [[id, why] as const])),
  partialView: ({ items }, texts) => ({
    instruction: texts.words.fixed.orderItems,
    items: items.map(({ id, content }) => ({ id, textHtml: texts.label(content, id) })),
  }),
  hooks: ({ items }) => [
    { attribute: 'data-cw="order"', times: 1 },
    ...items.map(({ id }) => ({ attribute: `data-cw-option="${id}"`, times: 1 })),
    { attribute: 'data-cw="part-label"', times: items.length },
    { attribute: 'data-cw="option-text"', times: items.length },
    { attribute: 'data-cw="why"', times: items.length },
  ],
  sheetRows: ({ items, key }, { plain }) => {
    const texts = new Map(items.map(({ id, content }) => [id, plain(content)]));
    const rows = key.map((id) => ({ shown: id, text: texts.get(id) ?? '', right: false }));
    const steps = rows.map(({ text }, index) => `${index + 1}. ${text}`).join('\n');
    return [{ shown: key.join(','), text: steps, right: true }, ...rows];
  },
};
