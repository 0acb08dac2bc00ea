/** The house keeps its shape: who may import whom, which library lives where, and what every file must have. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

interface SourceModule {
  /** Relative to src/, forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Relative imports as paths relative to src/. */
  readonly imports: readonly string[];
  /** Packages and Node modules. */
  readonly packages: readonly string[];
  readonly typeOnlyImports: readonly string[];
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function readModule(file: string): SourceModule {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const path = file.slice('src/'.length);
  const found = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g),
  ];
  const all = found.map((match) => ({ name: match[2] ?? match[3] ?? '', typeOnly: match[1] !== undefined }));
  const resolved = (name: string) => posix.join(posix.dirname(path), name);
  return {
    path,
    text,
    imports: all.filter((i) => i.name.startsWith('.')).map((i) => resolved(i.name)),
    typeOnlyImports: all.filter((i) => i.name.startsWith('.') && i.typeOnly).map((i) => resolved(i.name)),
    packages: all.filter((i) => !i.name.startsWith('.')).map((i) => i.name),
  };
}

const modules = listFiles(join(ROOT, 'src'))
  .filter((file) => file.endsWith('.ts'))
  .map(readModule);

/** The zone a module belongs to: its first folder, or the file itself at the top. */
const zoneOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);
const stageOf = (path: string) => /^compiler\/(\d-[a-z]+)\//.exec(path)?.[1];
const isBrowser = (path: string) =>
  path.startsWith('player/') ||
  /^questions\/[^/]+\/(grading|view|response|behavior)\.ts$/.test(path) ||
  path.startsWith('preview/page/') ||
  /^targets\/[^/]+\/(browser|fake-lms)\//.test(path);

/** Arrows of src/README.md: what each zone may import beside itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  diagnostics: [],
  'code-sets': ['diagnostics', 'targets'],
  questions: ['compiler', 'diagnostics', 'shared'],
  targets: ['compiler', 'diagnostics', 'shared', 'player', 'questions', 'preview'],
  player: ['questions', 'shared'],
  compiler: ['code-sets', 'questions', 'shared', 'diagnostics', 'targets'],
  compare: ['diagnostics', 'shared', 'targets'],
  preview: ['api.ts', 'compiler', 'diagnostics', 'targets', 'tool-files.ts', 'tool-version.ts'],
  cache: ['compiler', 'diagnostics'],
  bundle: [],
  'tool-files.ts': ['tool-version.ts'],
  'tool-version.ts': [],
  coverage: ['compiler'],
  impact: ['code-sets', 'compiler', 'diagnostics'],
  'find-code-sets.ts': ['code-sets'],
  'write-locks.ts': ['check-courses.ts', 'code-sets', 'compiler', 'diagnostics', 'find-code-sets.ts'],
  'build-courses.ts': [
    'api.ts',
    'cache',
    'code-sets',
    'compile-courses.ts',
    'compiler',
    'diagnostics',
    'find-code-sets.ts',
    'tool-files.ts',
  ],
  'settled-courses.ts': ['api.ts', 'build-courses.ts', 'cache', 'compiler', 'diagnostics', 'tool-files.ts'],
  'check-courses.ts': ['api.ts', 'code-sets', 'compiler', 'diagnostics', 'find-code-sets.ts', 'targets'],
  'compile-courses.ts': [
    'api.ts',
    'build-courses.ts',
    'cache',
    'check-courses.ts',
    'compare',
    'compiler',
    'diagnostics',
    'finish-package.ts',
    'last-packages.ts',
    'settled-courses.ts',
  ],
  'finish-package.ts': [
    'build-courses.ts',
    'cache',
    'compiler',
    'diagnostics',
    'targets',
    'tool-files.ts',
    'tool-version.ts',
  ],
  'last-packages.ts': ['api.ts', 'compiler', 'diagnostics'],
  'api.ts': [
    'build-courses.ts',
    'check-courses.ts',
    'compare',
    'compiler',
    'diagnostics',
    'finish-package.ts',
    'last-packages.ts',
    'targets',
    'tool-files.ts',
  ],
  cli: [
    'api.ts',
    'build-courses.ts',
    'code-sets',
    'check-courses.ts',
    'compare',
    'coverage',
    'compiler',
    'diagnostics',
    'find-code-sets.ts',
    'impact',
    'preview',
    'targets',
    'tool-files.ts',
    'tool-version.ts',
    'shared',
    'write-locks.ts',
  ],
};

/** Each library has one owner: a file or a folder. XML is read for two unlike purposes, each in one place. */
const OWNERS: Readonly<Record<string, string | readonly string[]>> = {
  'js-yaml': 'compiler/syntax/yaml/',
  marked: 'compiler/syntax/markdown/',
  handlebars: 'compiler/5-render/',
  archiver: 'compiler/7-package/',
  'fast-xml-parser': ['targets/scorm12/manifest/', 'code-sets/official/read-xml.ts'],
  'sanitize-html': 'compiler/4-model/sanitize-author-html.ts',
  'fastest-levenshtein': 'diagnostics/nearest-name.ts',
  commander: 'cli/run-command.ts',
  yauzl: 'targets/zip/',
  esbuild: 'bundle/',
  chokidar: 'preview/rebuild-loop.ts',
};

describe('arrows', () => {
  it('finds the modules', () => {
    expect(modules.length).toBeGreaterThan(50);
  });

  it.each(modules.map((m) => [m.path, m] as const))('%s imports only what its zone may', (_path, module) => {
    const zone = zoneOf(module.path);
    const allowed = ARROWS[zone];
    expect(allowed, `src/${zone} is not on the map`).toBeDefined();
    const wrong = module.imports.filter((path) => zoneOf(path) !== zone && !allowed?.includes(zoneOf(path)));
    expect(wrong).toEqual([]);
  });

  it('code sets know of targets only how a zip is read', () => {
    const wrong = modules
      .filter((m) => m.path.startsWith('code-sets/'))
      .flatMap((m) => m.imports.filter((path) => path.startsWith('targets/') && path !== 'targets/zip/read-zip.ts'));
    expect(wrong).toEqual([]);
  });

  it('no stage imports another stage', () => {
    const wrong = modules.flatMap((module) => {
      const stage = stageOf(module.path);
      if (stage === undefined) return [];
      return module.imports
        .filter((path) => stageOf(path) !== undefined && stageOf(path) !== stage)
        .map((path) => `${module.path} -> ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it('the compiler knows a target by its type only', () => {
    const wrong = modules
      .filter((m) => m.path.startsWith('compiler/'))
      .flatMap((m) =>
        m.imports
          .filter((path) => path.startsWith('targets/') && !m.typeOnlyImports.includes(path))
          .map((path) => `${m.path} -> ${path}`),
      );
    expect(wrong).toEqual([]);
  });

  it('no SCORM word stands in the compiler, the player or the shared contract', () => {
    const wrong = modules
      .filter((m) => /^(compiler|player|preview|shared|questions)\//.test(m.path))
      .filter((m) =>
        /scorm|lesson_status|suspend_data|imsmanifest|\bcmi\b|\bSCO\b/i.test(m.text.replaceAll("'scorm12'", '')),
      )
      .map((m) => m.path);
    expect(wrong).toEqual([]);
  });

  it('browser code uses no package and no Node module', () => {
    const wrong = modules
      .filter((m) => (isBrowser(m.path) || m.path.startsWith('shared/')) && m.packages.length > 0)
      .map((m) => m.path);
    expect(wrong).toEqual([]);
  });

  it('the page of the preview knows no target and no server', () => {
    const wrong = modules
      .filter((m) => m.path.startsWith('preview/page/'))
      .flatMap((m) =>
        m.imports
          .filter((path) => !path.startsWith('preview/page/') && path !== 'preview/preview-state.ts')
          .map((path) => `${m.path} -> ${path}`),
      );
    expect(wrong).toEqual([]);
  });

  it('Node code never imports browser code', () => {
    const wrong = modules
      .filter((m) => !isBrowser(m.path))
      .flatMap((m) => m.imports.filter(isBrowser).map((path) => `${m.path} -> ${path}`));
    expect(wrong).toEqual([]);
  });
});

describe('libraries', () => {
  it.each(Object.entries(OWNERS))('%s is imported by %s alone', (library, owner) => {
    const users = modules.filter((m) => m.packages.some((name) => name === library || name.startsWith(`${library}/`)));
    expect(users.length).toBeGreaterThan(0);
    const owners = [owner].flat();
    expect(users.filter((m) => !owners.some((path) => m.path.startsWith(path))).map((m) => m.path)).toEqual([]);
  });

  it('what is published depends on zod alone, whose types the API shows; the rest is bundled and declared', () => {
    const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    expect(Object.keys(manifest.dependencies)).toEqual(['zod']);
    const node = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    const wrong = modules.flatMap((m) =>
      m.packages
        .filter((name) => !node.has(name) && name !== 'zod')
        .filter((name) => OWNERS[name] === undefined || manifest.devDependencies[name] === undefined)
        .map((name) => `${m.path} -> ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('the compiler reads no clock and no randomness', () => {
    const wrong = modules
      .filter(
        (m) => /^(compiler|questions|targets\/(?!.*browser)|shared|diagnostics)/.test(m.path) && !isBrowser(m.path),
      )
      .filter((m) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(|toLocale(?:String|Date|Time)|Intl\./.test(withoutNamedIntl(m)),
      )
      .map((m) => m.path);
    expect(wrong).toEqual([]);
  });
});

/** The word tables may ask Intl for a course's language by its name, never for the machine's. English stands in for unknown ones. */
function withoutNamedIntl({ path, text }: { readonly path: string; readonly text: string }): string {
  if (!path.startsWith('shared/words/')) return text;
  return text.replace(
    /Intl\.(?:PluralRules|NumberFormat|DateTimeFormat|ListFormat)(?=[;\s|]|\(\[(?:this\.#)?language, 'en'\])/g,
    '',
  );
}

describe('files', () => {
  it('each opens by saying what it does', () => {
    const wrong = modules.filter((m) => !/^(?:#!.*\n)?\/\*\*/.test(m.text)).map((m) => m.path);
    expect(wrong).toEqual([]);
  });

  it('none is a drawer, a barrel or longer than 400 lines', () => {
    const wrong = modules
      .filter(
        (m) =>
          /(^|\/)(utils?|helpers?|common|misc|manager|service)(\/|[.-])|(^|\/)index\.ts$/.test(m.path) ||
          (m.text.split('\n').length > 400 && !m.path.includes('/catalog/')),
      )
      .map((m) => m.path);
    expect(wrong).toEqual([]);
  });

  it('the map in src/README.md names every zone, stage and question type', () => {
    const map = readFileSync(join(ROOT, 'src/README.md'), 'utf8');
    const names = new Set(
      modules.flatMap((m) =>
        [zoneOf(m.path), stageOf(m.path) ?? '', /^questions\/([^/]+)\//.exec(m.path)?.[1] ?? ''].filter(
          (name) => name !== '',
        ),
      ),
    );
    expect([...names].filter((name) => !map.includes(name))).toEqual([]);
  });

  it('the top level holds only what is agreed', () => {
    const agreed = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'biome.json',
      'course-source',
      'dist',
      'lib',
      'node_modules',
      'package-lock.json',
      'package.json',
      'src',
      'templates',
      'tests',
      'tsconfig.json',
      'vitest.config.ts',
    ];
    const found = readdirSync(ROOT).filter((name) => !name.startsWith('.'));
    expect(found.filter((name) => !agreed.includes(name))).toEqual([]);
  });
});
