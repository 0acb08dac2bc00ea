/** Speaks with the YAML language server over stdio, as an editor does. Without network: the schema store is off. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export interface YamlServer {
  /** Messages of everything the server marks in the text. */
  diagnose(file: string, text: string): Promise<readonly string[]>;
  /** Labels offered at the end of the text. */
  complete(file: string, text: string): Promise<readonly string[]>;
  /** What is shown over the first place where `word` stands. */
  hover(file: string, text: string, word: string): Promise<string>;
  stop(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly diagnostics?: readonly { readonly message: string }[] };
  readonly result?: unknown;
}

const SETTINGS: Readonly<Record<string, unknown>> = {
  yaml: { schemaStore: { enable: false }, validate: true, completion: true, hover: true },
};

export async function startYamlServer(root: string): Promise<YamlServer> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('yaml-language-server/out/server/src/server.js');
  const child = spawn(process.execPath, [entry, '--stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number | string, (message: Message) => void>();
  let buffer = Buffer.alloc(0);
  let lastId = 0;
  let version = 0;

  const send = (message: object) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };

  const receive = (message: Message) => {
    if (message.method === 'textDocument/publishDiagnostics') {
      const uri = message.params?.uri ?? '';
      waiting.get(uri)?.(message);
    } else if (message.method !== undefined && message.id !== undefined) {
      // The server asks for settings, or to register something: both are answered at once.
      const params = (message.params ?? {}) as { readonly items?: readonly { readonly section?: string }[] };
      const result = params.items?.map(({ section }) => SETTINGS[section ?? ''] ?? null) ?? null;
      send({ id: message.id, result });
    } else if (message.id !== undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  };

  child.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      if (head === -1) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, head))?.[1]);
      if (buffer.length < head + 4 + length) return;
      const body = buffer.toString('utf8', head + 4, head + 4 + length);
      buffer = buffer.subarray(head + 4 + length);
      receive(JSON.parse(body) as Message);
    }
  });

  const request = (method: string, params: object): Promise<unknown> => {
    lastId += 1;
    const id = lastId;
    const answer = new Promise<unknown>((resolve) => waiting.set(id, (message) => resolve(message.result)));
    send({ id, method, params });
    return answer;
  };

  const rootUri = pathToFileURL(root).href;
  await request('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'root' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { hover: {}, completion: {} },
    },
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: SETTINGS } });

  /** Opens the text, waits until it has been looked at, asks something, and closes it. */
  const withText = async <T>(
    file: string,
    text: string,
    ask: (uri: string, found: readonly string[]) => Promise<T>,
  ) => {
    const uri = pathToFileURL(file).href;
    version += 1;
    const published = new Promise<Message>((resolve) => waiting.set(uri, resolve));
    send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version, text } } });
    const { params } = await published;
    waiting.delete(uri);
    const answer = await ask(uri, params?.diagnostics?.map((diagnostic) => diagnostic.message) ?? []);
    send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
    return answer;
  };

  const placeOf = (text: string, offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };

  return {
    diagnose: (file, text) => withText(file, text, async (_uri, found) => found),
    complete: (file, text) =>
      withText(file, text, async (uri) => {
        const position = placeOf(text, text.length);
        const result = await request('textDocument/completion', { textDocument: { uri }, position });
        const list = result as { readonly items?: readonly { readonly label: string }[] } | null;
        return list?.items?.map((item) => item.label) ?? [];
      }),
    hover: (file, text, word) =>
      withText(file, text, async (uri) => {
        const position = placeOf(text, text.indexOf(word) + 1);
        const result = await request('textDocument/hover', { textDocument: { uri }, position });
        return JSON.stringify(result);
      }),
    stop: () => {
      child.kill();
    },
  };
}
