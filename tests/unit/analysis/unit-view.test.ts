import fc from 'fast-check';
import { analyze } from '@/lib/analysis/analyze';
import { typedLayer } from '@/lib/analysis/typed-layer';
import { createUnitViewer, layersWithPlaces, overhangOf, regionOf, type LayerView } from '@/lib/analysis/unit-view';
import type { Pair } from '@/lib/layers/fields';
import type { Document } from '@/lib/document/document';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { buildVgg } from '@/lib/document/templates/vgg';
import type { Link } from '@/lib/document/templates/build-chain';
import { chain, design } from './designs';
import { inputCells } from './input-cells';

function look(document: Document, layer: string, place: Pair): readonly LayerView[] {
  const viewer = createUnitViewer(analyze(document, null), layer);
  if (viewer === null) throw new Error(`${layer} has no places`);
  return viewer.view(place);
}

const at = (views: readonly LayerView[], layer: string): LayerView => {
  const view = views.find((one) => one.layer === layer);
  if (view === undefined) throw new Error(`${layer} is not seen`);
  return view;
};

const small = (size: number) => ['input', { shape: [size, size, 1] }] as const;
const marked = (mask: Uint8Array) => [...mask].flatMap((value, index) => (value === 1 ? [index] : []));

/** The pixels that the arithmetic of every layer on the way names: what is seen, without any use of `reach`. */
function pixelsByArithmetic(document: Document, layer: string, place: Pair): ReadonlySet<string> {
  const analysis = analyze(document, null);
  const pixels = new Set<string>();
  const done = new Set<string>();
  const visit = (id: string, cell: readonly number[]): void => {
    const key = `${id} ${cell.join(' ')}`;
    const typed = typedLayer(analysis, id);
    if (done.has(key) || typed === null) return;
    done.add(key);
    if (typed.definition.role === 'source') {
      pixels.add(cell.slice(0, 2).join(' '));
      return;
    }
    const inputs = analysis.layers[id]?.inputs ?? [];
    inputCells(typed.definition.explain(typed.site, cell), (index, from) => visit(inputs[index] ?? '', from));
  };
  const channels = analysis.layers[layer]?.output?.shape.at(-1) ?? 0;
  for (let channel = 0; channel < channels; channel += 1) visit(layer, [...place, channel]);
  return pixels;
}

function pixelsOf({ rows, columns }: LayerView): ReadonlySet<string> {
  return new Set(marked(rows).flatMap((row) => marked(columns).map((column) => `${row} ${column}`)));
}

describe('a unit', () => {
  it('behind two 3 × 3 convolutions sees 5 × 5, as behind one 5 × 5', () => {
    const views = look(chain(small(9), ['conv2d'], ['conv2d']), 'conv2d_2', [2, 3]);
    expect(views.map(({ layer, window }) => [layer, window.last[0] - window.first[0] + 1])).toEqual([
      ['conv2d_2', 1],
      ['conv2d_1', 3],
      ['input_1', 5],
    ]);
    expect(at(views, 'input_1').window).toEqual({ first: [2, 3], last: [6, 7] });
    const five = look(chain(small(9), ['conv2d', { kernelSize: [5, 5] }]), 'conv2d_1', [2, 3]);
    expect(at(five, 'input_1').window).toEqual(at(views, 'input_1').window);
  });

  it('at the edge sees border beyond it, and of the picture what is left', () => {
    const padded = ['conv2d', { padding: 'same' }] as const;
    const picture = at(look(chain(small(9), padded, padded), 'conv2d_2', [1, 8]), 'input_1');
    expect(picture.window).toEqual({ first: [-1, 6], last: [3, 10] });
    expect(overhangOf(picture)).toEqual({ top: 1, bottom: 0, left: 0, right: 2 });
    expect(regionOf(picture)).toEqual({ first: [0, 6], last: [3, 8] });
  });

  it('behind a dilated kernel sees every other pixel', () => {
    const picture = at(look(chain(small(9), ['conv2d', { dilation: [2, 1] }]), 'conv2d_1', [1, 1]), 'input_1');
    expect(marked(picture.rows)).toEqual([1, 3, 5]);
    expect(marked(picture.columns)).toEqual([1, 2, 3]);
  });

  it('in the middle of VGG-16 sees 212 × 212 behind the last pooling', () => {
    const { window } = at(look(buildVgg('VGG-16'), 'max_pool2d_5', [3, 3]), 'input_1');
    expect([window.last[0] - window.first[0] + 1, window.last[1] - window.first[1] + 1]).toEqual([212, 212]);
  });

  it('sees what any branch sees', () => {
    const document = design((builder) => {
      const input = builder.add(...small(9));
      const wide = builder.add('conv2d', { kernelSize: [5, 5], padding: 'same' }, input);
      const narrow = builder.add('conv2d', { padding: 'same' }, input);
      builder.add('concatenate', {}, narrow, wide);
    });
    expect(at(look(document, 'concatenate_1', [4, 4]), 'input_1').window).toEqual({ first: [2, 2], last: [6, 6] });
  });

  it('of a layer behind a flatten has no place', () => {
    const analysis = analyze(chain(small(9), ['conv2d'], ['flatten'], ['dense']), null);
    expect(createUnitViewer(analysis, 'dense_1')).toBeNull();
    expect(createUnitViewer(analysis, 'nothing')).toBeNull();
    expect(layersWithPlaces(analysis)).toEqual(['input_1', 'conv2d_1']);
  });
});

describe('the pixels a unit sees', () => {
  it.each<[string, Document]>([
    ['padding', chain(small(7), ['conv2d', { padding: 'same' }], ['max_pool2d'], ['conv2d', { padding: 'same' }])],
    ['strides', chain(small(9), ['conv2d', { strides: [2, 3], padding: 'same' }], ['avg_pool2d', { padding: 'same' }])],
    ['dilation', chain(small(9), ['conv2d', { dilation: [2, 2] }], ['relu'], ['conv2d', { kernelSize: [2, 1] }])],
    [
      'windows with gaps between',
      chain(small(9), ['max_pool2d', { poolSize: [2, 2], strides: [3, 3] }], ['conv2d', { kernelSize: [2, 2] }]),
    ],
    [
      'padding by side',
      chain(small(6), ['conv2d', { padding: { top: 2, bottom: 0, left: 1, right: 0 } }], ['batch_norm']),
    ],
    ['batch normalization and pooling', chain(small(8), ['batch_norm'], ['max_pool2d'], ['softmax'])],
  ])('are those that the arithmetic of the layers names: %s', (_, document) => {
    const layers = layersWithPlaces(analyze(document, null)).slice(1);
    for (const layer of layers) {
      const viewer = createUnitViewer(analyze(document, null), layer);
      const [rows, columns] = viewer?.places ?? [0, 0];
      for (let row = 0; row < rows; row += 1)
        for (let column = 0; column < columns; column += 1) {
          const picture = at(viewer?.view([row, column]) ?? [], 'input_1');
          expect(pixelsOf(picture)).toEqual(pixelsByArithmetic(document, layer, [row, column]));
        }
    }
  });

  it('are never fewer than the arithmetic names, for random chains', () => {
    const size = fc.integer({ min: 1, max: 3 });
    const window = fc.record({ kernel: fc.tuple(size, size), stride: fc.tuple(size, size), isSame: fc.boolean() });
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 3 }), fc.nat(), (windows, seed) => {
        const links = windows.map(({ kernel, stride, isSame }): Link => [
          'conv2d',
          { filters: 1, kernelSize: kernel, strides: stride, padding: isSame ? 'same' : 'valid' },
        ]);
        const document = chain(small(11), ...links);
        const viewer = createUnitViewer(analyze(document, null), `conv2d_${windows.length}`);
        if (viewer === null) return;
        const place: Pair = [seed % viewer.places[0], (seed >> 3) % viewer.places[1]];
        const seen = viewer.view(place).find(({ layer }) => layer === 'input_1');
        expect(seen ? pixelsOf(seen) : new Set()).toEqual(pixelsByArithmetic(document, viewer.layer, place));
      }),
      { numRuns: 60 },
    );
  });

  it('cover what the arithmetic names where branches meet', () => {
    const analysis = analyze(buildTinyResnet(), null);
    const last = analysis.network.filter((id) => id.startsWith('add')).at(-1) ?? '';
    const viewer = createUnitViewer(analysis, last);
    if (viewer === null) throw new Error('no places');
    const picture = at(viewer.view([1, 1]), 'input_1');
    const field = analysis.layers[last]?.receptiveField;
    expect(picture.window.last[0] - picture.window.first[0] + 1).toBe(field?.size[0]);
    expect(regionOf(picture)?.first).toEqual([0, 0]);
  });
});
