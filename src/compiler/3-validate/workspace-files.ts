/** Sorts the files of a workspace by what they are, from their places alone. Reads no field of any of them. */
import type { ParsedFiles, ParsedLesson, SourceFile } from '../hand-over.ts';
import type { YamlDocument } from '../syntax/yaml/yaml-tree.ts';

export interface CourseFiles {
  readonly folder: string;
  readonly course: YamlDocument;
  readonly banks: readonly YamlDocument[];
  readonly guides: readonly YamlDocument[];
  readonly lessons: readonly ParsedLesson[];
  readonly glossary: YamlDocument | undefined;
  readonly lock: { readonly file: string; readonly text: string } | undefined;
  /** What lies in the course's media and lessons. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** YAML files that stand where nothing is read. */
  readonly strays: readonly string[];
}

/** What belongs to no course. */
export interface SharedFiles {
  readonly config: YamlDocument | undefined;
  readonly credentials: readonly YamlDocument[];
  readonly blueprints: readonly YamlDocument[];
  readonly languages: readonly YamlDocument[];
  readonly guidelineMaps: readonly YamlDocument[];
  readonly glossary: YamlDocument | undefined;
  /** YAML files of `shared/` that stand where nothing is read. */
  readonly strays: readonly string[];
}

export const CONFIG_FILE = 'coursewright.yaml';

/** Undefined for a folder without a course.yaml. */
export function sortCourseFiles(folder: string, parsed: ParsedFiles): CourseFiles | undefined {
  const course = findYaml(parsed, `${folder}/course`);
  if (course === undefined) return undefined;
  const yaml = [...parsed.yaml.values()];
  const lock = `${folder}/codes.lock`;
  const text = parsed.locks.get(lock);
  return {
    folder,
    course,
    banks: yaml.filter(({ file }) => isYamlIn(file, `${folder}/banks/`)),
    guides: yaml.filter(({ file }) => isYamlIn(file, `${folder}/guides/`)),
    lessons: [...parsed.lessons.values()].filter(({ file }) => file.startsWith(`${folder}/lessons/`)),
    glossary: findYaml(parsed, `${folder}/glossary`),
    lock: text === undefined ? undefined : { file: lock, text },
    files: new Map(
      [...parsed.files].filter(
        ([path]) => path.startsWith(`${folder}/media/`) || path.startsWith(`${folder}/lessons/`),
      ),
    ),
    strays: yaml.map(({ file }) => file).filter(isStrayInCourse),
  };
}

export function sortSharedFiles(parsed: ParsedFiles): SharedFiles {
  const yaml = [...parsed.yaml.values()];
  const inShared = (folder: string) => yaml.filter(({ file }) => isYamlIn(file, `shared/${folder}/`));
  return {
    config: findYaml(parsed, 'coursewright'),
    credentials: inShared('credentials'),
    blueprints: inShared('blueprints'),
    languages: inShared('languages'),
    guidelineMaps: inShared('guideline-maps'),
    glossary: findYaml(parsed, 'shared/glossary'),
    strays: yaml.map(({ file }) => file).filter(isStrayInShared),
  };
}

/** `a/b/c.yaml` -> `c`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

function findYaml(parsed: ParsedFiles, stem: string): YamlDocument | undefined {
  return parsed.yaml.get(`${stem}.yaml`) ?? parsed.yaml.get(`${stem}.yml`);
}

function isYamlIn(file: string, folder: string): boolean {
  return file.startsWith(folder) && /\.ya?ml$/.test(file);
}

export function isReadme(file: string): boolean {
  return baseName(file).toLowerCase() === 'readme';
}

function isStrayInShared(file: string): boolean {
  const isKnown = /^shared\/(glossary\.ya?ml|(credentials|blueprints|languages|guideline-maps)\/.+)$/.test(file);
  return file.startsWith('shared/') && !isKnown;
}

function isStrayInCourse(file: string): boolean {
  return !/^[^/]+\/((course|glossary)\.ya?ml|(banks|guides|media)\/.+)$/.test(file);
}
