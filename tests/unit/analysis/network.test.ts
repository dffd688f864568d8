import fc from 'fast-check';
import { analyze } from '@/lib/analysis/analyze';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { randomDocument } from '../document/random-document';
import { change, design, EMPTY, fixed, MNIST, only } from './designs';

describe('the order of the layers', () => {
  it('puts every layer behind its inputs and leaves out those in a cycle', () => {
    fc.assert(
      fc.property(randomDocument, (document) => {
        const { order, layers } = analyze(document, null);
        const place = new Map(order.map((id, index) => [id, index]));
        expect(place.size).toBe(order.length);
        for (const id of order) {
          const before = layers[id]?.inputs.map((input) => place.get(input) ?? -1) ?? [];
          expect(Math.max(-1, ...before)).toBeLessThan(place.get(id) ?? -1);
        }
      }),
    );
  });

  it('takes the layer that came first where the edges leave a choice', () => {
    const document = design((builder) => {
      const input = builder.add('input');
      const [one, two] = [builder.add('relu', {}, input), builder.add('tanh', {}, input)];
      builder.add('add', {}, two, one);
    });
    expect(analyze(document, null).order).toEqual(['input_1', 'relu_1', 'tanh_1', 'add_1']);
  });

  it('holds every layer of a chain of thousands', () => {
    const ids = Array.from({ length: 4000 }, (_, index) => `relu_${index + 1}`);
    const nodes = ids.map((id) => [id, { id, type: 'relu', params: {}, position: { x: 0, y: 0 } }] as const);
    const edges = ids.slice(1).map((target, index) => {
      const id = `edge_${index + 1}`;
      return [id, { id, source: ids[index] ?? '', target, slot: 0 }] as const;
    });
    const document = { ...EMPTY, nodes: Object.fromEntries(nodes), edges: Object.fromEntries(edges) };
    expect(analyze(document, null).order).toEqual(ids);
  });
});

describe('the network among the layers', () => {
  it('takes the softmax for the output where other layers end in nothing', () => {
    const document = change(
      buildTinyResnet(),
      { kind: 'add-layer', type: 'flatten' },
      { kind: 'connect', source: 'relu_1', target: 'flatten_1' },
    );
    const { output, network } = analyze(document, null);
    expect(output).toBe('softmax_1');
    expect(network).not.toContain('flatten_1');
  });

  it('has the outputs that the design names, in their order, and the layers that lead to any of them', () => {
    const document = design((builder) => {
      const trunk = builder.add('relu', {}, builder.add('input', { shape: [4] }));
      const box = builder.add('dense', { units: 4 }, trunk);
      const classes = builder.add('softmax', {}, builder.add('dense', { units: 3 }, trunk));
      builder.add('tanh', {}, trunk);
      builder.apply({ kind: 'set-outputs', nodes: [classes, box, classes, 'nothing'] });
    });
    const analysis = analyze(document, null);
    expect(analysis.outputs).toEqual(['softmax_1', 'dense_1']);
    expect(analysis.output).toBe('softmax_1');
    expect(analysis.network).toEqual(['input_1', 'relu_1', 'dense_1', 'dense_2', 'softmax_1']);
    const unused = only(analysis, 'topology/unused-output');
    expect(analyze(fixed(document, unused, 1), null).outputs).toEqual(['softmax_1', 'dense_1', 'tanh_1']);
  });

  it('forgets an output that is removed', () => {
    const document = design((builder) => {
      const trunk = builder.add('input', { shape: [4] });
      const ends = [builder.add('softmax', {}, trunk), builder.add('tanh', {}, trunk)];
      builder.apply({ kind: 'set-outputs', nodes: ends });
    });
    const removed = change(document, { kind: 'remove', nodes: ['tanh_1'], edges: [] });
    expect(removed.outputs).toEqual(['softmax_1']);
    expect(analyze(removed, null).outputs).toEqual(['softmax_1']);
  });

  it('takes several inputs where there is no data set to give just one', () => {
    const document = design((builder) => {
      const inputs = [builder.add('input', { shape: [4] }), builder.add('input', { shape: [4] })];
      builder.add('add', {}, ...inputs);
    });
    expect(analyze(document, null).diagnostics).toEqual([]);
  });

  it('has no output while two ends have equal claims', () => {
    const document = design((builder) => {
      const input = builder.add('input', { shape: [4] });
      builder.add('softmax', {}, input);
      builder.add('softmax', {}, input);
    });
    expect(analyze(document, null).output).toBeNull();
  });
});

describe('mends', () => {
  it('project the shortcut of a residual block, not its main way', () => {
    const document = design((builder) => {
      const input = builder.add('input', { shape: [28, 28, 4] });
      const main = builder.add('conv2d', { filters: 16, strides: [2, 2], padding: 'same' }, input);
      builder.add('add', {}, input, builder.add('relu', {}, main));
    });
    const mended = fixed(document, only(analyze(document, null), 'shape/add-unequal'));
    expect(analyze(mended, null).layers.add_1?.inputs).toEqual(['conv2d_2', 'relu_1']);
    expect(mended.nodes.conv2d_2?.params).toMatchObject({ filters: 16, kernelSize: [1, 1], strides: [2, 2] });
    expect(analyze(mended, null).layers.add_1?.output?.shape).toEqual([14, 14, 16]);
  });

  it('make vectors equal with a dense layer', () => {
    const document = design((builder) => {
      const input = builder.add('input', { shape: [8] });
      builder.add('add', {}, input, builder.add('dense', { units: 5 }, input));
    });
    const mended = fixed(document, only(analyze(document, null), 'shape/add-unequal'));
    expect(analyze(mended, null).layers.add_1?.output?.shape).toEqual([5]);
  });

  it('offer none where an image would have to grow into a vector', () => {
    const document = design((builder) => {
      const input = builder.add('input', { shape: [8, 8, 1] });
      builder.add('add', {}, input, builder.add('flatten', {}, input));
    });
    expect(only(analyze(document, null), 'shape/add-unequal').fixes).toEqual([]);
  });

  it('connect a layer without input to the end that waits for one', () => {
    const document = design((builder) => {
      builder.add('relu', {}, builder.add('input', { shape: [4] }));
      builder.add('dense', { units: 10 });
    });
    const diagnostic = only(analyze(document, null), 'topology/missing-input');
    expect(diagnostic.fixes[0]?.label).toEqual({ kind: 'connect', from: 'relu_1' });
    expect(analyze(fixed(document, diagnostic), null).network).toEqual(['input_1', 'relu_1', 'dense_1']);
  });

  it('end an image in the classes, flattened first', () => {
    const document = design((builder) => {
      builder.add('conv2d', { filters: 4 }, builder.add('input', { shape: [28, 28, 1] }));
    });
    const mended = fixed(document, only(analyze(document, MNIST), 'task/output-not-vector'));
    expect(analyze(mended, MNIST).network).toEqual(['input_1', 'conv2d_1', 'flatten_1', 'dense_1']);
    expect(analyze(mended, MNIST).layers.dense_1?.output?.shape).toEqual([10]);
  });

  it('put the classes before a softmax that is already there', () => {
    const document = design((builder) => {
      builder.add('softmax', {}, builder.add('flatten', {}, builder.add('input', { shape: [28, 28, 1] })));
    });
    const mended = fixed(document, only(analyze(document, MNIST), 'task/output-units'));
    expect(analyze(mended, MNIST).network).toEqual(['input_1', 'flatten_1', 'dense_1', 'softmax_1']);
    expect(analyze(mended, MNIST).diagnostics).toEqual([]);
  });

  it('give an input of the data set’s shape where none is', () => {
    const document = design((builder) => {
      builder.add('conv2d');
    });
    const diagnostic = only(analyze(document, { ...MNIST, inputShape: [32, 32, 3] }), 'topology/no-input-layer');
    const mended = analyze(fixed(document, diagnostic), null);
    expect(mended.layers.input_1?.output?.shape).toEqual([32, 32, 3]);
    expect(mended.layers.conv2d_1?.inputs).toEqual(['input_1']);
  });
});
