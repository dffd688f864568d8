import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { loadDocument, readDocument } from '@/lib/document/load';
import { migrateParams } from '@/lib/document/load/migrate';
import { documentFile, saveDocument } from '@/lib/document/save';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { randomDocument } from './random-document';

const FIXTURES = 'tests/fixtures/designs';
const lenet = buildLenet5();

/** Paths in the file → what is put there; undefined removes it. */
type Changes = Readonly<Record<string, unknown>>;

/** What loading LeNet's file gives after something was done to it. */
function loadChanged(changes: Changes, rewrite = (text: string) => text) {
  const file: unknown = JSON.parse(saveDocument(lenet));
  for (const [path, value] of Object.entries(changes)) change(file, path.split('.'), value);
  const loaded = loadDocument(rewrite(JSON.stringify(file)), 'fallback');
  if (!loaded.ok) throw new Error(`refused with ${loaded.error.code}`);
  return { ...loaded.value, codes: loaded.value.warnings.map(({ code }) => code) };
}

function change(target: unknown, [key = '', ...rest]: readonly string[], value: unknown): void {
  const record = target as Record<string, unknown>;
  if (rest.length > 0) change(record[key], rest, value);
  else if (value === undefined) delete record[key];
  else record[key] = value;
}

describe('saving and loading', () => {
  it('gives back any document as it was, without a warning', () => {
    fc.assert(
      fc.property(randomDocument, (document) => {
        expect(loadDocument(saveDocument(document), '')).toEqual({ ok: true, value: { document, warnings: [] } });
      }),
    );
  });

  it('reads what was kept as plain JSON instead of text', () => {
    expect(readDocument(documentFile(lenet), '')).toEqual({ ok: true, value: { document: lenet, warnings: [] } });
  });

  it('writes the version of the format and of every layer type in the design', () => {
    expect(documentFile(lenet)).toMatchObject({ format: 'shapeflow', version: 2, layers: { conv2d: 2, tanh: 1 } });
    expect(documentFile(lenet).layers).not.toHaveProperty('relu');
  });
});

type Nodes = Readonly<Record<string, { readonly type: string; readonly params: object }>>;

const RECURRENT = { kernelInitializer: 'glorotUniform', recurrentInitializer: 'orthogonal', biasStart: 0 };

/** What the second version of each layer's parameters added. */
const ADDED: Readonly<Record<string, object>> = {
  dense: { biasStart: 0 },
  conv1d: { biasStart: 0 },
  conv2d: { biasStart: 0 },
  conv2d_transpose: { biasStart: 0 },
  depthwise_conv2d: { biasStart: 0 },
  separable_conv2d: { biasStart: 0 },
  lstm: RECURRENT,
  gru: RECURRENT,
  multi_head_attention: { kernelInitializer: 'glorotUniform', biasStart: 0 },
  embedding: { embeddingsInitializer: 'randomUniform' },
  position_embedding: { embeddingsInitializer: 'randomUniform' },
  max_pool2d: { rounding: 'floor' },
  avg_pool2d: { rounding: 'floor', countPadding: false },
};

/** Version 1 had no blocks, no named outputs and no silenced rules; its pools counted whole windows only. */
function inTodaysFormat(file: {
  readonly version: number;
  readonly layers: Readonly<Record<string, number>>;
  readonly nodes: Nodes;
  readonly training: { readonly optimizer: object };
}): object {
  const optimizer = { ...DEFAULT_TRAINING.optimizer, ...file.training.optimizer };
  const training = { ...DEFAULT_TRAINING, ...file.training, optimizer };
  const layers = Object.keys(file.layers).map((type) => [type, type in ADDED ? 2 : 1]);
  const nodes = Object.entries(file.nodes).map(([id, node]) => [
    id,
    { ...node, params: { ...ADDED[node.type], ...node.params } },
  ]);
  return {
    blocks: {},
    outputs: [],
    silenced: [],
    ...file,
    version: 2,
    training,
    layers: Object.fromEntries(layers) as object,
    nodes: Object.fromEntries(nodes) as object,
  };
}

/** Written by the version that brought each format and never changed since: they must open for ever. */
describe('files of every version', () => {
  it.each(readdirSync(FIXTURES))('%s opens without a warning and is as it was', (name) => {
    const text = readFileSync(`${FIXTURES}/${name}`, 'utf8');
    const loaded = loadDocument(text, '');
    expect(loaded).toMatchObject({ ok: true, value: { warnings: [] } });
    if (loaded.ok)
      expect(documentFile(loaded.value.document)).toEqual(
        inTodaysFormat(JSON.parse(text) as Parameters<typeof inTodaysFormat>[0]),
      );
  });
});

describe('a file that is refused', () => {
  it.each([
    ['nothing', '', 'file/empty'],
    ['blank space', ' \n\t', 'file/empty'],
    ['text', 'hello', 'file/not-json'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'file/not-json'],
    ['half a file', saveDocument(lenet).slice(0, 400), 'file/not-json'],
    ['brackets without end', '['.repeat(100_000), 'file/not-json'],
    ['a list', '[]', 'file/not-ours'],
    ['null', 'null', 'file/not-ours'],
    ['another tool’s JSON', '{"modelTopology":{"class_name":"Sequential"}}', 'file/not-ours'],
  ])('%s: one problem that says what is wrong', (_, text, code) => {
    expect(loadDocument(text, '')).toMatchObject({ ok: false, error: { code } });
  });

  it('names the versions when the format or a layer comes from the future', () => {
    expect(readDocument({ ...documentFile(lenet), version: 3 }, '')).toEqual({
      ok: false,
      error: { code: 'file/newer-format', values: { version: 3, newest: 2 } },
    });
    expect(readDocument({ ...documentFile(lenet), layers: { conv2d: 9 } }, '')).toEqual({
      ok: false,
      error: { code: 'file/newer-layer', values: { type: 'conv2d', version: 9, newest: 2 } },
    });
  });

  it('names the number of layers when there are too many', () => {
    const nodes = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`relu_${index}`, { type: 'relu' }]));
    expect(readDocument({ format: 'shapeflow', version: 1, nodes, edges: {} }, '')).toMatchObject({
      ok: false,
      error: { code: 'file/too-many-layers', values: { count: 5001 } },
    });
  });

  it('names the number of connections when there are too many', () => {
    const edges = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`edge_${index}`, {}]));
    expect(readDocument({ format: 'shapeflow', version: 1, nodes: {}, edges }, '')).toMatchObject({
      ok: false,
      error: { code: 'file/too-many-edges', values: { count: 20_001 } },
    });
  });

  it('is never an exception, whatever the JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => void loadDocument(text, '')));
    const parts = fc.record({
      name: fc.jsonValue(),
      version: fc.jsonValue(),
      layers: fc.jsonValue(),
      nodes: fc.dictionary(
        fc.string(),
        fc.oneof(fc.jsonValue(), fc.record({ type: fc.constant('conv2d'), params: fc.jsonValue() })),
      ),
      edges: fc.dictionary(fc.string(), fc.jsonValue()),
      training: fc.jsonValue(),
    });
    fc.assert(
      fc.property(parts, (file) =>
        expect(readDocument({ format: 'shapeflow', ...file, version: 1 }, '').ok).toBe(true),
      ),
    );
  });
});

describe('a file that is mended', () => {
  it('drops a layer of an unknown type and heals the chain', () => {
    const { document, warnings } = loadChanged({ 'nodes.tanh_1.type': 'warp_drive' });
    expect(warnings).toEqual([{ code: 'file/unknown-layer', values: { layer: 'tanh_1', type: 'warp_drive' } }]);
    const edges = Object.values(document.edges);
    expect(edges).toContainEqual(expect.objectContaining({ source: 'conv2d_1', target: 'max_pool2d_1' }));
    expect(Object.keys(document.nodes)).toHaveLength(13);
  });

  it('keeps a parameter out of bounds, for the analysis to show', () => {
    const { document, warnings } = loadChanged({ 'nodes.conv2d_1.params.filters': -2.5 });
    expect(document.nodes.conv2d_1?.params.filters).toBe(-2.5);
    expect(warnings).toEqual([]);
  });

  it.each<[string, Changes, string]>([
    ['a parameter of another kind', { 'nodes.conv2d_1.params.strides': { a: 1 } }, 'file/bad-param'],
    ['a parameter that was NaN', { 'nodes.conv2d_1.params.groups': null }, 'file/bad-param'],
    ['an unknown parameter', { 'nodes.conv2d_1.params.colour': 'red' }, 'file/unknown-param'],
    ['a layer that is no object', { 'nodes.conv2d_9': 7 }, 'file/broken-layer'],
    ['an edge into nothing', { 'edges.edge_99': { source: 'input_1', target: 'gone' } }, 'file/bad-edge'],
    ['an edge to itself', { 'edges.edge_99': { source: 'tanh_1', target: 'tanh_1' } }, 'file/bad-edge'],
    ['an edge drawn twice', { 'edges.edge_99': { source: 'input_1', target: 'conv2d_1' } }, 'file/bad-edge'],
    ['a batch size of zero', { 'training.batchSize': 0 }, 'file/bad-part'],
    ['an unknown optimizer', { 'training.optimizer.name': 'guess' }, 'file/bad-part'],
    ['a layer without a place', { 'nodes.softmax_1.position': undefined }, 'file/placed-layers'],
  ])('%s: the rest stays as it was', (_, changes, code) => {
    const { document, codes } = loadChanged(changes);
    expect(codes).toEqual([code]);
    expect({ ...document, nodes: {}, training: {} }).toEqual({ ...lenet, nodes: {}, training: {} });
    expect(document.nodes.conv2d_1).toEqual(lenet.nodes.conv2d_1);
    expect(document.training).toEqual(lenet.training);
  });

  it('takes the given name when the file has none', () => {
    const { document, codes } = loadChanged({ name: undefined });
    expect(document.name).toBe('fallback');
    expect(codes).toEqual(['file/bad-part']);
  });

  it('lays out a file without any positions so that no two layers overlap', () => {
    const paths = Object.keys(lenet.nodes).map((id) => [`nodes.${id}.position`, undefined]);
    const { document } = loadChanged(Object.fromEntries(paths) as Changes);
    const places = Object.values(document.nodes).map(({ position }) => `${position.x} ${position.y}`);
    expect(new Set(places).size).toBe(14);
  });

  it('renames ids that cannot be layer names and keeps what they are joined to', () => {
    const { document, codes } = loadChanged({}, (text) => text.replaceAll('conv2d_1', 'Große Faltung!'));
    expect(codes).toEqual(['file/renamed-layer']);
    expect(Object.keys(document.nodes).every((id) => /^[a-z][a-z0-9_]*$/.test(id))).toBe(true);
    expect(Object.keys(document.edges)).toHaveLength(13);
  });

  it('gives thousands of ids that cannot be used one of their own each', () => {
    const nodes = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`R ${index}`, { type: 'add' }]));
    const edges = Object.fromEntries(
      Array.from({ length: 16_000 }, (_, index) => {
        const target = `R ${(index + 1 + Math.floor(index / 2000)) % 2000}`;
        return [`E ${index}`, { source: `R ${index % 2000}`, target, slot: 0 }];
      }),
    );
    const loaded = readDocument({ format: 'shapeflow', version: 1, name: '', nodes, edges }, '');
    if (!loaded.ok) throw new Error(loaded.error.code);
    expect(Object.keys(loaded.value.document.nodes)).toHaveLength(2000);
    expect(Object.keys(loaded.value.document.edges)).toHaveLength(16_000);
  });

  it('leaves thousands of layers of unknown types out', () => {
    const nodes = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`n${index}`, { type: 'warp' }]));
    const edges = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [
        `e${index}`,
        { source: `n${index % 5000}`, target: `n${(index * 7 + 1) % 5000}` },
      ]),
    );
    const loaded = readDocument({ format: 'shapeflow', version: 1, name: '', nodes, edges }, '');
    expect(loaded).toMatchObject({ ok: true, value: { document: { nodes: {}, edges: {} } } });
  });

  it('counts warnings that nobody would read', () => {
    const params = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`colour${index}`, 1]));
    const { warnings } = loadChanged({ 'nodes.tanh_1.params': params });
    expect(warnings).toHaveLength(51);
    expect(warnings.at(-1)).toEqual({ code: 'file/more-warnings', values: { count: 30 } });
  });

  it('keeps names to one line that every place can show', () => {
    const { document, warnings } = loadChanged({
      name: 'Net\u2028two\u001b[2J',
      'nodes.conv2d_1.title': ' first\r\nlayer\u202e ',
      'nodes.tanh_1.title': 'x'.repeat(100_000),
    });
    expect(document.name).toBe('Net two [2J');
    expect(document.nodes.conv2d_1?.title).toBe('first layer');
    expect(document.nodes.tanh_1?.title).toHaveLength(200);
    expect(warnings).toContainEqual({ code: 'file/cleaned-name', values: { name: 'Net two [2J' } });
  });

  it('shortens what a warning quotes from the file', () => {
    const { warnings } = loadChanged({ 'nodes.tanh_1.type': `warp\n${'x'.repeat(1000)}` });
    expect(warnings).toEqual([
      { code: 'file/unknown-layer', values: { layer: 'tanh_1', type: `warp ${'x'.repeat(55)}…` } },
    ]);
  });

  it('places a layer that lies farther out than anyone can go', () => {
    const { document, codes } = loadChanged({ 'nodes.softmax_1.position': { x: 1e300, y: 0 } });
    expect(codes).toEqual(['file/placed-layers']);
    expect(document.nodes.softmax_1?.position.x).toBeLessThan(1e6);
  });

  it('takes no harm from names that every object has', () => {
    const { document } = loadChanged({
      'nodes.constructor': { type: 'relu', params: {}, position: { x: 0, y: 0 } },
      'edges.edge_99': { source: 'toString', target: 'softmax_1', slot: 1 },
    });
    expect(Object.keys(document.nodes)).toContain('constructor_1');
    expect(Object.keys(document.edges)).toHaveLength(13);
  });
});

describe('migration of a layer’s parameters', () => {
  it('takes each step once, in order, from the version the file was written in', () => {
    const migrations = [
      { from: 2, migrate: (params: object) => ({ ...params, trail: `${(params as { trail: string }).trail} 2-3` }) },
      { from: 1, migrate: (params: object) => ({ ...params, trail: '1-2' }) },
    ];
    expect(migrateParams({ migrations }, { units: 3 }, 1)).toEqual({ units: 3, trail: '1-2 2-3' });
    expect(migrateParams({ migrations }, { trail: 'new' }, 3)).toEqual({ trail: 'new' });
  });
});
