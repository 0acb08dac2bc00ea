/** Credentials, blueprints, guideline maps and glossaries -> data by id. Knows also the ids of those that are broken. */
import { ambiguousTerm, duplicateId, idDiffersFromFile } from '../../diagnostics/catalog/workspace.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Authored } from '../hand-over.ts';
import { type BlueprintSource, blueprintSchema } from '../source-format/blueprint.ts';
import { type CredentialSource, credentialSchema } from '../source-format/credential.ts';
import { ID_PATTERN } from '../source-format/fields.ts';
import { type GlossarySource, glossarySchema, namesOfTerm, type TermSource } from '../source-format/glossary.ts';
import { type GuidelineMapSource, guidelineMapSchema } from '../source-format/guideline-map.ts';
import { findNode, spanOf } from '../syntax/yaml/query-yaml.ts';
import type { YamlDocument } from '../syntax/yaml/yaml-tree.ts';
import { checkBlueprint } from './check-blueprint.ts';
import { checkDocument } from './check-form.ts';
import { checkGuidelineMap } from './check-guideline-map.ts';
import { type NamedId, reportDuplicates } from './check-ids.ts';
import { scalarAt } from './validate-banks.ts';
import { baseName, isReadme, type SharedFiles } from './workspace-files.ts';

export interface Glossary {
  readonly terms: readonly TermSource[];
  /** False when the file is broken, so that its terms are not all known. */
  readonly whole: boolean;
}

export interface SharedData {
  readonly credentials: ReadonlyMap<string, Authored<CredentialSource>>;
  readonly blueprints: ReadonlyMap<string, Authored<BlueprintSource>>;
  /** Ids of all credentials and blueprints, broken ones too. */
  readonly credentialIds: ReadonlySet<string>;
  readonly blueprintIds: ReadonlySet<string>;
  readonly guidelineMaps: ReadonlyMap<string, Authored<GuidelineMapSource>>;
  readonly glossary: Glossary;
}

export function validateSharedData(files: SharedFiles, report: Reporter): SharedData {
  const credentials = readAll(files.credentials, 'credentials', report, (document) => {
    const authored = checkDocument(document, credentialSchema, 'this credential', report);
    if (authored !== undefined) {
      reportDuplicates('facts of one credential', namesIn(authored, ['facts'], authored.data.facts), report);
    }
    return authored;
  });
  const blueprints = readAll(files.blueprints, 'blueprints', report, (document) => {
    const authored = checkDocument(document, blueprintSchema, 'this blueprint', report);
    if (authored !== undefined) {
      reportDuplicates('sections of one blueprint', namesIn(authored, ['sections'], authored.data.sections), report);
      checkBlueprint(authored, report);
    }
    return authored;
  });
  const guidelineMaps = readAll(files.guidelineMaps, 'guideline maps', report, (document) => {
    const authored = checkDocument(document, guidelineMapSchema, 'this guideline map', report);
    if (authored !== undefined) checkGuidelineMap(authored, report);
    return authored;
  });
  return {
    credentials: credentials.valid,
    blueprints: blueprints.valid,
    credentialIds: credentials.ids,
    blueprintIds: blueprints.ids,
    guidelineMaps: guidelineMaps.valid,
    glossary: validateGlossary(files.glossary, [], report),
  };
}

/** @param shared the terms of the workspace, for a glossary of a course */
export function validateGlossary(
  document: YamlDocument | undefined,
  shared: readonly TermSource[],
  report: Reporter,
): Glossary {
  if (document === undefined) return { terms: [], whole: true };
  const authored = checkDocument(document, glossarySchema, 'this glossary', report);
  if (authored === undefined) return { terms: [], whole: false };
  const { terms } = authored.data;
  reportDuplicates('terms', namesIn(authored, ['terms'], terms), report);
  checkTermNames(authored, shared, report);
  return { terms, whole: true };
}

/** Reports words that stand for two terms, and terms that have the id of a shared one. */
function checkTermNames(
  { file, data, tree }: Authored<GlossarySource>,
  shared: readonly TermSource[],
  report: Reporter,
): void {
  const owners = new Map<string, string>();
  const sharedIds = new Set(shared.map((term) => term.id));
  for (const term of shared) for (const name of namesOfTerm(term)) owners.set(name.toLowerCase(), term.id);
  data.terms.forEach((term, index) => {
    const path = ['terms', index];
    if (sharedIds.has(term.id)) {
      const what = 'terms, one of them in the shared glossary,';
      report.add(duplicateId, spanOf(file, tree, [...path, 'id']), { what, id: term.id });
      return;
    }
    namesOfTerm(term).forEach((name, at) => {
      const first = owners.get(name.toLowerCase()) ?? term.id;
      const span = spanOf(file, tree, at === 0 ? [...path, 'term'] : [...path, 'also', at - 1]);
      if (first !== term.id) report.add(ambiguousTerm, span, { name, first, second: term.id });
      owners.set(name.toLowerCase(), first);
    });
  });
}

function readAll<T extends { readonly id: string }>(
  documents: readonly YamlDocument[],
  what: string,
  report: Reporter,
  read: (document: YamlDocument) => Authored<T> | undefined,
): { readonly valid: ReadonlyMap<string, Authored<T>>; readonly ids: ReadonlySet<string> } {
  const valid = new Map<string, Authored<T>>();
  const names: NamedId[] = [];
  const ids = new Set<string>();
  for (const document of documents.filter(({ file }) => !isReadme(file))) {
    const { file, root } = document;
    const authored = read(document);
    const id = scalarAt(root, ['id']);
    ids.add(baseName(file));
    if (root === undefined || !ID_PATTERN.test(id)) continue;
    const span = spanOf(file, root, ['id']);
    ids.add(id);
    names.push({ id, span });
    if (id !== baseName(file)) report.add(idDiffersFromFile, span, { id, file: baseName(file) });
    if (authored !== undefined && !valid.has(id)) valid.set(id, authored);
  }
  reportDuplicates(what, names, report);
  return { valid, ids };
}

function namesIn<T>(
  { file, tree }: Authored<T>,
  path: readonly string[],
  entries: readonly { readonly id: string }[],
): readonly NamedId[] {
  const list = findNode(tree, path);
  return entries.map(({ id }, index) => ({ id, span: spanOf(file, list ?? tree, [index, 'id']) }));
}
