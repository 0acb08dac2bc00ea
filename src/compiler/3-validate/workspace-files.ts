/** Sorts the files of a workspace by what they are, from their places alone. Reads no field of any of them. */
import type { ParsedLesson, ParsedWorkspace, SourceFile } from '../hand-over.ts';
import type { YamlDocument } from '../syntax/yaml/yaml-tree.ts';

export interface CourseFiles {
  readonly folder: string;
  readonly course: YamlDocument;
  readonly banks: readonly YamlDocument[];
  readonly lessons: readonly ParsedLesson[];
  readonly glossary: YamlDocument | undefined;
  readonly lock: { readonly file: string; readonly text: string } | undefined;
  /** What lies in the course's media and lessons. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

export interface WorkspaceFiles {
  readonly config: YamlDocument | undefined;
  /** By folder, sorted. */
  readonly courses: ReadonlyMap<string, CourseFiles>;
  readonly credentials: readonly YamlDocument[];
  readonly blueprints: readonly YamlDocument[];
  readonly languages: readonly YamlDocument[];
  readonly glossary: YamlDocument | undefined;
  /** YAML files of a course or of `shared/` that stand where nothing is read. */
  readonly strays: readonly string[];
}

export const CONFIG_FILE = 'coursewright.yaml';

export function sortWorkspaceFiles(parsed: ParsedWorkspace): WorkspaceFiles {
  const folders = [...parsed.yaml.keys()].flatMap((path) => /^([^/]+)\/course\.ya?ml$/.exec(path)?.[1] ?? []);
  const yaml = [...parsed.yaml.values()];
  const inShared = (folder: string) => yaml.filter(({ file }) => isYamlIn(file, `shared/${folder}/`));
  const courses = new Map<string, CourseFiles>();
  for (const folder of [...new Set(folders)].sort()) {
    const course = findYaml(parsed, `${folder}/course`);
    if (course === undefined) continue;
    const lock = parsed.locks.get(`${folder}/codes.lock`);
    courses.set(folder, {
      folder,
      course,
      banks: yaml.filter(({ file }) => isYamlIn(file, `${folder}/banks/`)),
      lessons: [...parsed.lessons.values()].filter(
        ({ file }) => file.startsWith(`${folder}/lessons/`) && !isReadme(file),
      ),
      glossary: findYaml(parsed, `${folder}/glossary`),
      lock: lock === undefined ? undefined : { file: `${folder}/codes.lock`, text: lock },
      files: new Map(
        [...parsed.files].filter(
          ([path]) => path.startsWith(`${folder}/media/`) || path.startsWith(`${folder}/lessons/`),
        ),
      ),
    });
  }
  return {
    config: findYaml(parsed, 'coursewright'),
    courses,
    credentials: inShared('credentials'),
    blueprints: inShared('blueprints'),
    languages: inShared('languages'),
    glossary: findYaml(parsed, 'shared/glossary'),
    strays: yaml.map(({ file }) => file).filter((file) => isStray(file, courses)),
  };
}

/** `a/b/c.yaml` -> `c`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

function findYaml(parsed: ParsedWorkspace, stem: string): YamlDocument | undefined {
  return parsed.yaml.get(`${stem}.yaml`) ?? parsed.yaml.get(`${stem}.yml`);
}

function isYamlIn(file: string, folder: string): boolean {
  return file.startsWith(folder) && /\.ya?ml$/.test(file);
}

export function isReadme(file: string): boolean {
  return baseName(file).toLowerCase() === 'readme';
}

function isStray(file: string, courses: ReadonlyMap<string, CourseFiles>): boolean {
  const [top = '', ...rest] = file.split('/');
  const name = rest.join('/');
  if (top === 'shared') return !/^(glossary\.ya?ml|(credentials|blueprints|languages)\/.+)$/.test(name);
  return courses.has(top) && !/^((course|glossary)\.ya?ml|(banks|media)\/.+)$/.test(name);
}
