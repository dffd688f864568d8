import * as tf from '@tensorflow/tfjs';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';
import type { HealthLevel, HealthRequest, HealthSnapshot, LayerHealth } from '@/lib/training/health';
import { createActivationProbe } from '@/lib/training/worker/health/measure-activations';
import { histogramOf } from '@/lib/training/worker/health/histogram';
import type { StepWatch } from '@/lib/training/worker/learner';

/** Looking may take this share of the time; more where somebody wants to see everything. */
const MOST_SHARE: Readonly<Record<HealthLevel, number>> = { gradients: 0.03, full: 0.1 };
const FIRST_AFTER_BATCHES = 1;
const SHORTEST_MS: Readonly<Record<HealthLevel, number>> = { gradients: 3000, full: 500 };
/** Of a layer with more numbers, evenly spread ones are taken into the histogram. */
const MOST_IN_HISTOGRAM = 4096;

/** Looks into training steps, now and then, so seldom that it costs little. */
export interface HealthProbe {
  /** Whether it is time to look at the next step; the last of a run always is, so that a short run is judged by it. */
  isDue(batches: number, isLast: boolean): boolean;
  /** Before the step that is looked at. */
  begin(inputs: tf.Tensor): Look;
  ask(request: HealthRequest): void;
}

/** One step that is looked at. */
export interface Look {
  readonly watch: StepWatch;
  /** After the step: what was seen. */
  end(at: { readonly batch: number; readonly epoch: number }): Promise<HealthSnapshot>;
  /** In place of `end`, when the step failed. */
  dispose(): void;
}

interface WatchedLayer {
  readonly layer: PlanLayer;
  readonly variables: readonly tf.Variable[];
}

export function createHealthProbe(options: {
  readonly plan: ModelPlan;
  readonly model: tf.LayersModel;
  readonly now: () => number;
}): HealthProbe {
  const { plan, model, now } = options;
  let request: HealthRequest = { level: 'gradients', activations: [] };
  let dueAt = Number.NEGATIVE_INFINITY;
  /** The first look at a level compiles what it runs: what it takes says nothing of the next. */
  let warm: HealthLevel | null = null;

  function begin(inputs: tf.Tensor): Look {
    const started = now();
    const asked = request;
    const layers = trainedLayers(plan, model);
    const isFull = asked.level === 'full';
    const probe = isFull ? createActivationProbe(model, asked.activations) : null;
    const activations = probe?.measure(inputs) ?? null;
    // Copies: an optimizer may step in place.
    const before = isFull ? layers.map(({ variables }) => variables.map((variable) => tf.add(variable, 0))) : null;
    let seen: tf.Tensor[] = [];
    let gradientsOf: tf.Tensor[] = [];
    let hasStepped = false;
    let spent = now() - started;

    function dispose(): void {
      tf.dispose([activations, before, seen, gradientsOf].flat(2).filter((tensor) => tensor !== null));
    }

    function gradients(byVariable: Readonly<Record<string, tf.Tensor>>): void {
      const from = now();
      const own = (variables: readonly tf.Variable[]): tf.Tensor[] =>
        variables.flatMap((variable) => byVariable[variable.name] ?? []);
      seen = layers.map(({ variables }) => keep(() => sumOfSquares(own(variables))));
      if (isFull) gradientsOf = layers.map(({ variables }) => keep(() => someOf(own(variables))));
      spent += now() - from;
    }

    async function end(at: { readonly batch: number; readonly epoch: number }): Promise<HealthSnapshot> {
      const from = now();
      const norms = keep(() => tf.stack([...seen, ...(before === null ? [] : stepNorms(layers, before))]));
      const weightsOf = isFull ? layers.map(({ variables }) => keep(() => someOf(variables))) : [];
      const [figures, activationFigures, weights, gradientValues] = await Promise.all([
        norms.data(),
        activations?.data() ?? null,
        Promise.all(weightsOf.map((tensor) => tensor.data())),
        Promise.all(gradientsOf.map((tensor) => tensor.data())),
      ]);
      tf.dispose([norms, ...weightsOf]);
      dispose();
      const count = layers.length;
      const measured = layers.map(({ layer, variables }, index): LayerHealth => {
        const [gradient, weight, update] = [0, 1, 2].map((part) => rootAt(figures, part * count + index));
        return {
          name: layer.name,
          node: layer.node,
          gradientNorm: gradient ?? null,
          weightNorm: weight ?? null,
          weightCount: variables.reduce((sum, { size }) => sum + size, 0),
          updateRatio: !hasStepped || update === null || update === undefined || !weight ? null : update / weight,
          weights: histogramOf(Float32Array.from(weights[index] ?? [])),
          gradients: histogramOf(Float32Array.from(gradientValues[index] ?? [])),
          activation: null,
        };
      });
      const found = activationFigures === null ? new Map() : probe?.read(activationFigures);
      spent += now() - from;
      dueAt = now() + Math.max(SHORTEST_MS[asked.level], warm === asked.level ? spent / MOST_SHARE[asked.level] : 0);
      warm = asked.level;
      return { ...at, layers: withActivations(plan, measured, found ?? new Map()) };
    }

    function stepped(): void {
      hasStepped = true;
    }

    return { watch: { gradients, stepped }, end, dispose };
  }

  return {
    isDue: (batches, isLast) => batches >= FIRST_AFTER_BATCHES && (isLast || now() >= dueAt),
    begin,
    ask(next) {
      // Who begins to look wants to see something at once.
      if (next.level === 'full' && request.level !== 'full') dueAt = Number.NEGATIVE_INFINITY;
      request = next;
    },
  };
}

function keep<T extends tf.Tensor>(compute: () => T): T {
  return tf.tidy(compute);
}

/** The layers with trained weights, in the plan's order. */
function trainedLayers(plan: ModelPlan, model: tf.LayersModel): readonly WatchedLayer[] {
  return plan.layers.flatMap((layer) => {
    const variables = model.getLayer(layer.name).trainableWeights.map((weight) => weight.read() as tf.Variable);
    return variables.length === 0 ? [] : [{ layer, variables }];
  });
}

function sumOfSquares(tensors: readonly tf.Tensor[]): tf.Tensor {
  return tensors.reduce<tf.Tensor>((sum, tensor) => tf.add(sum, tf.sum(tf.square(tensor))), tf.scalar(0));
}

/** First the weights of each layer, then what the step changed of them. */
function stepNorms(layers: readonly WatchedLayer[], before: readonly (readonly tf.Tensor[])[]): tf.Tensor[] {
  const weights = layers.map(({ variables }) => sumOfSquares(variables));
  const updates = layers.map(({ variables }, index) =>
    sumOfSquares(variables.map((variable, at) => tf.sub(variable, before[index]?.[at] ?? 0))),
  );
  return [...weights, ...updates];
}

function someOf(tensors: readonly tf.Tensor[]): tf.Tensor1D {
  if (tensors.length === 0) return tf.tensor1d([]);
  const all = tf.concat1d(tensors.map((tensor) => tf.reshape(tensor, [tensor.size])));
  const step = Math.ceil(all.size / MOST_IN_HISTOGRAM);
  return step === 1 ? all : (tf.stridedSlice(all, [0], [all.size], [step]) as tf.Tensor1D);
}

function rootAt(sums: ArrayLike<number>, index: number): number | null {
  const sum = sums[index];
  return sum === undefined ? null : Math.sqrt(sum);
}

/** Layers without weights have their activations alone. */
function withActivations(
  plan: ModelPlan,
  measured: readonly LayerHealth[],
  activations: ReadonlyMap<string, NonNullable<LayerHealth['activation']>>,
): readonly LayerHealth[] {
  const byName = new Map(measured.map((layer) => [layer.name, layer]));
  return plan.layers.flatMap(({ name, node }) => {
    const activation = activations.get(name) ?? null;
    const layer = byName.get(name);
    if (layer !== undefined) return [{ ...layer, activation }];
    return activation === null ? [] : [{ ...WITHOUT_WEIGHTS, name, node, activation }];
  });
}

const WITHOUT_WEIGHTS = {
  gradientNorm: null,
  weightNorm: null,
  weightCount: 0,
  updateRatio: null,
  weights: null,
  gradients: null,
} as const;
