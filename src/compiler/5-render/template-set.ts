/**
 * Compiles the templates of a workspace, each once, and renders views through them. The one owner of Handlebars: strict, escaping,
 * with four helpers. An author's mistake in a template becomes a diagnostic with the template's line, never an exception.
 */
import Handlebars from 'handlebars';
import {
  templateFailed,
  templateMissingField,
  templateSyntax,
  unknownTemplate,
} from '../../diagnostics/catalog/templates.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { SourceFile } from '../hand-over.ts';
import { checkTemplate, TEMPLATE_HELPERS, templateOffset } from './check-template.ts';
import type { PageTemplate, TemplateViews } from './page-views.ts';

/** Sources by path, such as `pages/lesson.hbs`. */
export interface TemplateSources {
  readonly templates: ReadonlyMap<string, string>;
  /** The workspace's own files by the same paths. */
  readonly overrides: ReadonlyMap<string, SourceFile>;
}

export interface TemplateSet {
  /** HTML; an empty text after a problem, which is reported. */
  render<Name extends PageTemplate>(name: Name, view: TemplateViews[Name], report: Reporter): string;
  /** The author's file when the workspace replaces this template. */
  overrideFile(name: PageTemplate): string | undefined;
}

interface Source {
  /** Partial name: the file name without `.hbs`. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Path in the workspace; undefined for a built-in template. */
  readonly file: string | undefined;
}

/** Reports what is wrong with the templates themselves; what shows only while rendering is reported then. */
export function compileTemplates(sources: TemplateSources, report: Reporter): TemplateSet {
  reportUnknownOverrides(sources, report);
  const budget = new RenderBudget();
  const environment = createEnvironment(budget);
  const all = collectSources(sources);
  const names = new Set(all.map(({ name }) => name));
  const compiled = new Map<string, (view: object) => string>();
  const files = new Map<string, string>();
  for (const source of all) {
    if (source.file !== undefined) files.set(source.name, source.file);
    const template = compileOne({ environment, budget, names }, source, report);
    if (template === undefined) continue;
    compiled.set(source.name, template);
    environment.registerPartial(source.name, template);
  }
  return {
    overrideFile: (name) => files.get(name),
    render: (name, view, renderReport) => {
      const template = compiled.get(name);
      if (template === undefined) return '';
      budget.reset();
      try {
        return template(view);
      } catch (error) {
        if (!(error instanceof TemplateProblem)) throw error;
        if (error.source.file === undefined)
          throw new Error(`built-in template ${error.source.path}: ${error.message}`);
        reportProblem(error, error.source.file, renderReport);
        return '';
      }
    },
  };
}

function reportUnknownOverrides({ templates, overrides }: TemplateSources, report: Reporter): void {
  for (const [path, file] of overrides) {
    if (templates.has(path)) continue;
    const nearest = findNearestName(path, templates.keys());
    report.add(unknownTemplate, { file: file.path }, { name: path, nearest });
  }
}

function collectSources({ templates, overrides }: TemplateSources): readonly Source[] {
  return [...templates]
    .filter(([path]) => path.endsWith('.hbs'))
    .map(([path, text]) => {
      const own = overrides.get(path);
      const name = path.slice(path.lastIndexOf('/') + 1, -'.hbs'.length);
      return { name, path, text: own === undefined ? text : decode(own), file: own?.path };
    });
}

function decode(file: SourceFile): string {
  // TextDecoder drops a byte order mark; line ends become LF so that the same text gives the same page.
  return new TextDecoder().decode(file.bytes()).replaceAll('\r\n', '\n');
}

/** Four helpers that refuse a missing field: strict mode alone checks what is printed, not what is asked about. */
function createEnvironment(budget: RenderBudget): typeof Handlebars {
  const environment = Handlebars.create();
  const { helpers } = environment;
  for (const name of Object.keys(helpers)) {
    const helper = helpers[name];
    if (name === 'helperMissing' || name === 'blockHelperMissing' || helper === undefined) continue;
    environment.unregisterHelper(name);
    if (!TEMPLATE_HELPERS.includes(name)) continue;
    environment.registerHelper(name, function (this: unknown, ...given: unknown[]) {
      const [value, options] = given as [unknown, Handlebars.HelperOptions];
      if (given.length !== 2) throw new RenderLimit(`the helper "${name}" takes one field`);
      if (value === undefined) throw new MissingValue(name, options);
      if (name !== 'each') return helper.call(this, value, options);
      const fn = (context: unknown, own?: Handlebars.RuntimeOptions): string =>
        budget.countRound(options.fn(context, own));
      return helper.call(this, value, { ...options, fn });
    });
  }
  return environment;
}

/** Rounds of all `each` blocks of one page, what they print, and how deep partials include partials. The largest page needs 10,000. */
const MAX_ROUNDS = 200_000;
const MAX_CHARACTERS = 50_000_000;
const MAX_PARTIAL_DEPTH = 50;

/** A template asks for what no page needs. */
class RenderLimit extends Error {}

/** What one page may cost. `each` inside `each` inside `each` would go on for hours, whatever the view. */
class RenderBudget {
  #rounds = 0;
  #characters = 0;
  #depth = 0;

  reset(): void {
    this.#rounds = 0;
    this.#characters = 0;
    this.#depth = 0;
  }

  countRound(html: string): string {
    this.#rounds++;
    this.#characters += html.length;
    if (this.#rounds > MAX_ROUNDS) throw new RenderLimit('its #each blocks go round too often');
    if (this.#characters > MAX_CHARACTERS) throw new RenderLimit('it prints a page that is too large');
    return html;
  }

  inside(render: () => string): string {
    this.#depth++;
    if (this.#depth > MAX_PARTIAL_DEPTH) throw new RenderLimit('it includes itself without end');
    const html = render();
    this.#depth--;
    return html;
  }
}

/** Carries the place of the call, which the template compiler hands to helpers under `loc`. */
class MissingValue extends Error {
  readonly lineNumber: number | undefined;
  readonly column: number;

  constructor(helper: string, options: object) {
    super(`#${helper} asks for a field that is not there`);
    const loc = 'loc' in options ? (options.loc as hbs.AST.SourceLocation | undefined) : undefined;
    this.lineNumber = loc?.start.line;
    this.column = loc?.start.column ?? 0;
  }
}

/** A failure with the innermost template it happened in. */
class TemplateProblem extends Error {
  constructor(
    readonly source: Source,
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

interface Workshop {
  readonly environment: typeof Handlebars;
  readonly budget: RenderBudget;
  /** Of all templates. */
  readonly names: ReadonlySet<string>;
}

function compileOne(
  { environment, budget, names }: Workshop,
  source: Source,
  report: Reporter,
): ((view: object) => string) | undefined {
  let program: hbs.AST.Program;
  if (source.file !== undefined && nestsTooDeeply(source.text)) {
    report.add(templateSyntax, { file: source.file }, { name: source.path, problem: 'its blocks nest too deeply' });
    return undefined;
  }
  try {
    program = environment.parse(source.text, { srcName: source.path });
  } catch (error) {
    if (source.file === undefined) throw error;
    report.add(templateSyntax, syntaxPlace(source, error), { name: source.path, problem: syntaxMessage(error) });
    return undefined;
  }
  if (source.file !== undefined && !checkTemplate({ ...source, file: source.file }, program, names, report))
    return undefined;
  const template = environment.compile(program, {
    strict: true,
    noEscape: false,
    knownHelpersOnly: true,
    knownHelpers: { helperMissing: false, blockHelperMissing: false, log: false, lookup: false },
    preventIndent: true,
  });
  return (view) => {
    try {
      // Without the caller's options: a partial sees its own view alone.
      return budget.inside(() =>
        template(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }),
      );
    } catch (error) {
      throw error instanceof TemplateProblem ? error : new TemplateProblem(source, error);
    }
  };
}

const MAX_BLOCK_DEPTH = 50;

/** The template compiler follows nesting with the call stack, which ends elsewhere on every machine. */
function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  for (const [, mark] of text.matchAll(/\{\{~?([#^/])(?!~?\})/g)) {
    depth = mark === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_BLOCK_DEPTH) return true;
  }
  return /\((?:[^()]*\(){20}/.test(text);
}

function reportProblem(problem: TemplateProblem, file: string, report: Reporter): void {
  const { cause, source } = problem;
  const field = /^"(.+?)" not defined in /.exec(problem.message)?.[1];
  if (field !== undefined) {
    report.add(templateMissingField, fieldPlace(source, file, cause, field), { name: source.path, field });
    return;
  }
  if (cause instanceof MissingValue) {
    report.add(...missingArgument(source, file, cause));
    return;
  }
  const sentence =
    cause instanceof RangeError
      ? 'it includes itself without end'
      : (problem.message.split('\n')[0] ?? '').replace(/ - \d+:\d+$/, '');
  report.add(templateFailed, { file }, { name: source.path, problem: sentence });
}

/** The field stands in the source behind the helper's name. */
function missingArgument(source: Source, file: string, cause: MissingValue) {
  const from = templateOffset(source.text, cause.lineNumber ?? 1, cause.column);
  const match = /^\{\{~?#?\s*\w+\s+([^\s}~]+)/.exec(source.text.slice(from));
  const field = match?.[1] ?? '';
  const start = from + (match?.[0].length ?? 0) - field.length;
  return [templateMissingField, { file, start, end: start + field.length }, { name: source.path, field }] as const;
}

function fieldPlace(source: Source, file: string, cause: unknown, field: string): Span | { readonly file: string } {
  const { lineNumber, column } = positionOf(cause);
  if (lineNumber === undefined) return { file };
  const from = templateOffset(source.text, lineNumber, column);
  const start = Math.max(from, source.text.indexOf(field, from));
  return { file, start, end: start + field.length };
}

function positionOf(error: unknown): { readonly lineNumber: number | undefined; readonly column: number } {
  if (typeof error !== 'object' || error === null) return { lineNumber: undefined, column: 0 };
  const lineNumber = 'lineNumber' in error && typeof error.lineNumber === 'number' ? error.lineNumber : undefined;
  const column = 'column' in error && typeof error.column === 'number' ? error.column : 0;
  return { lineNumber, column };
}

/** `Parse error on line 3:\n…`, or ` - 3:7` at the end. */
function syntaxPlace(source: Source, error: unknown): Span | { readonly file: string } {
  const file = source.file ?? source.path;
  const message = error instanceof Error ? error.message : '';
  const line = positionOf(error).lineNumber ?? Number(/line (\d+)/.exec(message)?.[1] ?? 0);
  if (!(line > 0)) return { file };
  const start = templateOffset(source.text, line, 0);
  const end = source.text.indexOf('\n', start);
  return { file, start, end: end === -1 ? source.text.length : end };
}

function syntaxMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split('\n');
  const last = lines.at(-1) ?? '';
  const expecting = /^Expecting .*got '(.*)'$/.exec(last)?.[1];
  if (expecting === 'EOF') return 'it ends inside a block or a pair of braces';
  if (expecting !== undefined) return 'this part of it is not a complete Handlebars expression';
  return (lines[0] ?? '').replace(/ - \d+:\d+$/, '').replace(/^./, (first) => first.toLowerCase());
}
