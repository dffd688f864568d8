import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { tinyDataset, zipped } from './tiny-dataset';

const ROOT = path.resolve(__dirname, '../../..');
/** Built by scripts/lib/assets.mjs: tfjs's modules and our compiled kernels. */
const WASM = path.join(ROOT, 'public/wasm');
/** What the page is allowed, as scripts/lib/security-headers.mjs has it. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";

/** How the data set's files are sent: a server may unzip for the browser, send garbage, or not have them. */
export type Serving = 'zipped' | 'content-encoding' | 'corrupt' | 'missing';

export interface Harness {
  readonly url: string;
  /** Of the files from now on; the first `only` requests if given, then 'zipped' again. */
  serve(how: Serving, only?: number): void;
  /** Requests for data files so far. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function send(response: ServerResponse, type: string, content: string | Uint8Array, headers = {}): void {
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY, ...headers }).end(content);
}

/** The harness page on a port of its own; the worker's address is the one that start-worker.ts names. */
export async function startHarness(): Promise<Harness> {
  const [page, worker, inspectWorker, augmentWorker, importWorker] = await Promise.all([
    bundle('tests/worker/harness/page.ts'),
    bundle('lib/training/worker/entry.ts'),
    bundle('lib/training/worker/inspect/entry.ts'),
    bundle('lib/training/augment/augment-worker.ts'),
    bundle('lib/datasets/worker/entry.ts'),
  ]);
  const { dataset, files } = tinyDataset();
  const requests: string[] = [];
  let serving: { how: Serving; left: number } = { how: 'zipped', left: Infinity };

  function sendData(response: ServerResponse, name: string, content: Uint8Array): void {
    requests.push(name);
    if (serving.left <= 0) serving = { how: 'zipped', left: Infinity };
    serving.left -= 1;
    const { how } = serving;
    if (how === 'missing') response.writeHead(404).end();
    else if (how === 'corrupt') send(response, 'application/gzip', zipped(content.map((value) => value ^ 1)));
    else {
      const headers = how === 'content-encoding' ? { 'Content-Encoding': 'gzip' } : {};
      send(response, 'application/gzip', zipped(content), headers);
    }
  }

  function answer(name: string, response: ServerResponse): void {
    const data = files.get(name);
    if (data !== undefined) sendData(response, name, data);
    else if (name === '') send(response, 'text/html', '<!doctype html><script type="module" src="/page.js"></script>');
    else if (name === 'page.js') send(response, 'text/javascript', page);
    else if (name === 'worker/entry.ts') send(response, 'text/javascript', worker);
    else if (name === 'worker/inspect/entry.ts') send(response, 'text/javascript', inspectWorker);
    else if (name === 'worker/augment-worker.ts') send(response, 'text/javascript', augmentWorker);
    else if (name === 'entry.ts') send(response, 'text/javascript', importWorker);
    else if (name === 'dataset.json') send(response, 'application/json', JSON.stringify(dataset));
    else if (/^wasm\/[\w-]+\.wasm$/.test(name)) {
      send(response, 'application/wasm', readFileSync(path.join(WASM, path.basename(name))));
    } else response.writeHead(404).end();
  }

  const server = createServer((request, response) =>
    answer((request.url ?? '/').slice(1).split('?')[0] ?? '', response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    serve: (how, only = Infinity) => {
      serving = { how, left: only };
    },
    requests,
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
