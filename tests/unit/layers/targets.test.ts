import { type Shape, tensorType } from '@/lib/core/tensor-type';
import { checkParams } from '@/lib/layers/check-params';
import type { Params } from '@/lib/layers/fields';
import { layerDefinition } from '@/lib/layers/registry';

/** What a layer is written as for each tool. The values were compared with PyTorch 1.13 and tfjs 4.22. */
function written(type: string, params: Params, ...shapes: readonly Shape[]) {
  const definition = layerDefinition(type);
  if (!definition) throw new Error(`${type} is not in the registry`);
  const checked = checkParams(definition.fields, params);
  const inputs = shapes.map((shape) => tensorType(...shape));
  const output = definition.infer({ params: checked.params, inputs });
  if (!output.ok || checked.problems.length > 0) throw new Error('the example is refused');
  const site = { params: checked.params, inputs, output: output.value };
  return {
    keras: definition.keras(site).map(({ callee, args }) => [callee, args]),
    torch: definition.torch(site).map(({ callee, args, kwargs }) => [callee, args, kwargs]),
    onnx: definition.onnx(site),
  };
}

describe('Keras', () => {
  test('a plain convolution states its size and its start values, nothing else', () => {
    expect(written('conv2d', { filters: 6 }, [28, 28, 1]).keras).toEqual([
      ['Conv2D', { filters: 6, kernelSize: [3, 3], kernelInitializer: 'glorotUniform' }],
    ]);
  });

  test('padding of its own on each side becomes a layer before the convolution', () => {
    const padding = { top: 1, bottom: 2, left: 3, right: 4 };
    expect(written('conv2d', { filters: 6, padding }, [28, 28, 1]).keras).toEqual([
      [
        'ZeroPadding2D',
        {
          padding: [
            [1, 2],
            [3, 4],
          ],
        },
      ],
      ['Conv2D', { filters: 6, kernelSize: [3, 3], kernelInitializer: 'glorotUniform' }],
    ]);
  });

  test('padding of zero on each side is no layer', () => {
    const padding = { top: 0, bottom: 0, left: 0, right: 0 };
    expect(written('conv2d', { padding }, [28, 28, 1]).keras).toHaveLength(1);
  });

  test.each([[{ groups: 2 }], [{ dilation: [2, 2] }]])('%j makes the convolution one of our own', (params) => {
    expect(written('conv2d', params, [28, 28, 4]).keras.map(([callee]) => callee)).toEqual(['GroupedConv2D']);
  });

  test('pooling leaves out a stride that equals the window', () => {
    expect(written('max_pool2d', {}, [28, 28, 4]).keras).toEqual([['MaxPooling2D', {}]]);
    expect(written('max_pool2d', { strides: [1, 1] }, [28, 28, 4]).keras).toEqual([
      ['MaxPooling2D', { strides: [1, 1] }],
    ]);
  });

  test('an alpha of 1 needs no ELU of our own, and the exact GELU no class at all', () => {
    expect(written('elu', {}, [4]).keras).toEqual([['Activation', { activation: 'elu' }]]);
    expect(written('elu', { alpha: 0.7 }, [4]).keras).toEqual([['ELU', { alpha: 0.7 }]]);
    expect(written('gelu', {}, [4]).keras).toEqual([['Activation', { activation: 'gelu' }]]);
    expect(written('gelu', { form: 'tanh' }, [4]).keras).toEqual([['ApproximateGELU', {}]]);
  });

  test('PReLU shares along the axes that Keras counts from 1', () => {
    expect(written('prelu', {}, [4, 4, 3]).keras).toEqual([['PReLU', { sharedAxes: [1, 2] }]]);
    expect(written('prelu', {}, [4]).keras).toEqual([['PReLU', {}]]);
  });

  test('a vector that is flattened passes through', () => {
    expect(written('flatten', {}, [10]).keras).toEqual([['Activation', { activation: 'linear' }]]);
  });
});

describe('PyTorch', () => {
  test('padding "same" that is even on both sides is the convolution’s own', () => {
    expect(written('conv2d', { filters: 6, padding: 'same' }, [28, 28, 1]).torch).toEqual([
      ['nn.Conv2d', [1, 6, 3], { padding: 1 }],
    ]);
  });

  test('padding "same" that is uneven is laid on before, in the order left, right, top, bottom', () => {
    expect(written('conv2d', { filters: 6, padding: 'same', strides: [2, 1] }, [28, 28, 1]).torch).toEqual([
      ['nn.ZeroPad2d', [[1, 1, 0, 1]], {}],
      ['nn.Conv2d', [1, 6, 3], { stride: [2, 1] }],
    ]);
  });

  test('an uneven border of a pooling with a stride hangs over the end', () => {
    expect(written('max_pool2d', { padding: 'same', poolSize: [3, 3] }, [28, 28, 1]).torch).toEqual([
      ['nn.MaxPool2d', [3], { stride: 2, ceil_mode: true }],
    ]);
  });

  test('an uneven border of a pooling without a stride is padded on both sides and cut at the start', () => {
    expect(written('avg_pool2d', { padding: 'same', strides: [1, 1] }, [5, 6, 1]).torch).toEqual([
      ['nn.AvgPool2d', [2], { stride: 1, padding: 1, count_include_pad: false }],
      ['torch.narrow', [2, 1, 5], {}],
      ['torch.narrow', [3, 1, 6], {}],
    ]);
  });

  test('an even border of a pooling is its own; rounded up it is ceil_mode', () => {
    const padding = { top: 1, bottom: 1, left: 1, right: 1 };
    expect(written('max_pool2d', { padding, poolSize: [3, 3], rounding: 'ceil' }, [112, 112, 1]).torch).toEqual([
      ['nn.MaxPool2d', [3], { stride: 2, padding: 1, ceil_mode: true }],
    ]);
    expect(written('avg_pool2d', { padding, poolSize: [3, 3], countPadding: true }, [28, 28, 1]).torch).toEqual([
      ['nn.AvgPool2d', [3], { stride: 2, padding: 1 }],
    ]);
  });

  test('the momentum of batch normalization is the share of the new batch', () => {
    expect(written('batch_norm', {}, [8, 8, 4]).torch).toEqual([
      ['nn.BatchNorm2d', [4], { eps: 0.001, momentum: 0.01 }],
    ]);
    expect(written('batch_norm', { center: false, scale: false }, [4]).torch).toEqual([
      ['nn.BatchNorm1d', [4], { eps: 0.001, momentum: 0.01, affine: false }],
    ]);
  });

  test('layer normalization needs the channels last, and puts them back', () => {
    expect(written('layer_norm', {}, [4, 5, 3]).torch).toEqual([
      ['torch.permute', [[0, 2, 3, 1]], {}],
      ['nn.LayerNorm', [3], { eps: 0.001 }],
      ['torch.permute', [[0, 3, 1, 2]], {}],
    ]);
    expect(written('layer_norm', { center: false, scale: false }, [3]).torch).toEqual([
      ['nn.LayerNorm', [3], { eps: 0.001, elementwise_affine: false }],
    ]);
  });

  test('one PReLU slope per value needs the values in a row, channels first', () => {
    expect(written('prelu', { sharing: 'value' }, [4, 5, 3]).torch).toEqual([
      ['nn.Flatten', [], {}],
      ['nn.PReLU', [60], { init: 0 }],
      ['nn.Unflatten', [1, [3, 4, 5]], {}],
    ]);
    expect(written('prelu', {}, [4, 5, 3]).torch).toEqual([['nn.PReLU', [3], { init: 0 }]]);
  });

  test('hard sigmoid with Keras 2’s slope is spelled out', () => {
    expect(written('hard_sigmoid', { slope: 'fifth' }, [4]).torch).toEqual([
      ['torch.mul', [0.2], {}],
      ['torch.add', [0.5], {}],
      ['torch.clamp', [0, 1], {}],
    ]);
  });

  test('the last axis is axis 1 there', () => {
    expect(written('concatenate', {}, [4, 4, 1], [4, 4, 2]).torch).toEqual([['torch.cat', [], { dim: 1 }]]);
    expect(written('softmax', {}, [4, 4, 3]).torch).toEqual([['nn.Softmax', [], { dim: 1 }]]);
  });
});

describe('ONNX', () => {
  test('pads are all beginnings, then all ends', () => {
    const { onnx } = written('conv2d', { padding: 'same', strides: [2, 1], kernelSize: [3, 4] }, [28, 28, 1]);
    expect(onnx[0]?.attributes['pads']).toEqual([0, 1, 1, 2]);
  });

  test('an average does not count the border', () => {
    expect(written('avg_pool2d', { padding: 'same' }, [5, 5, 1]).onnx[0]?.attributes).toMatchObject({
      pads: [0, 0, 1, 1],
      count_include_pad: 0,
    });
  });

  test('layer normalization lies between two turns of the axes', () => {
    const { onnx } = written('layer_norm', { center: false }, [4, 5, 3]);
    expect(onnx.map(({ opType, attributes, inputs }) => [opType, attributes, inputs])).toEqual([
      ['Transpose', { perm: [0, 2, 3, 1] }, ['input:0']],
      ['LayerNormalization', { axis: -1, epsilon: 0.001 }, ['previous', 'weight:gamma']],
      ['Transpose', { perm: [0, 3, 1, 2] }, ['previous']],
    ]);
  });

  test('group normalization is an instance normalization of the groups', () => {
    const { onnx } = written('group_norm', { groups: 2 }, [4, 5, 6]);
    expect(onnx.map(({ opType, inputs }) => [opType, inputs[1]])).toEqual([
      ['Reshape', 'integers:0,2,60'],
      ['InstanceNormalization', 'constant:1:2'],
      ['Reshape', 'integers:0,6,4,5'],
      ['BatchNormalization', 'weight:gamma'],
    ]);
  });

  test('a scale that is left out is a vector of ones', () => {
    expect(written('batch_norm', { scale: false }, [5, 5, 3]).onnx[0]?.inputs).toEqual([
      'input:0',
      'constant:1:3',
      'weight:beta',
      'weight:moving_mean',
      'weight:moving_variance',
    ]);
  });
});
