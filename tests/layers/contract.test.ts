import * as tf from '@tensorflow/tfjs';
import { elementCount, type Shape } from '@/lib/core/tensor-type';
import type { Reach } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { KERAS_CLASSES } from '@/lib/layers/keras-classes';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';
import { evaluateProducts } from '@/lib/layers/products';
import { placesOf, regionRead } from '@/lib/layers/reach';
import { windowTaps } from '@/lib/layers/windows';
import { type AnySite, type BuiltLayer, buildLayer, predict, randomTensor, siteOf } from '@/tests/layers/built-layer';
import { cellAt, positionOf, spreadPositions } from '@/tests/layers/cells';
import { evaluate } from '@/lib/layers/evaluate';

const cases = LAYER_TYPES.flatMap((type) => {
  const definition = layerDefinition(type);
  if (!definition) throw new Error(`${type} is not in the registry`);
  return definition.examples.map((example) => ({ type, title: example.title, definition, example }));
});

beforeAll(async () => {
  // Keeps tfjs's advice to install tfjs-node out of the report.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tf.setBackend('cpu');
});

beforeEach(() => tf.engine().startScope());
afterEach(() => {
  tf.engine().endScope();
  tf.disposeVariables();
});

describe.each(cases)('$type: $title', ({ definition, example }) => {
  const site = siteOf(definition, example);
  const build = (samples = 2) => buildLayer(definition, site, { samples });

  test('the shape, the parameters and the multiply-accumulates are those stated', () => {
    const parameters = definition.weights(site).reduce((total, { shape }) => total + elementCount(shape), 0);
    expect({ output: site.output.shape, parameters, macs: evaluateProducts(definition.macs(site)) }).toEqual({
      output: example.output,
      parameters: example.parameters,
      macs: example.macs,
    });
  });

  test('the calls name known classes and give each argument a value', () => {
    for (const call of definition.keras(site)) {
      expect(Object.keys(KERAS_CLASSES)).toContain(call.callee);
      expect(Object.values(call.args)).not.toContain(undefined);
    }
  });

  test('the calls for PyTorch and ONNX read every weight once and hold only what can be written down', () => {
    const names = definition.weights(site).map(({ name }) => `weight:${name}`);
    const nodes = definition.onnx(site);
    // A layer of another tool, which nothing here can write.
    if (definition.keras(site).length === 0) return;
    const read = nodes.flatMap(({ inputs }) => inputs.filter((input) => input.startsWith('weight:')));
    expect([...read].sort()).toEqual([...names].sort());
    if (definition.inputs.arity !== 'none') {
      const taken = nodes.flatMap(({ inputs }) => inputs.filter((input) => input.startsWith('input:')));
      expect([...new Set(taken)].sort()).toEqual(site.inputs.map((_, index) => `input:${index}`));
    }
    const written = [...nodes, ...definition.torch(site)];
    expect(JSON.parse(JSON.stringify(written))).toEqual(written);
  });

  // The others hold the layer against tfjs, which cannot build it.
  if ((definition.browserLimits?.(site.params) ?? []).length > 0) return;

  test('tfjs builds a layer of the same output and the same weights, in the same order', () => {
    const { model } = build();
    expect(model.outputs.map(({ shape }) => shape.slice(1))).toEqual([site.output.shape]);
    const built = model.weights.map((weight) => ({
      // tfjs numbers repeated names: conv2d_Conv2D3/kernel_1.
      name: weight.originalName.split('/').at(-1)?.replace(/_\d+$/, ''),
      shape: weight.shape,
      trainable: model.trainableWeights.includes(weight),
    }));
    expect(built).toEqual(definition.weights(site));
  });

  test('the explanation works out to what tfjs computes', () => {
    const built = build(1);
    const output = predict(built, built.inputs).dataSync();
    for (const position of spreadPositions(site.output.shape, 60)) {
      const explained = evaluate(definition.explain(site, cellAt(site.output.shape, position)), leavesOf(built));
      expect(Math.abs(explained - (output[position] ?? NaN))).toBeLessThan(1e-5 * Math.max(1, Math.abs(explained)));
    }
  });

  test('a change of one input cell is felt within the reach, and everywhere within it', () => {
    const { shape } = inputTypes(site)[0] ?? site.output;
    const built = build(1);
    const before = predict(built, built.inputs).dataSync();
    const reach = definition.reach(site);
    for (const position of spreadPositions(shape, 9)) {
      const changedBy = (positions: readonly number[]) => {
        const after = [5, -5].map((by) =>
          predict(
            built,
            built.inputs.map((input, index) =>
              index === 0 || reach === 'everywhere' ? moved(input, { positions, by, built }) : input,
            ),
          ),
        );
        return new Set(after.flatMap((output) => [...changedPlaces(site.output.shape, before, output.dataSync())]));
      };
      const alone = changedBy([position]);
      // Reach is in space: a layer may leave out single channels, but never all of a place.
      const changed = alone.size > 0 ? alone : changedBy(placeAround(shape, position));
      const expected = reachedPlaces(reach, site, cellAt(shape, position));
      // Only an output without places of its own may depend on every place, and it must feel the change.
      if (expected === null) expect(changed.size).toBeGreaterThan(0);
      else if (expected === 'anywhere') expect([...changed]).toEqual(['']);
      else expect([...changed].sort()).toEqual([...expected].sort());
    }
  });

  test('the gradients of its inputs and weights are those that small steps measure', () => {
    const built = build(1);
    const direction = randomTensor([1, ...site.output.shape], { seed: 7, from: -1, to: 1 });
    const loss = (inputs: readonly tf.Tensor[]): tf.Scalar =>
      tf.sum(tf.mul(built.model.apply([...inputs]) as tf.Tensor, direction));
    expectGradient(built, loss);
  });

  test('a training step gives a finite loss and moves every trainable weight', () => {
    const { model, inputs } = build(4);
    if (model.trainableWeights.length === 0) {
      // Nothing to move: the layer must still pass a finite value on while training.
      const output = model.apply([...inputs], { training: true }) as tf.Tensor;
      expect(output.dataSync().every(Number.isFinite)).toBe(true);
      return;
    }
    const before = model.trainableWeights.map((weight) => weight.read().dataSync().slice());
    const target = randomTensor([4, ...site.output.shape], { seed: 9, from: -1, to: 1 });
    const optimizer = tf.train.sgd(0.1);
    const step = () => tf.losses.meanSquaredError(target, model.apply([...inputs], { training: true }) as tf.Tensor);
    const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const loss = optimizer.minimize(() => step() as tf.Scalar, true, variables);
    expect(loss?.dataSync()[0]).toEqual(expect.any(Number));
    expect(Number.isFinite(loss?.dataSync()[0])).toBe(true);
    const output = () => (model.predict([...inputs]) as tf.Tensor).dataSync();
    model.trainableWeights.forEach((weight, index) => {
      if (
        weight
          .read()
          .dataSync()
          .some((value, at) => value !== before[index]?.[at])
      )
        return;
      // One that stays is one that the output does not depend on: the bias of attention's keys, which softmax cancels.
      const [now, start] = [output(), weight.read()];
      weight.write(tf.add(start, randomTensor(start.shape, { seed: 11, from: -1, to: 1 })));
      expect(output().every((value, at) => Math.abs(value - (now[at] ?? NaN)) < 1e-5)).toBe(true);
    });
  });
});

function inputTypes(site: AnySite) {
  return site.inputs.length > 0 ? site.inputs : [site.output];
}

function leavesOf({ site, model, inputs }: BuiltLayer) {
  const values = inputs.map((input) => input.dataSync());
  const weights = new Map(
    model.weights.map((weight) => [
      weight.originalName.split('/').at(-1)?.replace(/_\d+$/, ''),
      { shape: weight.shape.map((size) => size ?? 1), values: weight.read().dataSync() },
    ]),
  );
  return {
    input: (index: number, cell: readonly number[]) =>
      values[index]?.[positionOf(inputTypes(site)[index]?.shape ?? [], cell)] ?? NaN,
    weight: (name: string, cell: readonly number[]) => {
      const weight = weights.get(name);
      return weight?.values[positionOf(weight.shape, cell)] ?? NaN;
    },
  };
}

/** By so much that it becomes the largest or smallest value of any window it is in; a word becomes another word. */
function moved(
  input: tf.Tensor,
  { positions, by, built: { vocabulary } }: { positions: readonly number[]; by: number; built: BuiltLayer },
): tf.Tensor {
  const values = input.dataSync().slice();
  for (const position of positions) {
    const value = (values[position] ?? 0) + by;
    values[position] = vocabulary === null ? value : (value + 5 * vocabulary) % vocabulary;
  }
  return tf.tensor(values, input.shape);
}

/** All channels of the place that a position belongs to. */
function placeAround(shape: Shape, position: number): readonly number[] {
  const channels = shape.at(-1) ?? 1;
  return Array.from({ length: channels }, (_, channel) => position - (position % channels) + channel);
}

/** Row and column of an image, the row of a matrix; a vector is one place. */
function placeOf(cell: readonly number[]): string {
  return cell.slice(0, -1).join(',');
}

function changedPlaces(shape: Shape, before: ArrayLike<number>, after: ArrayLike<number>): ReadonlySet<string> {
  const positions = Array.from({ length: elementCount(shape) }, (_, position) => position);
  return new Set(
    positions.filter((position) => before[position] !== after[position]).map((p) => placeOf(cellAt(shape, p))),
  );
}

function reachedPlaces(reach: Reach, site: AnySite, cell: readonly number[]): ReadonlySet<string> | 'anywhere' | null {
  if (reach === 'global') return 'anywhere';
  if (reach === 'rearranged') return null;
  if (reach === 'pointwise') return new Set([placeOf(cell)]);
  const [input, output] = [placesOf(site.inputs[0]?.shape ?? []), placesOf(site.output.shape)];
  if (input === null || output === null) throw new Error('only an image or a sequence has places');
  const from: Pair = [cell[0] ?? 0, cell.length === 2 ? 0 : (cell[1] ?? 0)];
  const places = Array.from({ length: output[0] * output[1] }, (_, index): Pair => [
    Math.floor(index / output[1]),
    index % output[1],
  ]);
  const named = (place: Pair) => placeOf([...place.slice(0, site.output.shape.length - 1), 0]);
  return new Set(places.filter((place) => reads(reach, { input, place, from })).map(named));
}

/** Whether this output place reads that input place. */
function reads(
  reach: Exclude<Reach, 'global' | 'rearranged' | 'pointwise'>,
  { input, place, from }: { input: Pair; place: Pair; from: Pair },
): boolean {
  if (typeof reach === 'object' && !('kind' in reach)) {
    return windowTaps(reach, input, place).some(({ pixel }) => pixel[0] === from[0] && pixel[1] === from[1]);
  }
  const region = regionRead(reach, input, place);
  return ([0, 1] as const).every(
    (axis) => region !== null && region.first[axis] <= from[axis] && from[axis] <= region.last[axis],
  );
}

/** Central differences at a few cells of every input and trainable weight. */
function expectGradient(
  { model, inputs, vocabulary }: BuiltLayer,
  loss: (inputs: readonly tf.Tensor[]) => tf.Scalar,
): void {
  const step = 2 ** -8;
  // Nothing flows back into words.
  const quantities = vocabulary === null ? inputs : [];
  const inputGradients =
    quantities.length === 0 ? [] : tf.grads((...given: tf.Tensor[]) => loss(given))([...quantities]);
  quantities.forEach((input, index) => {
    const measure = (changed: tf.Tensor) => loss(inputs.map((other, at) => (at === index ? changed : other)));
    expectSlopes({ at: input, gradient: inputGradients[index], step, measure });
  });
  if (model.trainableWeights.length === 0) return;
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const { grads } = tf.variableGrads(() => loss(inputs), variables);
  variables.forEach((variable) => {
    const original = variable.clone();
    const measure = (changed: tf.Tensor) => {
      variable.assign(changed);
      const value = loss(inputs);
      variable.assign(original);
      return value;
    };
    expectSlopes({ at: original, gradient: grads[variable.name], step, measure });
  });
}

function expectSlopes({
  at,
  gradient,
  step,
  measure,
}: {
  at: tf.Tensor;
  gradient: tf.Tensor | undefined;
  step: number;
  measure: (changed: tf.Tensor) => tf.Scalar;
}): void {
  const slopes = gradient?.dataSync() ?? [];
  for (const position of spreadPositions(at.shape, 12)) {
    const moved = (by: number) => {
      const values = at.dataSync().slice();
      values[position] = (values[position] ?? 0) + by;
      return measure(tf.tensor(values, at.shape)).dataSync()[0] ?? NaN;
    };
    const measured = (moved(step) - moved(-step)) / (2 * step);
    expect(Math.abs((slopes[position] ?? NaN) - measured)).toBeLessThan(2e-3 * Math.max(1, Math.abs(measured)));
  }
}
