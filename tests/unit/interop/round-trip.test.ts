import { SAVE_FORMATS, type SaveFormat } from '@/lib/core/save-note';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import type { Document } from '@/lib/document/document';
import { TEMPLATES } from '@/lib/document/templates/templates';
import type { ForeignFile } from '@/lib/interop/foreign-file';
import { networkOf } from '@/lib/interop/metadata';
import { openFiles, type OpenedFiles } from '@/lib/interop/open-files';
import { saveModel, type SavedFile } from '@/lib/interop/write/save-model';
import { START_VALUES } from '@/lib/layers/start-values';
import { randomDesign } from '@/tests/golden/random-design';
import { nodeHdf5 } from '@/tests/unit/interop/node-hdf5';

jest.setTimeout(120_000);

const TEXTS: readonly SaveFormat[] = SAVE_FORMATS.filter((format) => format !== 'keras-zip');
const designs: readonly (readonly [string, () => Document])[] = [
  ...TEMPLATE_IDS.map((id) => [id, () => TEMPLATES[id].build()] as const),
  ...Array.from({ length: 30 }, (_, seed) => [`random ${seed}`, () => randomDesign(seed)] as const),
];

async function save(document: Document, format: SaveFormat): Promise<readonly SavedFile[]> {
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error(`${document.name} does not compile`);
  return saveModel(
    { document, plan: plan.value, format, weights: null },
    { hdf5: nodeHdf5, now: '2026-01-01T00:00:00Z' },
  );
}

function toFiles(saved: readonly SavedFile[]): readonly ForeignFile[] {
  return saved.map(({ path, content }) => ({
    name: path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
}

/** As another tool would hand it on: without the corner that is ours. */
function withoutMetadata(saved: readonly SavedFile[]): readonly SavedFile[] {
  return saved.map((file) => {
    if (typeof file.content !== 'string') return file;
    const { shapeflow: _, userDefinedMetadata: __, ...rest } = JSON.parse(file.content) as Record<string, unknown>;
    return { ...file, content: JSON.stringify(rest) };
  });
}

async function open(saved: readonly SavedFile[]): Promise<OpenedFiles> {
  const opened = await openFiles(toFiles(saved), nodeHdf5);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** The type and the parameters of every layer of the network, those in blocks by their ids outside of them. */
function settingsOf(document: Document): ReadonlyMap<string, unknown> {
  const { flat, network, layers } = analyze(document, null);
  return new Map(
    network.map((id) => {
      const { type, params } = flat.nodes[id] ?? { type: '', params: {} };
      // A size that is left to be worked out is written as what it works out to.
      const settings = type === 'reshape' ? { shape: layers[id]?.output?.shape } : params;
      return [id.replace(/[^a-z0-9]+/g, '_'), { type, settings }];
    }),
  );
}

function documentOf(opened: OpenedFiles): Document {
  return opened.kind === 'design' ? opened.loaded.document : opened.imported.document;
}

describe.each(designs)('%s', (_, build) => {
  const document = build();

  it.each(TEXTS)('comes back as it was from a file of the format %s', async (format) => {
    expect(documentOf(await open(await save(document, format)))).toEqual(document);
  });

  it.each(['keras', 'keras3', 'tfjs'] as const)(
    'is the same network without our corner of a %s file',
    async (format) => {
      const opened = await open(withoutMetadata(await save(document, format)));
      expect(networkOf(documentOf(opened))).toEqual(networkOf(document));
      expect(settingsOf(documentOf(opened))).toEqual(settingsOf(document));
      expect(opened.kind === 'model' && opened.imported.report.notes).toEqual([]);
    },
  );
});

describe.each(['keras', 'keras3', 'tfjs'] as const)('a %s file', (format) => {
  it.each(START_VALUES)('says that a kernel starts from %s', async (kernelInitializer) => {
    const document = startingFrom(kernelInitializer);
    const opened = await open(withoutMetadata(await save(document, format)));
    expect(settingsOf(documentOf(opened))).toEqual(settingsOf(document));
  });

  it.each([1, 0.1, -2])('says that biases start from %d', async (biasStart) => {
    const document = withParam(TEMPLATES.lenet5.build(), 'biasStart', biasStart);
    const opened = await open(withoutMetadata(await save(document, format)));
    expect(settingsOf(documentOf(opened))).toEqual(settingsOf(document));
  });

  it('says what the weights of a reader of text start from', async () => {
    const starts = { embeddingsInitializer: 'heNormal', recurrentInitializer: 'leCunUniform', biasStart: 0.5 };
    const document = Object.entries(starts).reduce(
      (changed, [param, value]) => withParam(changed, param, value),
      startingFrom('orthogonal', TEMPLATES['lstm-text'].build()),
    );
    const opened = await open(withoutMetadata(await save(document, format)));
    expect(settingsOf(documentOf(opened))).toEqual(settingsOf(document));
    expect(opened.kind === 'model' && opened.imported.report.notes).toEqual([]);
  });

  it('spells LeCun’s name as its reader does', async () => {
    const [file] = await save(startingFrom('leCunNormal'), format);
    const expected = format === 'tfjs' ? 'LeCunNormal' : 'LecunNormal';
    expect(file?.content).toMatch(new RegExp(`"class_name": ?"${expected}"`));
  });
});

/** With every kernel filled in one way. */
function startingFrom(kernelInitializer: string, document = TEMPLATES.lenet5.build()): Document {
  return withParam(document, 'kernelInitializer', kernelInitializer);
}

/** In every layer that has it. */
function withParam(document: Document, param: string, value: string | number): Document {
  const nodes = Object.entries(document.nodes).map(([id, node]) => {
    const params = param in node.params ? { ...node.params, [param]: value } : node.params;
    return [id, { ...node, params }] as const;
  });
  return { ...document, nodes: Object.fromEntries(nodes) };
}

describe('.keras', () => {
  it.each(['lenet5', 'tiny-resnet', 'vit-small', 'lstm-text'] as const)(
    'gives %s back, with every weight',
    async (id) => {
      const document = TEMPLATES[id].build();
      const opened = await open(await save(document, 'keras-zip'));
      expect(documentOf(opened)).toEqual(document);
      const { params } = analyze(document, null).totals;
      const read = opened.kind === 'model' ? opened.imported.weights : [];
      expect(read.reduce((total, { values }) => total + values.length, 0)).toBe(params);
    },
  );
});
