/**
 * Serves the preview's page, the packages in memory and the stream of states, to this computer only. It looks names up in maps
 * and never opens a file for a request; it must not know how packages are built.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { COURSES_PATH, EVENTS_PATH, type PreviewState } from './preview-state.ts';

/** Types that packages may hold (lms-rules C4) and those of our own page. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
  gif: 'image/gif',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt; charset=utf-8',
  pdf: 'application/pdf',
};

/** Other sites may neither read what is served here nor show it in a frame of theirs. */
const COMMON_HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const COURSE_POLICY = "frame-ancestors 'self'";

export interface PreviewContent {
  /** Files of the page by path, the page itself as `/`. */
  readonly page: ReadonlyMap<string, { readonly name: string; readonly bytes: Uint8Array }>;
  /** The file of a package, if there are both. */
  courseFile(packageName: string, file: string): Uint8Array | undefined;
  state(): PreviewState;
}

export interface PreviewServer {
  /** `http://127.0.0.1:1234` */
  readonly origin: string;
  /** Sends the state to every page that listens. */
  announce(): void;
  close(): Promise<void>;
}

/** The path of a request, decoded; undefined for one that cannot be meant. */
function readPath(request: IncomingMessage): string | undefined {
  const [path = ''] = (request.url ?? '').split('?');
  try {
    return path.startsWith('/') ? decodeURIComponent(path) : undefined;
  } catch {
    return undefined;
  }
}

/** One range, because Safari plays no video without. Undefined: send all. */
function readRange(header: string | undefined, size: number): readonly [number, number] | undefined {
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '') return undefined;
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end ? [start, end] : undefined;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...COMMON_HEADERS, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { name, bytes, policy }: { readonly name: string; readonly bytes: Uint8Array; readonly policy: string },
): void {
  const headers = {
    ...COMMON_HEADERS,
    'content-type': TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'accept-ranges': 'bytes',
  };
  const range = readRange(request.headers.range, bytes.length);
  const body = range === undefined ? bytes : bytes.subarray(range[0], range[1] + 1);
  response.writeHead(range === undefined ? 200 : 206, {
    ...headers,
    'content-length': body.length,
    ...(range === undefined ? {} : { 'content-range': `bytes ${range[0]}-${range[1]}/${bytes.length}` }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

type Decision =
  | { readonly kind: 'refuse'; readonly status: number; readonly text: string }
  | { readonly kind: 'listen' }
  | { readonly kind: 'send'; readonly name: string; readonly bytes: Uint8Array; readonly policy: string };

/** @param hosts the names this server answers to: one that somebody else's DNS points here must not open the door (DNS rebinding) */
function decide(request: IncomingMessage, content: PreviewContent, hosts: ReadonlySet<string>): Decision {
  const refused = (status: number, text: string): Decision => ({ kind: 'refuse', status, text });
  if (!hosts.has(request.headers.host ?? '')) return refused(421, 'not served under this name');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405, 'only GET and HEAD');
  const path = readPath(request);
  if (path === undefined) return refused(400, 'not an address');
  if (path === EVENTS_PATH) return { kind: 'listen' };
  const own = content.page.get(path);
  if (own !== undefined) return { kind: 'send', ...own, policy: PAGE_POLICY };
  const parts = path.startsWith(COURSES_PATH) ? path.slice(COURSES_PATH.length).split('/') : [];
  const [packageName = '', name = ''] = parts;
  const bytes = parts.length === 2 ? content.courseFile(packageName, name) : undefined;
  return bytes === undefined
    ? refused(404, 'there is no such file')
    : { kind: 'send', name, bytes, policy: COURSE_POLICY };
}

/** @param port 0 for a free one. Rejects with the system's error when the port cannot be used. */
export async function startPreviewServer(content: PreviewContent, port: number): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  let hosts: ReadonlySet<string> = new Set();

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const decision = decide(request, content, hosts);
    switch (decision.kind) {
      case 'refuse':
        refuse(response, decision.status, decision.text);
        break;
      case 'listen':
        listen(response);
        break;
      case 'send':
        send(request, response, decision);
        break;
    }
  };
  const toEvent = (): string => `data: ${JSON.stringify(content.state())}\n\n`;
  const listen = (response: ServerResponse): void => {
    response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(`retry: 1000\n${toEvent()}`);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  };

  const server: Server = createServer(answer);
  const taken = await listenOn(server, port);
  hosts = new Set(['127.0.0.1', 'localhost'].flatMap((host) => [`${host}:${taken}`, ...(taken === 80 ? [host] : [])]));
  return {
    origin: `http://127.0.0.1:${taken}`,
    announce() {
      const event = toEvent();
      for (const listener of listeners) listener.write(event);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
