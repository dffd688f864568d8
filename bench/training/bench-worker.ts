import { mnist } from '@/lib/datasets/mnist';
import type { BackendName } from '@/lib/training/protocol';
import { switchBackend } from '@/lib/training/worker/backend';
import { loadDataset, type LoadedDataset } from '@/lib/training/worker/load-dataset';
import { answerJobs } from '../worker/answer-jobs';
import { createCostRun, type Addition, type CostRun, type Turn } from './costs';
import { createConvnetjsEpoch } from './convnetjs-epoch';
import { fullRun } from './full-run';
import { compareKernels, keepStockKernels } from './kernels';
import { compareLoops, fitEpoch, ourEpoch, type Epoch } from './loops';
import type { NetworkName } from './networks';
import { profileStep } from './profile';

/** Who trains LeNet-5 in this worker. */
type Contender = 'ours' | 'fit' | 'convnetjs';

/** What run.mjs asks for, one after the other. */
export type Job =
  /** The next so many batches of LeNet-5, with what a page adds to a run or without; one epoch is 840 batches. */
  | ({ readonly kind: 'cost'; readonly of: Addition } & Turn)
  | { readonly kind: 'kernels'; readonly rounds: number }
  | { readonly kind: 'full' }
  | { readonly kind: 'profile'; readonly name: NetworkName }
  | { readonly kind: 'epoch'; readonly of: Contender; readonly examples: number }
  | {
      readonly kind: 'loops';
      readonly name: NetworkName;
      readonly backend: BackendName;
      readonly examples: number;
      readonly rounds: number;
    };

const kernels = keepStockKernels();
const baseUrl = new URL('/', location.href).href;
let loaded: Promise<LoadedDataset> | null = null;

function data(): Promise<LoadedDataset> {
  const deps = { fetch: (url: string) => fetch(url), openCache: undefined, onProgress: () => {} };
  loaded ??= loadDataset(mnist, baseUrl, deps);
  return loaded;
}

const epochs = new Map<Contender, Promise<Epoch>>();

/** Always of the same number of examples. */
async function createEpoch(of: Contender, examples: number): Promise<Epoch> {
  const source = (await data()).training;
  const samples = Uint32Array.from({ length: examples }, (_, index) => index);
  if (of === 'ours') return ourEpoch('LeNet-5', { source, samples, backend: 'wasm' });
  if (of === 'fit') return fitEpoch('LeNet-5', { source, samples, callbacks: {} });
  const epoch = createConvnetjsEpoch(source, 64);
  return async () => epoch(examples);
}

async function performEpoch(of: Contender, examples: number): Promise<void> {
  const epoch = epochs.get(of) ?? createEpoch(of, examples);
  epochs.set(of, epoch);
  await (
    await epoch
  )();
}

const costRuns = new Map<Addition, Promise<CostRun>>();

async function performCost({ of, ...turn }: Turn & { readonly of: Addition }): Promise<void> {
  const run = costRuns.get(of) ?? data().then(({ training }) => createCostRun(of, training));
  costRuns.set(of, run);
  await (await run).go(turn);
}

async function perform(job: Job, log: (line: string) => void): Promise<unknown> {
  if (job.kind === 'full') return fullRun(baseUrl, log);
  await switchBackend(job.kind === 'loops' ? job.backend : 'wasm', baseUrl);
  if (job.kind === 'cost') return performCost(job);
  if (job.kind === 'epoch') return performEpoch(job.of, job.examples);
  if (job.kind === 'profile') return profileStep(job.name, await data());
  if (job.kind === 'kernels') return compareKernels({ kernels, data: await data(), rounds: job.rounds });
  return compareLoops({ ...job, data: await data() });
}

answerJobs(perform);
