/**
 * Looks through a workspace's template before it is used: helpers, partials, raw output, scripts. Reports with exact places.
 * Reads the tree that the template compiler makes; knows nothing of views.
 */
import {
  templateActiveContent,
  templateRawOutput,
  templateUnknownHelper,
  templateUnknownPartial,
} from '../../diagnostics/catalog/templates.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';

/** The helpers that templates have. */
export const TEMPLATE_HELPERS: readonly string[] = ['if', 'unless', 'each', 'with'];

export interface CheckedTemplate {
  readonly path: string;
  readonly file: string;
  readonly text: string;
}

interface TemplateNode {
  readonly type: string;
  readonly loc: hbs.AST.SourceLocation;
  readonly [key: string]: unknown;
}

/** An empty block has a program without a place and without children. */
function isNode(value: unknown): value is TemplateNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'loc' in value && value.loc !== undefined;
}

/** Every node below and including this one, in source order. */
export function* templateNodes(node: unknown): Generator<TemplateNode> {
  if (Array.isArray(node)) {
    for (const one of node) yield* templateNodes(one);
  } else if (isNode(node)) {
    yield node;
    for (const [key, value] of Object.entries(node)) if (key !== 'loc') yield* templateNodes(value);
  }
}

/** The name a node calls or prints: `words.start`, `each`. */
export function nodeName(node: TemplateNode, key: 'path' | 'name' = 'path'): string {
  const path = node[key];
  return isNode(path) && 'original' in path ? String(path.original) : '';
}

/** True for output that is not escaped though its field does not hold HTML. */
export function isRawText(node: TemplateNode): boolean {
  return node.type === 'MustacheStatement' && node.escaped === false && !nodeName(node).endsWith('Html');
}

/** @returns whether the template may be used */
export function checkTemplate(
  template: CheckedTemplate,
  program: hbs.AST.Program,
  partials: ReadonlySet<string>,
  report: Reporter,
): boolean {
  let good = true;
  for (const node of templateNodes(program)) good = checkNode(template, node, partials, report) && good;
  return checkMarkup(template, report) && good;
}

function checkNode(
  template: CheckedTemplate,
  node: TemplateNode,
  partials: ReadonlySet<string>,
  report: Reporter,
): boolean {
  const name = template.path;
  const place = spanOf(template, node);
  if (isRawText(node)) {
    report.add(templateRawOutput, place, { name, field: nodeName(node) });
    return false;
  }
  if (callsHelper(node) && !TEMPLATE_HELPERS.includes(nodeName(node))) {
    report.add(templateUnknownHelper, place, { name, helper: nodeName(node) });
    return false;
  }
  if (node.type === 'PartialStatement' || node.type === 'PartialBlockStatement') {
    const partial = nodeName(node, 'name');
    if (partials.has(partial)) return true;
    report.add(templateUnknownPartial, place, { name, partial, nearest: findNearestName(partial, partials) });
    return false;
  }
  return true;
}

function callsHelper(node: TemplateNode): boolean {
  switch (node.type) {
    case 'SubExpression':
    case 'BlockStatement':
    case 'Decorator':
    case 'DecoratorBlock':
      return true;
    case 'MustacheStatement':
      return hasArguments(node);
    default:
      return false;
  }
}

function hasArguments(node: TemplateNode): boolean {
  const params = node.params;
  return (Array.isArray(params) && params.length > 0) || node.hash !== undefined;
}

const ACTIVE_MARKUP: readonly { readonly pattern: RegExp; readonly found: string }[] = [
  { pattern: /<\s*script\b/gi, found: 'a script' },
  { pattern: /<\s*(?:iframe|object|embed|base)\b/gi, found: 'an embedded frame or a base address' },
  { pattern: /\son[a-z]+\s*=/gi, found: 'an event handler' },
  { pattern: /javascript:/gi, found: 'a script address' },
  {
    pattern: /<\s*(?:link|img|source|video|audio|track)\b[^>]{0,2000}\s(?:href|src)\s*=\s*["']?(?:https?:)?\/\//gi,
    found: 'a file from another server',
  },
];

function checkMarkup(template: CheckedTemplate, report: Reporter): boolean {
  let good = true;
  for (const { pattern, found } of ACTIVE_MARKUP) {
    for (const match of template.text.matchAll(pattern)) {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      const place = { file: template.file, start, end: match.index + match[0].length };
      report.add(templateActiveContent, place, { name: template.path, found });
      good = false;
    }
  }
  return good;
}

function spanOf(template: CheckedTemplate, node: TemplateNode): Span {
  const { start, end } = node.loc;
  return {
    file: template.file,
    start: templateOffset(template.text, start.line, start.column),
    end: templateOffset(template.text, end.line, end.column),
  };
}

/** Offset of a place in a template, where lines count from 1 and columns from 0. */
export function templateOffset(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next === -1) break;
    start = next + 1;
  }
  return Math.min(text.length, start + column);
}
