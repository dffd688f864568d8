import * as tf from '@tensorflow/tfjs';
import { createRandom } from '@/lib/core/random';
import { elementCount, type Shape } from '@/lib/core/tensor-type';
import { gridLayout } from '@/lib/inspect/grid-layout';
import { orderOf, unitFigures } from '@/lib/inspect/grid-statistics';
import { paintGrid } from '@/lib/inspect/paint-grid';
import { switchBackend } from '@/lib/training/worker/backend';
import { createInspectNetwork, type InspectNetwork } from '@/lib/training/worker/inspect/network';
import { createLooker, type Looker } from '@/lib/training/worker/inspect/look';
import { unitScaler } from '@/lib/training/worker/scaler';
import { network, type NetworkName } from '../training/networks';
import { answerJobs } from '../worker/answer-jobs';

/** Times are in milliseconds. */
type Job =
  /** Looks one after another, each at a new picture, as a camera gives them. */
  | { readonly kind: 'looks'; readonly name: NetworkName; readonly layer: string; readonly count: number }
  /** Maps of a layer: read at once and drawn as a grid, beside tf.browser.toPixels map by map. */
  | { readonly kind: 'maps'; readonly name: NetworkName; readonly layer: string; readonly count: number }
  /** Layer after layer of one picture that stays. */
  | { readonly kind: 'layers'; readonly name: NetworkName; readonly layers: readonly string[]; readonly count: number };

/** What a column of the panel is wide and high, at 1440 × 900. */
const ROOM = { width: 720, height: 520 };
const MINIATURE = 32;
/** The clock's own steps are 0.1 ms. */
const LEAST_MS = 10;
/** Different pictures, in turn. */
const PICTURES = 16;

async function perform(job: Job): Promise<unknown> {
  await switchBackend('wasm', new URL('/', location.href).href);
  const { plan, model: json } = network(job.name);
  const opened = await createInspectNetwork({ plan, json, weights: null, scaler: unitScaler });
  const looker = createLooker(opened);
  try {
    switch (job.kind) {
      case 'looks':
        return await timeLooks(job, opened, looker);
      case 'maps':
        return await timeMaps(job, opened);
      case 'layers':
        return await timeLayers(job, opened, looker);
    }
  } finally {
    looker.forget();
    opened.dispose();
  }
}

function picturesFor({ plan }: InspectNetwork): (turn: number) => Float32Array {
  const pictures = Array.from({ length: PICTURES }, (_, seed) => {
    const random = createRandom(seed);
    return Float32Array.from({ length: elementCount(plan.inputShape) }, () => random.below(256) / 255);
  });
  return (turn) => pictures[turn % PICTURES] ?? new Float32Array();
}

type Work = (turn: number) => Promise<unknown>;

/** The fastest of `count` times of each work, in turns: whatever else the machine does only adds time. */
async function fastest<Name extends string>(
  count: number,
  works: Readonly<Record<Name, Work>>,
): Promise<Readonly<Record<Name, number>>> {
  const parts = (Object.entries(works) as [Name, Work][]).map(([name, work]) => ({
    name,
    work,
    together: 1,
    times: [] as number[],
  }));
  for (const part of parts) part.together = await togetherFor(part.work);
  for (let turn = 0; turn < count; turn += 1) {
    for (const { work, together, times } of parts) times.push(await timeOf(work, { turn, together }));
  }
  const entries = parts.map(({ name, times }) => [name, Math.min(...times)]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

async function timeOf(work: Work, { turn, together }: { turn: number; together: number }): Promise<number> {
  const started = performance.now();
  for (let part = 0; part < together; part += 1) await work(turn * together + part);
  return (performance.now() - started) / together;
}

/** How often in a row, so that the clock's steps do not matter; it warms up as well. */
async function togetherFor(work: Work): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) times.push(await timeOf(work, { turn, together: 1 }));
  return Math.ceil(LEAST_MS / Math.max(0.1, Math.min(...times)));
}

async function timeLooks({ layer, count }: Extract<Job, { kind: 'looks' }>, opened: InspectNetwork, looker: Looker) {
  const nodes = [...new Set(opened.plan.layers.map(({ node }) => node))];
  const picture = picturesFor(opened);
  const look = (miniatures: readonly string[]) => (turn: number) =>
    looker.look({ input: picture(turn), layers: [layer], miniatures, miniatureSize: MINIATURE });
  const { alone, withMiniatures } = await fastest(count, { alone: look([]), withMiniatures: look(nodes) });
  return { alone, withMiniatures, layers: nodes.length };
}

async function timeMaps({ layer, count }: Extract<Job, { kind: 'maps' }>, opened: InspectNetwork) {
  const picture = picturesFor(opened);
  const forward = (turn: number): tf.Tensor3D =>
    tf.tidy(() => {
      const [output] = opened.forward(opened.inputTensor(picture(turn)), [layer]);
      return tf.squeeze(output as tf.Tensor4D, [0]);
    });
  const shape = opened.layerOf(layer).outputShape;
  const paint = painterOf(shape);
  const output = forward(0);
  const values = Float32Array.from(await output.data());
  const times = await fastest(count, {
    forward: async (turn) => forward(turn).dispose(),
    ours: async () => paint((await output.data()) as Float32Array),
    painting: async () => paint(values),
    perMap: () => mapByMap(output),
  });
  output.dispose();
  return { shape, ...times };
}

/** As the panel draws a layer's maps. */
function painterOf(shape: Shape): (values: Float32Array) => void {
  const layout = gridLayout(shape, ROOM, null);
  const size = { width: ROOM.width, height: Math.max(1, Math.min(ROOM.height, layout.height)) };
  const pixels = { data: new Uint32Array(size.width * size.height), ...size };
  return (values) => {
    const activations = { shape, values };
    const figures = unitFigures(activations);
    const order = orderOf(figures, 'index');
    const how = { scale: 'viridis', theme: 'light', normalisation: 'map' } as const;
    paintGrid(pixels, { activations, figures, order, layout, top: 0, ...how });
  };
}

async function mapByMap(output: tf.Tensor3D): Promise<void> {
  for (const map of tf.tidy(() => tf.unstack(output, -1))) {
    const shown = tf.tidy(() => unitRange(map as tf.Tensor2D));
    await tf.browser.toPixels(shown);
    tf.dispose([map, shown]);
  }
}

/** toPixels takes numbers from 0 to 1. */
function unitRange(map: tf.Tensor2D): tf.Tensor2D {
  const [low, high] = [tf.min(map), tf.max(map)];
  return tf.clipByValue(tf.divNoNan(tf.sub(map, low), tf.sub(high, low)), 0, 1);
}

async function timeLayers({ layers, count }: Extract<Job, { kind: 'layers' }>, opened: InspectNetwork, looker: Looker) {
  const look = (input: Float32Array, layer: string) =>
    looker.look({ input, layers: [layer], miniatures: [], miniatureSize: MINIATURE });
  const picture = picturesFor(opened);
  const { forward } = await fastest(count, { forward: (turn) => look(picture(turn), layers[0] ?? '') });
  const still = picture(0);
  await look(still, layers[0] ?? '');
  const works = layers.map((layer) => [layer, () => look(still, layer)] as const);
  return { forward, layers: await fastest(count, Object.fromEntries(works)) };
}

answerJobs<Job>(perform);
