import { type Shape, tensorType } from '@/lib/core/tensor-type';
import { checkParams } from '@/lib/layers/check-params';
import type { Params } from '@/lib/layers/fields';
import { layerDefinition } from '@/lib/layers/registry';
import { migrateParams } from '@/lib/document/load/migrate';

function infer(type: string, params: Params, ...shapes: readonly Shape[]) {
  const definition = layerDefinition(type);
  if (definition === null) throw new Error(`${type} is not in the registry`);
  const checked = checkParams(definition.fields, params);
  expect(checked.problems).toEqual([]);
  return definition.infer({ params: checked.params, inputs: shapes.map((shape) => tensorType(...shape)) });
}

const all = (size: number) => ({ top: size, bottom: size, left: size, right: size });

describe('windows of a pool', () => {
  // PyTorch 1.13 and Caffe; the size of PyTorch's `MaxPool2d(k, s, p, ceil_mode)` in each case.
  test.each([
    { what: 'SqueezeNet 1.0, first pool', size: 109, k: 3, s: 2, p: 0, floor: 54, ceil: 54 },
    { what: 'SqueezeNet 1.1, first pool', size: 111, k: 3, s: 2, p: 0, floor: 55, ceil: 55 },
    { what: 'GoogLeNet, first pool', size: 112, k: 3, s: 2, p: 0, floor: 55, ceil: 56 },
    { what: 'AlexNet, first pool', size: 55, k: 3, s: 2, p: 0, floor: 27, ceil: 27 },
    { what: 'ResNet, first pool', size: 112, k: 3, s: 2, p: 1, floor: 56, ceil: 57 },
    { what: 'a last window that would begin in the border', size: 7, k: 2, s: 2, p: 1, floor: 4, ceil: 4 },
    { what: 'a window larger than the image', size: 2, k: 3, s: 2, p: 0, floor: 0, ceil: 1 },
  ])('$what: $size, window $k, step $s, border $p', ({ size, k, s, p, floor, ceil }) => {
    for (const [rounding, output] of [['floor', floor] as const, ['ceil', ceil] as const]) {
      for (const type of ['max_pool2d', 'avg_pool2d']) {
        const params = { poolSize: [k, k], strides: [s, s], padding: p === 0 ? 'valid' : all(p), rounding };
        const result = infer(type, params, [size, size, 1]);
        expect(result.ok ? result.value.shape[0] : 0).toBe(output);
      }
    }
  });

  test('a border wider than half the window is refused, side by side, and one click narrows it', () => {
    const padding = { top: 2, bottom: 1, left: 0, right: 3 };
    const result = infer('max_pool2d', { poolSize: [3, 4], padding }, [9, 9, 1]);
    expect(result.ok ? [] : result.error).toMatchObject([
      { code: 'param/out-of-range', values: { value: 2, max: 1, part: 'top' }, param: 'padding' },
      { code: 'param/out-of-range', values: { value: 3, max: 2, part: 'right' }, param: 'padding' },
    ]);
    const cure = result.ok ? undefined : result.error[0]?.cures?.[0];
    if (cure?.kind !== 'set-param') throw new Error('expected a value to set');
    expect(infer('max_pool2d', { poolSize: [3, 4], padding: cure.value }, [9, 9, 1]).ok).toBe(true);
  });

  test('a mean that leaves out a border wider at the end takes no windows hanging over it', () => {
    const params = { poolSize: [3, 3], padding: { top: 0, bottom: 1, left: 0, right: 0 }, rounding: 'ceil' };
    expect(infer('avg_pool2d', params, [9, 9, 1])).toMatchObject({ error: [{ values: { part: 'bottom', max: 0 } }] });
    expect(infer('avg_pool2d', { ...params, countPadding: true }, [9, 9, 1]).ok).toBe(true);
    expect(infer('max_pool2d', params, [9, 9, 1]).ok).toBe(true);
  });
});

test.each(['max_pool2d', 'avg_pool2d'])('%s of the first version counts whole windows and no border', (type) => {
  const definition = layerDefinition(type);
  if (definition === null) throw new Error(`${type} is not in the registry`);
  const written = { poolSize: [3, 3], strides: [2, 2], padding: 'same' };
  const params = migrateParams(definition, written, 1) as Params;
  expect(params).toEqual({ ...checkParams(definition.fields, {}).params, ...written });
});
