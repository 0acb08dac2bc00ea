/** The same lessons and pictures -> CPU seconds of hugo, copying media and `zip -6`; undefined where one of them is not installed. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { listFiles } from './floors/list-files.ts';

const LAYOUT =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>';

export function measureHugo(workspace: string, scratch: string): number | undefined {
  if (!isInstalled('hugo', 'version') || !isInstalled('zip', '-v')) return undefined;
  const site = join(scratch, 'hugo');
  rmSync(site, { recursive: true, force: true });
  mkdirSync(join(site, 'layouts', '_default'), { recursive: true });
  mkdirSync(join(site, 'media'), { recursive: true });
  writeFileSync(join(site, 'hugo.toml'), 'title = "Courses"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n');
  for (const name of ['single.html', 'list.html']) writeFileSync(join(site, 'layouts', '_default', name), LAYOUT);
  for (const file of listFiles(workspace, '.md')) {
    cpSync(file, join(site, 'content', relative(workspace, file).replace('/lessons', '')));
  }
  for (const file of listFiles(workspace, '.png')) {
    const course = relative(workspace, file).split('/')[0] ?? '';
    cpSync(file, join(site, 'media', `${course}-${basename(file)}`));
  }
  const commands = 'hugo --quiet && cp media/* public/ && cd public && zip -q -6 -r ../course.zip . && times';
  const { status, stdout, stderr } = spawnSync('sh', ['-c', commands], { cwd: site, encoding: 'utf8' });
  if (status !== 0) throw new Error(`hugo and zip: exit ${status}\n${stderr}`);
  // The second line holds the children's times: `0m1.25s 0m0.30s`.
  const times = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function isInstalled(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: 'ignore' }).status === 0;
}
