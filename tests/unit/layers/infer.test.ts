import fc from 'fast-check';
import type { Problem } from '@/lib/core/problem';
import { elementCount, type Shape, tensorType } from '@/lib/core/tensor-type';
import { checkParams } from '@/lib/layers/check-params';
import type { LayerDefinition } from '@/lib/layers/definition';
import { defaultParams, type Field, type Params } from '@/lib/layers/fields';
import { evaluateProducts } from '@/lib/layers/products';
import { LAYER_TYPES, LAYERS, layerDefinition } from '@/lib/layers/registry';
import { MOST_ELEMENTS } from '@/lib/layers/shapes';

function definitionOf(type: string): LayerDefinition {
  const definition = layerDefinition(type);
  if (!definition) throw new Error(`${type} is not in the registry`);
  return definition;
}

function infer(type: string, params: Params, inputs: readonly Shape[]) {
  const definition = definitionOf(type);
  const checked = checkParams(definition.fields, params);
  expect(checked.problems).toEqual([]);
  return definition.infer({ params: checked.params, inputs: inputs.map((shape) => tensorType(...shape)) });
}

function problemsOf(type: string, params: Params, inputs: readonly Shape[]): readonly Problem[] {
  const result = infer(type, params, inputs);
  return result.ok ? [] : result.error;
}

describe('refusals', () => {
  test('a dense layer on an image asks for a Flatten before it', () => {
    expect(problemsOf('dense', {}, [[7, 7, 64]])).toEqual([
      {
        code: 'shape/needs-vector',
        values: { got: [7, 7, 64] },
        input: 0,
        cures: [{ kind: 'insert-before', type: 'flatten', params: {}, input: 0 }],
      },
    ]);
  });

  test.each(['conv2d', 'max_pool2d', 'avg_pool2d', 'global_avg_pool2d'])('%s refuses a vector', (type) => {
    expect(problemsOf(type, {}, [[10]])).toMatchObject([
      { code: 'shape/rank-unsupported', values: { expected: [3], got: [10] }, input: 0 },
    ]);
  });

  test('adding names the first input whose shape is another', () => {
    const shapes = [
      [8, 8, 16],
      [8, 8, 16],
      [8, 8, 32],
    ];
    expect(problemsOf('add', {}, shapes)).toEqual([{ code: 'shape/add-unequal', values: { shapes }, input: 2 }]);
  });

  test('adding does not stretch a size of 1', () => {
    expect(
      problemsOf('add', {}, [
        [8, 8, 16],
        [1, 1, 16],
      ]),
    ).toHaveLength(1);
  });

  test('concatenating compares all sizes but the channels', () => {
    expect(
      infer('concatenate', {}, [
        [8, 8, 16],
        [8, 8, 3],
      ]),
    ).toMatchObject({ ok: true, value: { shape: [8, 8, 19] } });
    const shapes = [
      [8, 8, 16],
      [8, 7, 16],
    ];
    expect(problemsOf('concatenate', {}, shapes)).toEqual([
      { code: 'shape/concatenate-unequal', values: { shapes }, input: 1 },
    ]);
    expect(problemsOf('concatenate', {}, [[8, 8, 16], [16]])).toHaveLength(1);
  });

  test('multiplying stretches sizes of 1 and takes a vector for one value per channel, and nothing else', () => {
    const image = [8, 6, 16];
    for (const factor of [[1, 1, 16], [16], [8, 6, 1], [1, 6, 1], [1]]) {
      expect(infer('multiply', {}, [image, factor])).toMatchObject({ ok: true, value: { shape: image } });
      expect(infer('multiply', {}, [factor, image])).toMatchObject({ ok: true, value: { shape: image } });
    }
    for (const factor of [[8, 1, 15], [8], [6, 16], [8, 16]]) {
      const shapes = [image, factor];
      expect(problemsOf('multiply', {}, shapes)).toEqual([
        { code: 'shape/multiply-unequal', values: { shapes }, input: 1 },
      ]);
    }
  });

  test('a size of -1 is worked out, once, and what cannot be laid out so is refused with what can', () => {
    expect(infer('reshape', { shape: [2, -1, 3] }, [[4, 6]])).toMatchObject({ ok: true, value: { shape: [2, 4, 3] } });
    const refused = [
      { shape: [5, 5], cure: [-1] },
      { shape: [-1, -1, 2], cure: [-1] },
      { shape: [6, 3], cure: [6, -1] },
      { shape: [7, 8], cure: [-1, 8] },
      { shape: [24, 0], cure: [24, -1] },
    ];
    for (const { shape, cure } of refused) {
      expect(problemsOf('reshape', { shape }, [[4, 6]])).toMatchObject([
        { code: 'shape/reshape-mismatch', cures: [{ kind: 'set-param', param: 'shape', value: cure }] },
      ]);
      expect(infer('reshape', { shape: cure }, [[4, 6]]).ok).toBe(true);
    }
  });

  test('an order of axes must name each axis of its input once', () => {
    expect(infer('permute', { order: [3, 1, 2] }, [[4, 5, 6]])).toMatchObject({
      ok: true,
      value: { shape: [6, 4, 5] },
    });
    for (const order of [
      [2, 1],
      [1, 1, 2],
      [2, 2, 3],
    ]) {
      expect(problemsOf('permute', { order }, [[4, 5, 6]])).toMatchObject([
        { code: 'shape/permute-axes', values: { order, rank: 3 }, cures: [{ value: [2, 1, 3] }] },
      ]);
    }
    expect(problemsOf('permute', { order: [2, 3, 1] }, [[4, 5]])).toMatchObject([{ cures: [{ value: [2, 1] }] }]);
  });

  test('channels that are not there cannot be sliced, and parts must be equal', () => {
    expect(problemsOf('channel_slice', { start: 3, count: 4 }, [[9, 9, 5]])).toMatchObject([
      { values: { start: 3, count: 4, channels: 5 }, cures: [{ param: 'count', value: 2 }] },
    ]);
    expect(problemsOf('channel_slice', { start: 7, count: 4 }, [[9, 9, 5]])).toMatchObject([
      { cures: [{ param: 'start', value: 1 }] },
    ]);
    expect(problemsOf('channel_split', { parts: 4 }, [[9, 9, 6]])).toMatchObject([
      { code: 'shape/parts-do-not-divide', values: { parts: 4, channels: 6 }, cures: [{ value: 3 }] },
    ]);
    expect(problemsOf('channel_split', { parts: 2, part: 2 }, [[9, 9, 6]])).toMatchObject([
      { code: 'param/out-of-range', param: 'part', cures: [{ value: 1 }] },
    ]);
    expect(problemsOf('channel_shuffle', { groups: 5 }, [[9, 9, 12]])).toMatchObject([{ cures: [{ value: 4 }] }]);
  });

  test('groups must divide the channels and the filters, and the cure is a number that does', () => {
    expect(problemsOf('conv2d', { groups: 5, filters: 32 }, [[9, 9, 12]])).toEqual([
      {
        code: 'shape/groups-do-not-divide',
        values: { groups: 5, channels: 12, what: 'input' },
        param: 'groups',
        cures: [{ kind: 'set-param', param: 'groups', value: 4 }],
      },
      {
        code: 'shape/groups-do-not-divide',
        values: { groups: 5, channels: 32, what: 'filters' },
        param: 'groups',
        cures: [{ kind: 'set-param', param: 'groups', value: 4 }],
      },
    ]);
  });

  test('a stride and a dilation together are refused, as in Keras', () => {
    expect(problemsOf('conv2d', { strides: [1, 2], dilation: [3, 1] }, [[9, 9, 1]])).toMatchObject([
      { code: 'param/stride-with-dilation', values: { stride: 2, dilation: 3 }, param: 'dilation' },
    ]);
  });

  test('a tensor that no 32-bit index can address is refused', () => {
    expect(problemsOf('input', { shape: [65536, 65536, 3] }, [])).toEqual([
      { code: 'shape/too-large', values: { elements: 65536 * 65536 * 3, most: MOST_ELEMENTS } },
    ]);
    expect(problemsOf('conv2d', { filters: 65536 }, [[1000, 1000, 3]])).toMatchObject([{ code: 'shape/too-large' }]);
  });
});

describe.each(LAYER_TYPES)('%s on anything within its bounds', (type) => {
  const definition = definitionOf(type);

  test('gives either whole positive sizes or problems, and then its counts are finite', () => {
    fc.assert(
      fc.property(paramsWithin(definition.fields), inputShapes(definition), (params, shapes) => {
        const checked = checkParams(definition.fields, params);
        expect(checked.problems).toEqual([]);
        const inputs = shapes.map((shape) => tensorType(...shape));
        const output = definition.infer({ params: checked.params, inputs });
        if (!output.ok) {
          expect(output.error.length).toBeGreaterThan(0);
          return;
        }
        const site = { params: checked.params, inputs, output: output.value };
        expect(output.value.shape.every((size) => Number.isSafeInteger(size) && size > 0)).toBe(true);
        const weights = definition.weights(site);
        expect(weights.every(({ shape }) => Number.isInteger(elementCount(shape)))).toBe(true);
        expect(Number.isInteger(evaluateProducts(definition.macs(site)))).toBe(true);
        for (const facet of [definition.keras, definition.torch, definition.onnx]) {
          expect(JSON.stringify(facet(site))).not.toMatch(/null|undefined|NaN/);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('takes part in the reading of files: text and nonsense for a parameter never throw', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(definition.fields), 'other'), fc.anything()),
        (given) => {
          const { params, problems } = checkParams(definition.fields, given as Params);
          expect(Object.keys(params)).toEqual(Object.keys(definition.fields));
          expect(checkParams(definition.fields, params)).toEqual({ params, problems: [] });
          expect(problems.every(({ param }) => param !== undefined && param in definition.fields)).toBe(true);
        },
      ),
    );
  });
});

test('a parameter keeps its type from the field to the facet', () => {
  const params = defaultParams(LAYERS.conv2d.fields);
  expect(LAYERS.conv2d.infer({ params: { ...params, filters: 6 }, inputs: [tensorType(28, 28, 1)] })).toEqual({
    ok: true,
    value: tensorType(26, 26, 6),
  });
});

/** Mostly small numbers, which make layers that fit, and at times any at all. */
function whole({ min, max }: { min: number; max: number }): fc.Arbitrary<number> {
  return fc.oneof({ weight: 6, arbitrary: fc.integer({ min, max: Math.min(min + 7, max) }) }, fc.integer({ min, max }));
}

function valueWithin(field: Field): fc.Arbitrary<Params[string]> {
  switch (field.kind) {
    case 'integer':
      return whole(field);
    case 'real':
      return fc.double({ min: field.min, max: field.max, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'text':
      return fc.string({ maxLength: Math.min(field.most, 20) });
    case 'pair':
      return fc.tuple(whole(field), whole(field));
    case 'padding': {
      const side = whole(field);
      return fc.oneof(
        fc.constantFrom('valid', 'same'),
        fc.record({ top: side, bottom: side, left: side, right: side }),
      );
    }
    case 'shape':
      return fc.array(whole(field), { minLength: field.minRank, maxLength: field.maxRank });
  }
}

function paramsWithin(fields: LayerDefinition['fields']): fc.Arbitrary<Params> {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueWithin(field)])));
}

function inputShapes({ inputs }: LayerDefinition): fc.Arbitrary<readonly Shape[]> {
  const image = fc.tuple(whole({ min: 1, max: 512 }), whole({ min: 1, max: 512 }), whole({ min: 1, max: 4096 }));
  const shape = fc.oneof(
    { weight: 4, arbitrary: image },
    fc.array(whole({ min: 1, max: 1000 }), { minLength: 1, maxLength: 3 }),
  );
  if (inputs.arity === 'none') return fc.constant([]);
  if (inputs.arity === 'one') return fc.tuple(shape);
  const most = Math.min(inputs.max ?? 5, 5);
  const alike = fc
    .tuple(shape, fc.integer({ min: inputs.min, max: most }))
    .map(([one, count]) => Array(count).fill(one) as Shape[]);
  return fc.oneof(alike, fc.array(shape, { minLength: inputs.min, maxLength: most }));
}
