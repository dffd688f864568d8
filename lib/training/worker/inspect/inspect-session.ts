import * as tf from '@tensorflow/tfjs';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { formatShape, sameShape } from '@/lib/core/tensor-type';
import type { ModelPlan } from '@/lib/compile/plan';
import type { InspectEvent, LongCall, OpenReply, OpenRequest } from '@/lib/training/inspect/protocol';
import { BACKENDS, type BackendName } from '@/lib/training/protocol';
import { switchBackend } from '@/lib/training/worker/backend';
import { readWeights } from '@/lib/training/worker/build-model';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { createInspectData, type InspectData } from '@/lib/training/worker/inspect/inspect-data';
import { createLongCalls, type Between } from '@/lib/training/worker/inspect/long-calls';
import { createLooker, type Looker } from '@/lib/training/worker/inspect/look';
import { createInspectNetwork, type InspectNetwork } from '@/lib/training/worker/inspect/network';
import { ownValues } from '@/lib/training/worker/inspect/own-values';
import { loadDataset, type LoadDependencies, type LoadedDataset } from '@/lib/training/worker/load-dataset';
import { createScaler, measureStatistics, unitScaler, type Scaler } from '@/lib/training/worker/scaler';

export interface InspectDependencies extends Omit<LoadDependencies, 'onProgress'> {
  readonly emit: (event: InspectEvent) => void;
  /** Called whenever the backend in use may have changed. */
  readonly onBackend: () => void;
}

/** What the calls work on. */
export interface Opened {
  readonly network: InspectNetwork;
  readonly looker: Looker;
  /** Loaded when they are first asked for: most looks do without. */
  data(): Promise<InspectData>;
}

/** What a call has that goes on for long. */
export interface LongWork extends Opened {
  readonly between: Between;
  readonly emit: (event: InspectEvent) => void;
}

export interface InspectSession {
  open(request: OpenRequest): Promise<OpenReply>;
  /** Ends the long calls: what they have found is of other weights. */
  setWeights(weights: readonly NamedTensor[]): Promise<void>;
  /** What is open, or is being opened; fails with 'training/no-model' where nothing is. */
  opened(): Promise<Opened>;
  /** The network is there until the work is over. */
  long<T>(call: LongCall, work: (parts: LongWork) => Promise<T>): Promise<T>;
  stop(call: LongCall): void;
  /** For naming the node of a failure. */
  readonly plan: ModelPlan | null;
  dispose(): Promise<void>;
}

interface HeldDataset {
  readonly id: string;
  readonly loaded: Promise<LoadedDataset>;
}

/** What the worker holds between calls: one network, and the data set it was opened with. */
export function createInspectSession(deps: InspectDependencies): InspectSession {
  const longCalls = createLongCalls();
  let held: HeldDataset | null = null;
  let current: Opened | null = null;
  let plan: ModelPlan | null = null;
  /** Never fails. */
  let opening: Promise<unknown> = Promise.resolve();

  /** Never two downloads of one data set; one that failed is tried anew. */
  function load({ dataset, baseUrl }: OpenRequest): Promise<LoadedDataset> {
    if (held?.id === dataset.id) return held.loaded;
    letGo();
    const onProgress = (loaded: number, total: number): void => deps.emit({ kind: 'data-progress', loaded, total });
    const own: HeldDataset = { id: dataset.id, loaded: loadDataset(dataset, baseUrl, { ...deps, onProgress }) };
    held = own;
    own.loaded.catch(() => {
      if (held === own) held = null;
    });
    return own.loaded;
  }

  function letGo(): void {
    void held?.loaded.then(
      ({ training, test }) => {
        training.dispose();
        test.dispose();
      },
      () => undefined,
    );
    held = null;
  }

  async function close(): Promise<void> {
    await longCalls.stopAll();
    current?.looker.forget();
    current?.network.dispose();
    current = null;
  }

  async function build(request: OpenRequest): Promise<OpenReply> {
    await close();
    plan = request.plan;
    requireMatch(request);
    await startBackend(request);
    deps.onBackend();
    const { plan: own, model: json, weights } = request;
    const network = await createInspectNetwork({ plan: own, json, weights, scaler: await scalerOf(request) });
    let data: { readonly of: LoadedDataset; readonly made: InspectData } | null = null;
    current = {
      network,
      looker: createLooker(network),
      data: async () => {
        const loaded = await load(request);
        if (data?.of !== loaded) data = { of: loaded, made: createInspectData(loaded, request) };
        return data.made;
      },
    };
    const now = weights ?? (await readWeights(own, network.model));
    return { backend: backendInUse(), weights: now.map((weight) => ({ ...weight, values: ownValues(weight.values) })) };
  }

  /** Statistics that are not known are measured, which takes the data. */
  async function scalerOf(request: OpenRequest): Promise<Scaler> {
    const { normalization, dataset } = request;
    if (normalization !== 'standard') return unitScaler;
    const statistics = dataset.statistics ?? measureStatistics((await load(request)).training);
    return createScaler(normalization, () => statistics);
  }

  function requireOpen(): Opened {
    if (current === null) throw new WorkerFailure('training/no-model', 'no network is open');
    return current;
  }

  async function opened(): Promise<Opened> {
    await opening;
    return requireOpen();
  }

  /** Two that would change the network wait for each other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = opening.then(work);
    opening = result.catch(() => undefined);
    return result;
  }

  return {
    open: (request) => inTurn(() => build(request)),
    setWeights: (weights) =>
      inTurn(async () => {
        await longCalls.stopAll();
        const { looker, network } = requireOpen();
        looker.forget();
        network.write(weights);
      }),
    opened,
    long: async (call, work) => {
      await opening;
      // Without another wait in between: what opens next ends the long calls that it finds.
      const parts = requireOpen();
      return longCalls.run(call, (between) => work({ ...parts, between, emit: deps.emit }));
    },
    stop: longCalls.stop,
    get plan() {
      return plan;
    },
    dispose: () =>
      inTurn(async () => {
        await close();
        letGo();
      }),
  };
}

async function startBackend({ backend, baseUrl }: OpenRequest): Promise<void> {
  if (backend !== null) return switchBackend(backend, baseUrl);
  await switchBackend('wasm', baseUrl).catch(() => switchBackend('cpu', baseUrl));
}

function backendInUse(): BackendName {
  const name = BACKENDS.find((backend) => backend === tf.getBackend());
  if (name === undefined) throw new WorkerFailure('training/no-backend', tf.getBackend());
  return name;
}

/** The page checks this as well; a mismatch here would show nonsense. */
function requireMatch({ plan, dataset }: OpenRequest): void {
  if (sameShape(plan.inputShape, dataset.inputShape)) return;
  const detail = `the network takes ${formatShape(plan.inputShape)}, ${dataset.title} has ${formatShape(dataset.inputShape)}`;
  const input = plan.layers.find(({ name }) => name === plan.inputs[0]);
  throw new WorkerFailure('training/shape-mismatch', detail, input?.node ?? null);
}
