import * as tf from '@tensorflow/tfjs';
import { fromModelFiles, toModelFiles } from '@/lib/codegen/weights';

const TOPOLOGY = {
  class_name: 'Model',
  config: {
    name: 'small',
    layers: [
      { class_name: 'InputLayer', name: 'x', config: { name: 'x', batch_input_shape: [null, 2] }, inbound_nodes: [] },
      {
        class_name: 'Dense',
        name: 'y',
        config: { name: 'y', units: 1, use_bias: true },
        inbound_nodes: [[['x', 0, 0, {}]]],
      },
    ],
    input_layers: [['x', 0, 0]],
    output_layers: [['y', 0, 0]],
  },
};

const WEIGHTS = [
  { name: 'y/kernel', shape: [2, 1], values: Float32Array.of(0.5, -2) },
  { name: 'y/bias', shape: [1], values: Float32Array.of(10) },
];

describe('toModelFiles', () => {
  it('writes what tf.loadLayersModel reads', async () => {
    const { modelJson, weightsBin } = toModelFiles(TOPOLOGY, WEIGHTS);
    const { modelTopology, weightsManifest } = JSON.parse(modelJson) as tf.io.ModelJSON;
    const model = await tf.loadLayersModel(
      tf.io.fromMemory({
        modelTopology,
        weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
        weightData: weightsBin.buffer,
      }),
    );
    const output = model.predict(tf.tensor2d([[4, 3]])) as tf.Tensor;
    expect(await output.array()).toEqual([[0.5 * 4 - 2 * 3 + 10]]);
  });

  it('copies only the part of a buffer that a tensor covers', () => {
    const values = Float32Array.of(9, 1, 2, 9).subarray(1, 3);
    const { weightsBin } = toModelFiles({}, [{ name: 'w', shape: [2], values }]);
    expect([...new Float32Array(weightsBin.buffer)]).toEqual([1, 2]);
  });
});

describe('fromModelFiles', () => {
  it('reads back what was written', () => {
    expect(fromModelFiles(toModelFiles(TOPOLOGY, WEIGHTS))).toEqual({ ok: true, value: WEIGHTS });
  });

  it.each([
    ['not-json', '{', new Uint8Array(12)],
    ['not-a-layers-model', '{"format":"graph-model"}', new Uint8Array(12)],
    ['not-a-layers-model', '{"weightsManifest":[{"weights":[{"name":1}]}]}', new Uint8Array(12)],
    ['not-float32', '{"weightsManifest":[{"weights":[{"name":"w","shape":[3],"dtype":"int32"}]}]}', new Uint8Array(12)],
    ['wrong-size', '{"weightsManifest":[{"weights":[{"name":"w","shape":[3],"dtype":"float32"}]}]}', new Uint8Array(8)],
  ])('refuses files that are %s', (reason, modelJson, weightsBin) => {
    expect(fromModelFiles({ modelJson, weightsBin })).toEqual({ ok: false, error: { reason } });
  });
});
