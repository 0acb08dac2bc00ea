/** Looks at what Coursewright stands on: Node.js, its own files, the editor, a browser. Knows no workspace. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { nodeTooOld, toolIncomplete } from '../../diagnostics/catalog/command.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { findTarget, targetNames } from '../../targets/targets.ts';
import { oldestNode, playerFolder, startersFolder, templatesFolder } from '../../tool-files.ts';
import { toolVersion } from '../../tool-version.ts';
import { WORDS } from '../words.ts';
import { findBrowser } from './find-browser.ts';
import { type Finding, toFinding } from './finding.ts';

const YAML_EXTENSION = 'redhat.vscode-yaml-';

export function examineComputer(report: Reporter): readonly Finding[] {
  return [examineNode(process.versions.node, oldestNode(), report), examineTool(report), ...examineEditor(), browser()];
}

export function examineNode(found: string, oldest: string, report: Reporter): Finding {
  const isWell = !isOlder(found, oldest);
  if (!isWell) report.add(nodeTooOld, undefined, { found, oldest });
  return toFinding('node', isWell, WORDS.doctor.node(found));
}

/** Compares versions number by number. */
function isOlder(version: string, than: string): boolean {
  const numbers = version.split('.').map(Number);
  for (const [index, least] of than.split('.').map(Number).entries()) {
    const number = numbers[index] ?? 0;
    if (number !== least) return number < least;
  }
  return false;
}

function examineTool(report: Reporter): Finding {
  const needed = [
    ...targetNames.flatMap((name) => findTarget(name)?.player ?? []).map(playerFolder),
    join(templatesFolder(), 'pages'),
    startersFolder(),
  ];
  const missing = needed.filter((path) => !existsSync(path));
  if (missing.length > 0) report.add(toolIncomplete, undefined, { missing });
  return toFinding('tool', missing.length === 0, WORDS.doctor.tool(toolVersion()));
}

/** Says nothing where VS Code was never opened: other editors do as well. */
function examineEditor(): readonly Finding[] {
  try {
    const extensions = readdirSync(join(homedir(), '.vscode', 'extensions'));
    const hasYaml = extensions.some((name) => name.startsWith(YAML_EXTENSION));
    return [
      hasYaml
        ? { name: 'editor', status: 'ok', says: WORDS.doctor.extension }
        : { name: 'editor', status: 'note', says: WORDS.doctor.noExtension },
    ];
  } catch {
    return [];
  }
}

function browser(): Finding {
  const path = findBrowser(process.env);
  return path === undefined
    ? { name: 'browser', status: 'note', says: WORDS.doctor.noBrowser }
    : { name: 'browser', status: 'ok', says: WORDS.doctor.browser(path) };
}
