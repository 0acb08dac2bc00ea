/** Serves packages and the fake LMS's page on loopback, for browser tests. */

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const STORE = '/store/';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  vtt: 'text/vtt; charset=utf-8',
  pdf: 'application/pdf',
  xml: 'application/xml',
};

/** Files of a package by name. */
export type ServedFiles = ReadonlyMap<string, string | Uint8Array>;

export interface TestServer {
  /** `http://127.0.0.1:1234` */
  readonly origin: string;
  /** Makes a package's files available below `/<name>/`. */
  put(name: string, files: ServedFiles): void;
  /** What an LMS with this store holds, wherever its page is by now. */
  stored(store: string): Readonly<Record<string, string>>;
  /** While down, every request is cut off. */
  setDown(down: boolean): void;
  close(): Promise<void>;
}

async function bundleLmsPage(): Promise<string> {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: ['tests/lms/lms-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
  });
  return result.outputFiles[0]?.text ?? '';
}

function frameHtml(script: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LMS</title></head><body style="margin:0"><script src="${script}"></script></body></html>`;
}

/** `/lms` is our fake LMS's page, `/oracle` a page with scorm-again's API, `/store/<name>` where an LMS keeps what outlives its page. */
export async function startServer(): Promise<TestServer> {
  const packages = new Map<string, ServedFiles>();
  const stores = new Map<string, string>();
  let down = false;
  const fixed: Readonly<Record<string, readonly [string, string | Uint8Array]>> = {
    '/lms': ['html', frameHtml('/lms.js')],
    '/lms.js': ['js', await bundleLmsPage()],
    '/oracle': ['html', frameHtml('/scorm-again.js')],
    '/scorm-again.js': ['js', readFileSync(join(ROOT, 'node_modules/scorm-again/dist/scorm12.min.js'))],
  };
  const find = (path: string): readonly [string, string | Uint8Array] | undefined => {
    const own = fixed[path];
    if (own !== undefined) return own;
    const [, name = '', file = ''] = path.split('/');
    const body = packages.get(name)?.get(file === '' ? 'index.html' : file);
    return body === undefined ? undefined : [file.split('.').pop() ?? '', body];
  };
  const server: Server = createServer((request, response) => {
    if (down) {
      request.socket.destroy();
      return;
    }
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (request.method === 'POST' && path.startsWith(STORE)) {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        stores.set(path.slice(STORE.length), Buffer.concat(pieces).toString('utf8'));
        response.writeHead(204).end();
      });
      return;
    }
    const found = path.startsWith(STORE)
      ? (['json', stores.get(path.slice(STORE.length)) ?? '{}'] as const)
      : find(path);
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': TYPES[found?.[0] ?? ''] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    response.end(request.method === 'HEAD' ? undefined : (found?.[1] ?? 'not found'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    put: (name, files) => void packages.set(name, files),
    stored: (store) => JSON.parse(stores.get(store) ?? '{}'),
    setDown(next) {
      down = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
