import fc from 'fast-check';
import { blockInputs } from '@/lib/document/blocks';
import { loadDocument } from '@/lib/document/load';
import { saveDocument } from '@/lib/document/save';
import { content, nestedDesign } from './designs';

const nested = nestedDesign();

type File = Record<'nodes' | 'edges' | 'blocks', Record<string, Record<string, unknown>>> & Record<string, unknown>;

function loadChanged(change: (file: File) => void) {
  const file = JSON.parse(saveDocument(nested)) as File;
  change(file);
  const loaded = loadDocument(JSON.stringify(file), 'fallback');
  if (!loaded.ok) throw new Error(`refused with ${loaded.error.code}`);
  return { ...loaded.value, codes: loaded.value.warnings.map(({ code }) => code) };
}

describe('opening a design with blocks', () => {
  it('gives back what was saved', () => {
    const { document, codes } = loadChanged(() => {});
    expect([content(document), codes]).toEqual([content(nested), []]);
  });

  it.each([
    ['blocks that are no object', (file: File) => Object.assign(file, { blocks: [] }), 'file/bad-part'],
    ['a block that is no object', (file: File) => Object.assign(file.blocks, { block_2: 3 }), 'file/bad-part'],
    ['a use of a block that is gone', (file: File) => delete file.blocks['block_2'], 'file/missing-block'],
    ['layers of a block that is gone', (file: File) => delete file.blocks['block_1'], 'file/lost-layer'],
    [
      'a senseless repeat',
      (file: File) => Object.assign(file.nodes['block_2'] ?? {}, { params: { block: 'block_2', repeat: 1e9 } }),
      'file/bad-param',
    ],
    [
      'an output outside the block',
      (file: File) => Object.assign(file.blocks['block_1'] ?? {}, { output: 'dense_1' }),
      'file/bad-part',
    ],
    [
      'an edge into a block',
      (file: File) => Object.assign(file.edges, { edge_99: { source: 'input_1', target: 'conv2d_1', slot: 5 } }),
      'file/bad-edge',
    ],
    [
      'a block in itself by way of another',
      (file: File) =>
        Object.assign(file.nodes, { block_9: { type: 'block', params: { block: 'block_2' }, scope: 'block_1' } }),
      'file/block-in-itself',
    ],
    [
      'a block that nothing uses',
      (file: File) => Object.assign(file.blocks, { spare: { name: 'Spare', output: null } }),
      'file/unused-block',
    ],
    [
      'inputs with the same number',
      (file: File) =>
        Object.assign(file.nodes, {
          block_input_9: { type: 'block_input', params: { index: 0 }, scope: 'block_1', position: { x: 0, y: 0 } },
        }),
      'file/bad-part',
    ],
    [
      'an input outside of any block',
      (file: File) =>
        Object.assign(file.nodes, {
          block_input_9: { type: 'block_input', params: { index: 0 }, position: { x: 0, y: 0 } },
        }),
      'file/missing-block',
    ],
  ] as const)('mends %s and says so', (_, change, code) => {
    const { document, codes } = loadChanged(change);
    expect(codes).toContain(code);
    // What was mended is right for good.
    expect(loadDocument(saveDocument(document), '')).toEqual({ ok: true, value: { document, warnings: [] } });
  });

  it('numbers the inputs of a block anew', () => {
    const { document } = loadChanged((file) => {
      const input = { type: 'block_input', scope: 'block_1', position: { x: 0, y: 0 } };
      Object.assign(file.nodes, {
        block_input_8: { ...input, params: { index: 7 } },
        block_input_9: { ...input, params: {} },
      });
    });
    expect(blockInputs(document, 'block_1').map(({ params }) => params['index'])).toEqual([0, 1, 2]);
  });

  it('never throws, whatever stands in the place of any of its parts, and mends it for good', () => {
    const paths = pathsOf(JSON.parse(saveDocument(nested)) as object);
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom('block_1', 'block_2', 'relu_1', 'block', 'block_input'));
    const changes = fc.array(fc.tuple(fc.constantFrom(...paths), anything), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, (list) => {
        const file = JSON.parse(saveDocument(nested)) as object;
        for (const [path, value] of list) put(file, path, value);
        const loaded = loadDocument(JSON.stringify(file), 'fallback');
        if (!loaded.ok) return;
        const again = loadDocument(saveDocument(loaded.value.document), '');
        expect(again).toEqual({ ok: true, value: { document: loaded.value.document, warnings: [] } });
      }),
      { numRuns: 300 },
    );
  });
});

type Path = readonly string[];

function pathsOf(value: object, before: Path = []): readonly Path[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const path = [...before, key];
    return typeof inner === 'object' && inner !== null ? [path, ...pathsOf(inner, path)] : [path];
  });
}

function put(target: object, [key = '', ...rest]: Path, value: unknown): void {
  const record = target as Record<string, unknown>;
  const inner = record[key];
  if (rest.length === 0) record[key] = value;
  else if (typeof inner === 'object' && inner !== null) put(inner, rest, value);
}
