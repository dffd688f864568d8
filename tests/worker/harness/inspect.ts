import * as tf from '@tensorflow/tfjs';
import { createRandom } from '@/lib/core/random';
import { elementCount } from '@/lib/core/tensor-type';
import type { Dataset } from '@/lib/datasets/dataset';
import type { LookRequest, OpenRequest } from '@/lib/training/inspect/protocol';
import type { BackendName, NamedTensor } from '@/lib/training/protocol';
import { createInspectSession, type InspectSession } from '@/lib/training/worker/inspect/inspect-session';
import { connect, connectInspect } from './connect';
import { cutOff, designed, type DesignName } from './designs';
import type { Network } from './networks';

/** Of every channel, for the scaling that training does. */
const MEAN = 0.4;
const DEVIATION = 0.25;

interface Seen {
  readonly node: string;
  readonly callee: string;
  readonly shape: readonly number[];
  /** The largest difference from what the network cut off at this layer gives, as a share of its largest value. */
  readonly apart: number;
}

export function openRequest(network: Network, dataset: Dataset, backend: BackendName = 'wasm'): OpenRequest {
  const { inputShape } = network.plan;
  const channels = inputShape.at(-1) ?? 1;
  const statistics = { mean: Array(channels).fill(MEAN), deviation: Array(channels).fill(DEVIATION) };
  return {
    ...network,
    weights: null,
    dataset: { ...dataset, inputShape, statistics },
    normalization: 'unit',
    seed: 7,
    dataShare: 1,
    validationShare: 0.1,
    backend,
    baseUrl: new URL('/', location.href).href,
  };
}

/** Every layer of a network, looked at with weights unlike the start values, beside the network cut off there. */
export async function looksBesideCutNetworks(
  name: DesignName,
  dataset: Dataset,
): Promise<{ readonly seen: readonly Seen[]; readonly output: number }> {
  const network = designed(name);
  const { plan } = network;
  const [inspect, training] = [connectInspect().client, connect().client];
  const { weights: start } = must(
    await inspect.call('open', { ...openRequest(network, dataset), normalization: 'standard' }),
  );
  const weights = moved(start);
  must(await inspect.call('set-weights', { weights }));
  const input = sampleFor(name, elementCount(plan.inputShape));
  const nodes = [...new Set(plan.layers.map(({ node }) => node))];
  const { layers, output } = must(
    await inspect.call('look', { input, layers: nodes, miniatures: [], miniatureSize: 1 }),
  );
  const scaled = input.map((value) => (value - MEAN) / DEVIATION);
  const truth = async (layer: string): Promise<Float32Array> => {
    const cut = cutOff(plan, layer);
    const request = { ...cut, weights, inputs: [scaled], baseUrl: new URL('/', location.href).href };
    return must(await training.call('run-model', request)).outputs[0] ?? new Float32Array();
  };
  const seen: Seen[] = [];
  for (const [at, { node, shape, values }] of layers.entries()) {
    const layer = plan.layers.filter((each) => each.node === node).at(-1);
    if (layer === undefined || node !== nodes[at]) throw new Error(`${node} was not asked for`);
    seen.push({ node, callee: layer.callee, shape, apart: apart(values, await truth(layer.name)) });
  }
  const result = { seen, output: apart(output, await truth(plan.outputs[0] ?? '')) };
  inspect.dispose();
  training.dispose();
  return result;
}

/** Noise; for words, their numbers in the vocabulary, before the scaling that pictures have. */
function sampleFor(name: DesignName, length: number): Float32Array {
  const random = createRandom(5);
  return Float32Array.from({ length }, () =>
    name === 'sequences' ? random.below(5) * DEVIATION + MEAN : random.below(1000) / 1000,
  );
}

/** Up, so that variances stay above zero. */
function moved(weights: readonly NamedTensor[]): readonly NamedTensor[] {
  const random = createRandom(11);
  return weights.map((weight) => ({
    ...weight,
    values: weight.values.map((value) => value + 0.05 + random.below(1000) / 5000),
  }));
}

function apart(got: Float32Array, wanted: Float32Array): number {
  if (got.length !== wanted.length) return Number.POSITIVE_INFINITY;
  const most = wanted.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-6);
  return got.reduce((largest, value, at) => Math.max(largest, Math.abs(value - (wanted[at] ?? NaN)) / most), 0);
}

export function must<T>(result: { readonly ok: boolean; readonly value?: T; readonly error?: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value as T;
}

/** What is held before a network is opened, after the first of many looks and after the last, and when it is let go. */
export async function heldByLooks(options: {
  readonly network: Network;
  readonly dataset: Dataset;
  readonly backend: BackendName;
  readonly count: number;
}): Promise<readonly number[]> {
  const { network, dataset, backend, count } = options;
  await tf.setBackend(backend);
  const held = [tf.memory().numTensors];
  const session = quietSession();
  await session.open(openRequest(network, dataset, backend));
  const nodes = network.plan.layers.map(({ node }) => node);
  const request: LookRequest = { input: new Float32Array(64), layers: nodes, miniatures: nodes, miniatureSize: 4 };
  const { looker } = await session.opened();
  for (let done = 0; done < count; done += 1) {
    // Now and then the same sample as before.
    await looker.look({ ...request, input: new Float32Array(64).fill(Math.floor(done / 3) / count) });
    if (done === 0 || done === count - 1) held.push(tf.memory().numTensors);
  }
  await looker.look({ ...request, layers: ['nobody'] }).catch(() => undefined);
  await looker.look({ ...request, input: new Float32Array(1) }).catch(() => undefined);
  await session.dispose();
  return [...held, tf.memory().numTensors];
}

/** How many layers are computed for each of three looks: at a sample, at another layer for it, and at another sample. */
export async function computedByLooks(network: Network, dataset: Dataset): Promise<readonly number[]> {
  const session = quietSession();
  await session.open(openRequest(network, dataset));
  const { looker, network: opened } = await session.opened();
  let computed = 0;
  for (const layer of opened.model.layers) {
    const apply = layer.apply.bind(layer);
    layer.apply = (...given) => {
      computed += 1;
      return apply(...given);
    };
  }
  const looks = [
    { fill: 0.2, layer: 'conv1' },
    { fill: 0.2, layer: 'pool1' },
    { fill: 0.3, layer: 'pool1' },
  ];
  const counts: number[] = [];
  for (const { fill, layer } of looks) {
    computed = 0;
    await looker.look({ input: new Float32Array(64).fill(fill), layers: [layer], miniatures: [], miniatureSize: 1 });
    counts.push(computed);
  }
  await session.dispose();
  return counts;
}

function quietSession(): InspectSession {
  return createInspectSession({
    fetch: (url, init) => fetch(url, init),
    openCache: undefined,
    emit: () => {},
    onBackend: () => {},
  });
}
