/** The files of a workspace -> those of each course, and those that belong to none. Reads no byte of any of them. */
import type { SourceFile, SourceTree } from './hand-over.ts';

/** A folder that holds a course.yaml, listed in coursewright.yaml or not. */
export interface CoursePart extends SourceTree {
  /** Path of its course.yaml. */
  readonly file: string;
}

export interface TreeParts {
  /** By folder, sorted. */
  readonly courses: ReadonlyMap<string, CoursePart>;
  /** What all courses share. */
  readonly rest: SourceTree;
}

/** The folder of data that courses share; it is no course, whatever lies in it. */
const SHARED_FOLDER = 'shared';

export function splitTree({ files }: SourceTree): TreeParts {
  const found = [...files.keys()].flatMap((path) => /^([^/]+)\/course\.ya?ml$/.exec(path)?.[1] ?? []);
  const folders = [...new Set(found)].filter((folder) => folder !== SHARED_FOLDER).sort();
  const own = new Map(folders.map((folder) => [folder, new Map<string, SourceFile>()]));
  const rest = new Map<string, SourceFile>();
  for (const [path, file] of files) (own.get(folderOf(path)) ?? rest).set(path, file);
  const courses = [...own].map(([folder, part]) => {
    const file = ['course.yaml', 'course.yml'].map((name) => `${folder}/${name}`).find((path) => part.has(path)) ?? '';
    return [folder, { file, files: part }] as const;
  });
  return { courses: new Map(courses), rest: { files: rest } };
}

/** The first folder of a path; empty for a file that lies in none. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}
