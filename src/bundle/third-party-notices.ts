/** The licenses of the libraries whose code stands in `lib/`, as one text: their licenses ask for that. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** `node_modules/a/node_modules/@b/c/lib/x.js` stands in the package folder `node_modules/a/node_modules/@b/c`. */
function packageFolder(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
}

function licenseText(folder: string): string {
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
}

/** @param root the folder that the metafiles' paths are relative to */
export function collectNotices(root: string, metafiles: readonly Metafile[]): string {
  const folders = new Set(
    metafiles.flatMap((meta) => Object.keys(meta.inputs).flatMap((input) => packageFolder(input) ?? [])),
  );
  const notices = [...folders].sort().map((folder) => {
    const manifest: { readonly name?: string; readonly version?: string; readonly license?: string } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    const head = `${manifest.name} ${manifest.version} (${manifest.license ?? 'license in its text'})`;
    return [head, '-'.repeat(head.length), licenseText(join(root, folder))].join('\n');
  });
  return `Code of these libraries is part of Coursewright as it is published.\n\n${notices.join('\n\n\n')}\n`;
}
