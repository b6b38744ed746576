import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './cli.ts';

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

export interface EditorProblem {
  message: string;
  range: { start: { line: number; character: number } };
}

/** What an editor asks a language server for. Lines and characters count from 0. */
export interface Editor {
  /** Opens a text as a file, and waits for what the server finds wrong with it. */
  open(file: string, text: string): Promise<EditorProblem[]>;
  hover(file: string, line: number, character: number): Promise<string>;
  complete(file: string, line: number, character: number): Promise<string[]>;
  end(): void;
}

/**
 * The language server that Visual Studio Code's YAML extension uses, started as an editor starts it. It
 * asks no server for anything.
 */
export async function yamlEditor(): Promise<Editor> {
  const server = path.join(root, 'node_modules/yaml-language-server/bin/yaml-language-server');
  const child = spawn(process.execPath, [server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = new Map<number, (message: Message) => void>();
  const published = new Map<string, (problems: EditorProblem[]) => void>();

  const send = (message: Message) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  let asked = 0;
  const ask = (method: string, params: unknown): Promise<unknown> => {
    asked += 1;
    const id = asked;
    send({ id, method, params });
    return new Promise((resolve, reject) =>
      answers.set(id, ({ result, error }) =>
        error ? reject(new Error(error.message)) : resolve(result),
      ),
    );
  };
  const hear = (message: Message) => {
    const { id, method, params } = message;
    if (method === undefined) {
      if (id !== undefined) answers.get(id)?.(message);
    } else if (method === 'workspace/configuration') {
      const { items } = params as { items: { section: string }[] };
      send({ id: id ?? 0, result: items.map(({ section }) => settings[section] ?? {}) });
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: EditorProblem[] };
      published.get(uri)?.(diagnostics);
    } else if (id !== undefined) send({ id, result: null });
  };
  child.stdout.on('data', reader(hear));

  const uriOf = (file: string) => pathToFileURL(file).href;
  const at = (file: string, line: number, character: number) => ({
    textDocument: { uri: uriOf(file) },
    position: { line, character },
  });
  await ask('initialize', {
    processId: process.pid,
    rootUri: uriOf(root),
    capabilities: {
      textDocument: {
        hover: { contentFormat: ['markdown', 'plaintext'] },
        completion: { completionItem: { documentationFormat: ['markdown'] } },
      },
      workspace: { configuration: true },
    },
  });
  send({ method: 'initialized', params: {} });

  return {
    open(file, text) {
      const uri = uriOf(file);
      const problems = new Promise<EditorProblem[]>((resolve) => published.set(uri, resolve));
      const textDocument = { uri, languageId: 'yaml', version: 1, text };
      send({ method: 'textDocument/didOpen', params: { textDocument } });
      return problems;
    },
    async hover(file, line, character) {
      const found = await ask('textDocument/hover', at(file, line, character));
      return JSON.stringify((found as { contents: unknown } | null)?.contents ?? null);
    },
    async complete(file, line, character) {
      const found = await ask('textDocument/completion', at(file, line, character));
      const items = (found as { items: { label: string }[] } | null)?.items ?? [];
      return items.map(({ label }) => label);
    },
    end: () => void child.kill('SIGKILL'),
  };
}

const settings: Record<string, unknown> = {
  yaml: {
    ...{ validate: true, hover: true, completion: true },
    // Only the schema that the file itself names.
    ...{ schemas: {}, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } },
  },
};

/** Cuts what a language server writes into its messages. */
function reader(hear: (message: Message) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      const length = /Content-Length: (\d+)/i.exec(rest.subarray(0, Math.max(0, head)).toString());
      const end = head + 4 + Number(length?.[1]);
      if (head === -1 || !length || rest.length < end) return;
      hear(JSON.parse(rest.subarray(head + 4, end).toString()) as Message);
      rest = rest.subarray(end);
    }
  };
}
