/** What the preview's server tells its page after each build. Both sides read it; neither knows the other. */

/** A problem as text; the page must show it as text. */
export interface PreviewProblem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  /** `file:line:col`, a file, or empty. */
  readonly place: string;
  /** The lines around the place with carets below. */
  readonly frame: readonly string[];
  readonly hint: string;
}

export interface PreviewPackage {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  /** Address of its launch page, relative to the preview's page. */
  readonly address: string;
  /** Changes when a byte of the package does. */
  readonly build: string;
  /** True while its course has errors, so that what plays is the last version without. */
  readonly stale: boolean;
}

export interface PreviewState {
  /** Number of builds so far; 0 before the first has ended. */
  readonly builds: number;
  readonly building: boolean;
  /** In the order of the workspace. */
  readonly packages: readonly PreviewPackage[];
  readonly problems: readonly PreviewProblem[];
}

/** Where the page listens for states, as server-sent events. */
export const EVENTS_PATH = '/events';
/** Below it each package has a folder of its name. */
export const COURSES_PATH = '/courses/';
