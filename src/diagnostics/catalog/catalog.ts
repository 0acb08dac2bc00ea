/** Every rule there is, by code. The only file that knows all of them. */
import type { Rule } from '../rule.ts';
import { codesRules } from './codes.ts';
import { commandRules } from './command.ts';
import { compareRules } from './compare.ts';
import { examsRules } from './exams.ts';
import { filesRules } from './files.ts';
import { formsRules } from './forms.ts';
import { lessonsRules } from './lessons.ts';
import { modelRules } from './model.ts';
import { packagesRules } from './packages.ts';
import { previewRules } from './preview.ts';
import { questionsRules } from './questions.ts';
import { referencesRules } from './references.ts';
import { templatesRules } from './templates.ts';
import { workspaceRules } from './workspace.ts';

/** A rule whose facts are of no interest: for listing and explaining. */
export type AnyRule = Rule<never>;

export const RULES = [
  ...filesRules,
  ...formsRules,
  ...workspaceRules,
  ...lessonsRules,
  ...referencesRules,
  ...modelRules,
  ...questionsRules,
  ...examsRules,
  ...codesRules,
  ...packagesRules,
  ...compareRules,
  ...templatesRules,
  ...commandRules,
  ...previewRules,
] as readonly AnyRule[];

export const CATALOG: ReadonlyMap<string, AnyRule> = new Map(RULES.map((rule) => [rule.code, rule]));
