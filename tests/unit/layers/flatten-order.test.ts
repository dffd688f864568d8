/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { layerDefinition } from '@/lib/layers/registry';

const definition = layerDefinition('flatten');
if (definition === null) throw new Error('flatten is not in the registry');
const flatten = definition;

test('flatten says in both languages in which order its numbers stand, and who has another', async () => {
  const note = await flatten.workingNote?.();
  expect(note?.en).toMatch(/channels last: pixel by pixel.*PyTorch.*channel by channel/);
  expect(note?.vi).toMatch(/kênh đứng cuối.*từng điểm ảnh.*PyTorch.*từng kênh/);
});

test('the order is the one it says: that of TensorFlow.js, all channels of a pixel side by side', () => {
  const shape = [2, 2, 3] as const;
  // Row, column and channel as digits.
  const image = [...Array(12).keys()].map((at) => 100 * Math.floor(at / 6) + 10 * (Math.floor(at / 3) % 2) + (at % 3));
  const flat = tf.layers.flatten().apply(tf.tensor(image, [1, ...shape])) as tf.Tensor;
  const expected = [...flat.dataSync()];
  const type = { shape, dtype: 'float32' } as const;
  const output = flatten.infer({ params: {}, inputs: [type] });
  if (!output.ok) throw new Error('A small image is refused.');
  const site = { params: {}, inputs: [type], output: output.value };
  const read = expected.map((_, place) => flatten.explain(site, [place]));
  expect(expected.slice(0, 4)).toEqual([0, 1, 2, 10]);
  expect(read).toEqual(
    expected.map((digits) => ({
      op: 'input',
      input: 0,
      cell: [Math.floor(digits / 100), Math.floor(digits / 10) % 10, digits % 10],
    })),
  );
});
