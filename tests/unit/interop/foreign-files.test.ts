import { fixture, imported, linesOf } from '@/tests/unit/interop/fixture-files';

describe('a Sequential of Keras 2.1, whose config is the list of its layers', () => {
  const read = imported(fixture('keras-2.1-sequential.json'));

  it('gets an input of its own, and an activation layer where a layer had one inside', async () => {
    expect(linesOf((await read).document)).toEqual([
      'conv2d_1_input: input 12 × 12 × 1',
      'conv2d_1: conv2d 10 × 10 × 8 ← conv2d_1_input',
      'conv2d_1_relu: relu 10 × 10 × 8 ← conv2d_1',
      'max_pooling2d_1: max_pool2d 5 × 5 × 8 ← conv2d_1_relu',
      'dropout_1: dropout 5 × 5 × 8 ← max_pooling2d_1',
      'flatten_1: flatten 200 ← dropout_1',
      'dense_1: dense 10 ← flatten_1',
      'dense_1_softmax: softmax 10 ← dense_1',
    ]);
  });

  it('counts its parameters: 9 · 8 + 8 and 200 · 10 + 10', async () => {
    expect((await read).report.params).toBe(80 + 2010);
  });

  it('says what has no place here: a regularizer, and a layer that was not to be trained', async () => {
    expect((await read).report.notes).toEqual([
      { code: 'left-out/option', values: { option: 'kernel_regularizer', layers: ['conv2d_1'], count: 1 } },
      { code: 'left-out/option', values: { option: 'trainable', layers: ['dense_1'], count: 1 } },
    ]);
  });
});

describe('a functional model of Keras 2.15', () => {
  const read = imported(fixture('keras-2.15-functional.json'));

  it('has the model within it written out, a layer that is called twice there twice, and what is unknown kept', async () => {
    expect(linesOf((await read).document)).toEqual([
      'image: input 16 × 16 × 3',
      'encoder_pad: zero_padding2d 17 × 17 × 3 ← image',
      'encoder_conv: conv2d 8 × 8 × 4 ← encoder_pad',
      'encoder_bn: batch_norm 8 × 8 × 4 ← encoder_conv',
      'encoder_relu: relu 8 × 8 × 4 ← encoder_bn',
      'twice: conv2d 8 × 8 × 4 ← encoder_relu',
      'twice_2: conv2d 8 × 8 × 4 ← twice',
      'add: add 8 × 8 × 4 ← twice_2, encoder_relu',
      'tf_math_square: unknown 8 × 8 × 4 ← add',
      'se_block_1: unknown 8 × 8 × 4 ← tf_math_square',
      'gap: global_avg_pool2d 4 ← se_block_1',
      'predictions: dense 5 ← gap',
      'predictions_softmax: softmax 5 ← predictions',
    ]);
  });

  it('keeps the names of the file as titles', async () => {
    const { nodes } = (await read).document;
    expect([nodes.encoder_conv?.title, nodes.se_block_1?.title, nodes.predictions_softmax?.title]).toEqual([
      'Encoder/conv',
      'se/block:1',
      undefined,
    ]);
  });

  it('reports the layers it does not know, the guesses at their shapes, and the shared layer', async () => {
    const { report } = await read;
    expect(report.opaque).toBe(2);
    expect(report.notes.map(({ code }) => code)).toEqual([
      'opaque/layer',
      'opaque/layer',
      'assumed/shared',
      'assumed/shape',
      'assumed/shape',
    ]);
  });
});

describe('a functional model of Keras 3', () => {
  const read = imported(fixture('keras-3-functional.json'));

  it('keeps a layer of a package of its own with the shape that its user declares', async () => {
    const { document, report } = await read;
    expect(linesOf(document)).toContain('swirl: unknown 8 × 8 × 6 ← leaky');
    expect(document.nodes.swirl?.params).toMatchObject({ className: 'Swirl', shape: [8, 8, 6] });
    expect(report.notes).toContainEqual({
      code: 'opaque/layer',
      values: { layer: 'swirl', className: 'Swirl', reason: 'no-layer' },
    });
  });

  it('reads what Keras 3 calls otherwise: the slope of a LeakyReLU, groups, a function written as an object', async () => {
    const { document } = await read;
    expect(document.nodes.leaky?.params).toEqual({ alpha: 0.1 });
    expect(document.nodes.mix?.params).toMatchObject({ groups: 2, useBias: false, kernelInitializer: 'heNormal' });
    expect(document.nodes.mix_tanh?.type).toBe('tanh');
    expect(linesOf(document)).toContain('join: concatenate 8 ← gate_sigmoid, pooled_2');
  });
});

describe('weights', () => {
  it('of a .keras file are found by class and order, whatever the layers are called', async () => {
    const { weights } = await imported(fixture('small.keras'));
    expect(weights.map(({ name, shape }) => `${name} ${shape.join(' × ')}`)).toEqual([
      'stem/kernel 3 × 3 × 3 × 4',
      'stem/bias 4',
      'gate/kernel 4 × 4',
      'gate/bias 4',
    ]);
    expect([...(weights[1]?.values ?? [])]).toEqual([1, 2, 3, 4]);
    expect(weights[2]?.values.slice(0, 6)).toEqual(Float32Array.of(1, 0, 0, 0, 0, 1));
  });

  it('of an .h5 file are found by the names its groups list, those of a model within it too', async () => {
    const { weights, report } = await imported(fixture('small.h5'));
    const first = Object.fromEntries(weights.map(({ name, values }) => [name, values[1]]));
    expect(first).toEqual({
      'encoder_conv/kernel': 1,
      'encoder_bn/gamma': 2,
      'encoder_bn/beta': 3,
      'encoder_bn/moving_mean': 4,
      'encoder_bn/moving_variance': 5,
      'predictions/kernel': 1,
      'predictions/bias': 1,
    });
    expect(report.weights).toEqual({ tensors: 7, bytes: 4 * (108 + 16 + 20 + 5) });
  });

  it('of a TensorFlow.js model are read across shards and out of 8 and 16 bits', async () => {
    const shards = [1, 2].map((part) => fixture(`tfjs/group1-shard${part}of2.bin`));
    const { weights } = await imported(...shards, fixture('tfjs/model.json'));
    const values = Object.fromEntries(weights.map((tensor) => [tensor.name, tensor.values]));
    expect(values['conv2d/kernel']?.[17]).toBeCloseTo(-1 + 17 * 0.1, 6);
    expect(values['conv2d/bias']).toEqual(Float32Array.of(0.5, -0.5));
    expect(values['dense/kernel']?.slice(5, 9)).toEqual(Float32Array.of(5, 6, 0, 1));
    expect(values['dense/bias']).toEqual(Float32Array.of(0, 131070, 65536));
  });

  it('that were not dropped with their model.json are said to be missing, and the design opens', async () => {
    const { report, weights } = await imported(fixture('tfjs/model.json'));
    expect(weights).toEqual([]);
    expect(report.notes.map(({ code }) => code)).toContain('left-out/shards');
  });
});
