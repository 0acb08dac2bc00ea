/** What a package carries of a question that asks for an order. Types only; serves compiler and player. */
import type { AnswerData } from '../../shared/package-data.ts';

/** `options` are the items as they are mixed, `key` is the right order; an answer holds every id once. */
export interface OrderingAnswer extends AnswerData {
  readonly type: 'ordering';
}
