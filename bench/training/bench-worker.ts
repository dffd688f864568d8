import { mnist } from '@/lib/datasets/mnist';
import type { BackendName } from '@/lib/training/protocol';
import { switchBackend } from '@/lib/training/worker/backend';
import { loadDataset, type LoadedDataset } from '@/lib/training/worker/load-dataset';
import { fullRun } from './full-run';
import { compareKernels, keepStockKernels } from './kernels';
import { compareLoops } from './loops';
import type { NetworkName } from './networks';
import { profileStep } from './profile';

/** What run.mjs asks for, one after the other. */
export type Job =
  | { readonly kind: 'kernels'; readonly rounds: number }
  | { readonly kind: 'full' }
  | { readonly kind: 'profile'; readonly name: NetworkName }
  | {
      readonly kind: 'loops';
      readonly name: NetworkName;
      readonly backend: BackendName;
      readonly examples: number;
      readonly rounds: number;
    };

interface Scope {
  onmessage: ((event: { readonly data: Job }) => void) | null;
  postMessage(message: { readonly result?: unknown; readonly line?: string; readonly error?: string }): void;
}
const scope = globalThis as unknown as Scope;

const kernels = keepStockKernels();
const baseUrl = new URL('/', location.href).href;
let loaded: Promise<LoadedDataset> | null = null;

function data(): Promise<LoadedDataset> {
  const deps = { fetch: (url: string) => fetch(url), openCache: undefined, onProgress: () => {} };
  loaded ??= loadDataset(mnist, baseUrl, deps);
  return loaded;
}

async function perform(job: Job): Promise<unknown> {
  if (job.kind === 'full') return fullRun(baseUrl, (line) => scope.postMessage({ line }));
  await switchBackend(job.kind === 'loops' ? job.backend : 'wasm', baseUrl);
  if (job.kind === 'profile') return profileStep(job.name, await data());
  if (job.kind === 'kernels') return compareKernels({ kernels, data: await data(), rounds: job.rounds });
  return compareLoops({ ...job, data: await data() });
}

scope.onmessage = ({ data: job }) => {
  perform(job).then(
    (result) => scope.postMessage({ result }),
    (error: unknown) =>
      scope.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
};
