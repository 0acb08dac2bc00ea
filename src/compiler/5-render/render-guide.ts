/** Turns the model of a decision guide into the view of its template. Weighs no rule: the player does. */
import type { GuideModel } from '../hand-over.ts';
import type { PageScope } from './page-scope.ts';
import type { GuideView } from './page-views.ts';
import { renderContent, renderShortContent } from './render-content.ts';

type GuideParts = Pick<GuideView, 'introductionHtml' | 'questions' | 'outcomes'>;

export function guideParts(guide: GuideModel, scope: PageScope): GuideParts {
  const place = (part: string) => ({ scope, prefix: `${guide.id}-${part}-`, interactive: true });
  return {
    introductionHtml: renderContent(guide.introduction, place('introduction')),
    questions: guide.questions.map(({ ask, text, help, answers }) => {
      const helpId = help === '' ? '' : `${guide.id}-${ask}-help`;
      const name = `${guide.id}-${ask}`;
      return { id: ask, text, help, helpId, answers: answers.map((answer) => ({ ...answer, name, helpId })) };
    }),
    outcomes: guide.outcomes.map(({ id, title, text, plan }) => ({
      id,
      title,
      textHtml: renderContent(text, place(id)),
      reasons: guide.rules.flatMap(({ suggests, because }, rule) =>
        suggests === id ? [{ rule, reasonHtml: renderShortContent(because, place(`rule-${rule}`)) }] : [],
      ),
      plan: plan.map((step, index) => ({ stepHtml: renderShortContent(step, place(`${id}-${index}`)) })),
    })),
  };
}
