import { strToU8, zipSync } from 'fflate';
import type { ForeignFile } from '@/lib/interop/foreign-file';
import { fixture, imported, refusal, textFile } from '@/tests/unit/interop/fixture-files';

type Entry = Readonly<Record<string, unknown>>;

const input: Entry = { class_name: 'InputLayer', name: 'in', config: { batch_input_shape: [null, 8], name: 'in' } };

function layer(name: string, className: string, config: Entry, ...from: readonly string[]): Entry {
  const inbound = from.map((source) => [source, 0, 0, {}]);
  return { class_name: className, name, config: { name, ...config }, inbound_nodes: [inbound] };
}

function model(layers: readonly Entry[], output: string): Entry {
  const config = { name: 'm', layers, input_layers: [['in', 0, 0]], output_layers: [[output, 0, 0]] };
  return { class_name: 'Functional', config, keras_version: '2.15.0', backend: 'tensorflow' };
}

function zipOf(files: Readonly<Record<string, Uint8Array>>, level: 0 | 9 = 9): ForeignFile {
  return { name: 'model.keras', bytes: zipSync(files, { level }) };
}

const refused: readonly (readonly [string, string, readonly ForeignFile[]])[] = [
  ['an empty file', 'file/empty', [textFile('')]],
  ['half a JSON', 'file/not-json', [textFile('{"class_name": "Functional", "config"')]],
  ['JSON of another editor', 'file/not-ours', [textFile({ nodes: [{ id: 1, type: 'conv' }], edges: [] })]],
  ['a list of numbers', 'file/not-ours', [textFile([1, 2, 3])]],
  ['brackets a million deep', 'file/too-deep', [textFile('['.repeat(1_000_000))]],
  ['a graph model', 'file/graph-model', [textFile({ format: 'graph-model', modelTopology: { node: [] } })]],
  ['a manifest of weights', 'file/weights-only', [textFile([{ paths: ['a.bin'], weights: [] }])]],
  ['an .h5 file with weights only', 'file/weights-only', [fixture('weights-only.h5')]],
  ['a subclassed model', 'file/subclassed', [textFile({ class_name: 'MyNet', config: { units: 3 }, module: 'm' })]],
  [
    'a model of Keras 1',
    'file/keras-1',
    [
      textFile({
        class_name: 'Sequential',
        config: [layer('c', 'Convolution2D', { nb_filter: 8, border_mode: 'same' })],
      }),
    ],
  ],
  [
    'layers in a circle',
    'file/cyclic',
    [textFile(model([input, layer('a', 'ReLU', {}, 'b'), layer('b', 'ReLU', {}, 'a')], 'b'))],
  ],
  ['a layer that is not there', 'file/missing-layer', [textFile(model([input, layer('a', 'ReLU', {}, 'x')], 'a'))]],
  ['a model without layers', 'file/no-layers', [textFile(model([], 'a'))]],
  [
    'a Sequential of an unknown input',
    'file/no-input-shape',
    [textFile({ class_name: 'Sequential', config: [layer('d', 'Dense', { units: 3 })] })],
  ],
  [
    'data of four axes',
    'file/no-input-layer',
    [textFile(model([{ ...input, config: { batch_input_shape: [null, 9, 9, 9, 1] } }], 'in'))],
  ],
  [
    'more layers than anyone draws',
    'file/too-many-layers',
    [
      textFile({
        class_name: 'Sequential',
        config: Array.from({ length: 5001 }, (_, i) => layer(`r${i}`, 'ReLU', {})),
      }),
    ],
  ],
  ['models that double at every level', 'file/too-many-layers', [textFile(model([input, doubling(12)], 'd12'))]],
  ['models a hundred levels deep', 'file/too-deep', [textFile(model([input, nested(40)], 'd40'))]],
  [
    'a zip that unpacks to a hundred megabytes of nothing',
    'file/too-packed',
    [zipOf({ 'config.json': new Uint8Array(1e8) })],
  ],
  [
    'a zip of thousands of files',
    'file/too-packed',
    [zipOf(Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`f${i}`, new Uint8Array(1)])), 0)],
  ],
  ['a zip cut in half', 'file/damaged', [{ name: 'a.keras', bytes: fixture('small.keras').bytes.slice(0, 9000) }]],
  ['a zip of something else', 'file/unknown-kind', [zipOf({ 'readme.txt': strToU8('hello') })]],
  ['a .keras without a model in it', 'file/not-ours', [zipOf({ 'config.json': strToU8('{}') })]],
  ['an .h5 cut in half', 'file/damaged', [{ name: 'a.h5', bytes: fixture('small.h5').bytes.slice(0, 500) }]],
  ['a PyTorch file', 'file/other-format', [{ name: 'net.pth', bytes: Uint8Array.of(0x80, 2, 0x8a, 10) }]],
  [
    'a picture',
    'file/unknown-kind',
    [{ name: 'cat.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) }],
  ],
  ['two models at once', 'file/several-designs', [fixture('keras-3-functional.json'), fixture('small.keras')]],
  [
    'a model with one of its two shards',
    'file/missing-files',
    [fixture('tfjs/model.json'), fixture('tfjs/group1-shard1of2.bin')],
  ],
  [
    'a shard that is too short',
    'file/damaged',
    [
      fixture('tfjs/model.json'),
      fixture('tfjs/group1-shard1of2.bin'),
      { name: 'group1-shard2of2.bin', bytes: new Uint8Array(3) },
    ],
  ],
];

/** Each level calls the one inside twice. */
function doubling(levels: number): Entry {
  const inner = levels === 0 ? [layer('leaf', 'ReLU', {}, 'in')] : [doubling(levels - 1)];
  const name = `d${levels}`;
  const last = levels === 0 ? 'leaf' : `d${levels - 1}`;
  const calls = [[['in', 0, 0, {}]], [[name, 0, 0, {}]]];
  const config = { name, layers: [input, ...inner], input_layers: [['in', 0, 0]], output_layers: [[last, 1, 0]] };
  return { class_name: 'Functional', name, config, inbound_nodes: calls };
}

function nested(levels: number): Entry {
  const inner = levels === 0 ? layer('leaf', 'ReLU', {}, 'in') : nested(levels - 1);
  const name = `d${levels}`;
  const config = { name, layers: [input, inner], input_layers: [['in', 0, 0]], output_layers: [[inner.name, 0, 0]] };
  return { class_name: 'Functional', name, config, inbound_nodes: [[['in', 0, 0, {}]]] };
}

it.each(refused)('%s is refused with %s', async (_, code, files) => {
  expect(await refusal(...files)).toBe(code);
});

it('names like those every object has are names like any other', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const text = JSON.stringify(
    model([input, ...names.map((name, index) => layer(name, 'ReLU', {}, names[index - 1] ?? 'in'))], 'hasOwnProperty'),
  ).replaceAll(
    '"ReLU","name":"constructor","config":{',
    '"ReLU","name":"constructor","config":{"__proto__":{"maxValue":1},',
  );
  const { document } = await imported(textFile(text));
  expect(Object.values(document.nodes).map(({ type }) => type)).toEqual(['input', 'relu', 'relu', 'relu', 'relu']);
  expect(Object.values(document.nodes).map(({ title }) => title)).toEqual(['in', ...names]);
  expect(({} as Record<string, unknown>).maxValue).toBeUndefined();
});

it('sizes beyond every tensor make a layer that is kept without being understood', async () => {
  const huge = layer('huge', 'Dense', { units: 1e15 }, 'in');
  const { document, report } = await imported(textFile(model([input, huge], 'huge')));
  expect(document.nodes.huge?.type).toBe('unknown');
  expect(report.notes).toContainEqual({
    code: 'opaque/layer',
    values: { layer: 'huge', className: 'Dense', reason: 'settings' },
  });
});
