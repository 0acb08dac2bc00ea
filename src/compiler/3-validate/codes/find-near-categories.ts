/** The questions of a course that have codes typed -> the categories around the codes that they ask for or foresee. Looks no code up. */
import { CATEGORY_CHARACTERS } from '../../../shared/code-extract.ts';
import { toCanonicalCode } from '../../../questions/coded/code-form.ts';
import type { AuthoredQuestion } from '../../hand-over.ts';
import type { WantedCategory } from '../../near-codes.ts';
import { findAnswerCodes } from './find-answer-codes.ts';

/** Whether a question's codes are typed, so that anything may be given. */
function typesCodes({ source }: AuthoredQuestion): boolean {
  return source.type === 'code-entry' || (source.type === 'case' && source.entry !== 'list');
}

/** Each category once: those of right codes first, then by their text. */
export function findNearCategories(questions: Iterable<AuthoredQuestion>): readonly WantedCategory[] {
  const wanted = new Map<string, WantedCategory>();
  for (const question of questions) {
    if (!typesCodes(question)) continue;
    for (const { system, code, role } of findAnswerCodes(question.file, question.tree)) {
      if (system !== 'icd-10-cm' && system !== 'icd-10-pcs') continue;
      const category = toCanonicalCode(code).slice(0, CATEGORY_CHARACTERS);
      const key = `${system} ${category}`;
      wanted.set(key, { system, category, hasKey: role === 'key' || wanted.get(key)?.hasKey === true });
    }
  }
  return [...wanted]
    .sort(([a, one], [b, other]) => Number(other.hasKey) - Number(one.hasKey) || (a < b ? -1 : 1))
    .map(([, category]) => category);
}
