/** Every rule there is, by code. The only file that knows all of them. */
import type { Rule } from '../rule.ts';
import { allowancesRules } from './allowances.ts';
import { arrangedAnswersRules } from './arranged-answers.ts';
import { casesRules } from './cases.ts';
import { codeSetsRules } from './code-sets.ts';
import { codeStatesRules } from './code-states.ts';
import { codedQuestionsRules } from './coded-questions.ts';
import { codesRules } from './codes.ts';
import { commandRules } from './command.ts';
import { compareRules } from './compare.ts';
import { examDrawsRules } from './exam-draws.ts';
import { examsRules } from './exams.ts';
import { filesRules } from './files.ts';
import { formsRules } from './forms.ts';
import { guidelineMapsRules } from './guideline-maps.ts';
import { guidesRules } from './guides.ts';
import { impactRules } from './impact.ts';
import { itemWritingRules } from './item-writing.ts';
import { languagesRules } from './languages.ts';
import { lessonsRules } from './lessons.ts';
import { licensesRules } from './licenses.ts';
import { lookUpsRules } from './look-ups.ts';
import { mediaRules } from './media.ts';
import { modelRules } from './model.ts';
import { packagesRules } from './packages.ts';
import { pcsDrillsRules } from './pcs-drills.ts';
import { pcsRowsRules } from './pcs-rows.ts';
import { previewRules } from './preview.ts';
import { proseRules } from './prose.ts';
import { questionsRules } from './questions.ts';
import { referencesRules } from './references.ts';
import { templatesRules } from './templates.ts';
import { typedAnswersRules } from './typed-answers.ts';
import { upkeepRules } from './upkeep.ts';
import { workspaceRules } from './workspace.ts';

/** A rule whose facts are of no interest: for listing and explaining. */
export type AnyRule = Rule<never>;

export const RULES = [
  ...filesRules,
  ...formsRules,
  ...workspaceRules,
  ...upkeepRules,
  ...allowancesRules,
  ...languagesRules,
  ...lessonsRules,
  ...referencesRules,
  ...proseRules,
  ...mediaRules,
  ...modelRules,
  ...questionsRules,
  ...codedQuestionsRules,
  ...casesRules,
  ...pcsDrillsRules,
  ...itemWritingRules,
  ...typedAnswersRules,
  ...arrangedAnswersRules,
  ...examsRules,
  ...examDrawsRules,
  ...guidelineMapsRules,
  ...guidesRules,
  ...codesRules,
  ...codeStatesRules,
  ...pcsRowsRules,
  ...lookUpsRules,
  ...codeSetsRules,
  ...impactRules,
  ...licensesRules,
  ...packagesRules,
  ...compareRules,
  ...templatesRules,
  ...commandRules,
  ...previewRules,
] as readonly AnyRule[];

export const CATALOG: ReadonlyMap<string, AnyRule> = new Map(RULES.map((rule) => [rule.code, rule]));
