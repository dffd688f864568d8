import { analyze } from '@/lib/analysis/analyze';
import { USUAL_COUNTING } from '@/lib/analysis/conventions';
import { explainField } from '@/lib/analysis/explain-field';
import { explainNumbers } from '@/lib/analysis/explain-numbers';
import type { FigureKey } from '@/lib/analysis/explanation';
import { typedLayer } from '@/lib/analysis/typed-layer';
import { createUnitViewer } from '@/lib/analysis/unit-view';
import type { Example, LayerDefinition } from '@/lib/layers/definition';
import type { Params } from '@/lib/layers/fields';
import { placesOf } from '@/lib/layers/reach';
import { isLayerType, LAYERS } from '@/lib/layers/registry';
import { design } from './designs';
import { inputCells } from './input-cells';

interface Case {
  readonly type: string;
  readonly example: Example<Params>;
}

/** Every example of every layer that takes something: figures and fields must hold for layers yet to come, too. */
const CASES: readonly (readonly [string, Case])[] = Object.values<LayerDefinition>(LAYERS)
  .filter(({ inputs }) => inputs.arity !== 'none')
  .flatMap(({ type, examples }) =>
    examples.map((example) => [`${type}: ${example.title}`, { type, example: example as Example<Params> }] as const),
  );

function analyzed({ type, example }: Case) {
  const document = design((builder) => {
    const inputs = example.inputs.map((shape) => builder.add('input', { shape: [...shape] }));
    if (!isLayerType(type)) throw new Error(`${type} is no layer`);
    builder.add(type, example.params, ...inputs);
  });
  const id = Object.keys(document.nodes).at(-1) ?? '';
  return { id, analysis: analyze(document, null) };
}

describe('the example of a layer', () => {
  it.each(CASES)('%s: its figures are those it states', (_, one) => {
    const { id, analysis } = analyzed(one);
    const layer = typedLayer(analysis, id);
    if (layer === null) throw new Error('the layer is not known');
    const explained = explainNumbers([{ id, layer }], {
      ...USUAL_COUNTING,
      batchSize: 1,
      optimizer: 'sgd',
      frozen: [],
    });
    const value = (figure: FigureKey) => explained.find((each) => each.figure === figure)?.values[0];
    expect(value('params')).toBe(one.example.parameters);
    expect(value('work')).toBe(one.example.macs);
    expect(value('activations')).toBe(one.example.output.reduce((product, size) => product * size, 1));
  });

  it.each(CASES)('%s: its field is explained as the analysis has it', (_, one) => {
    const { id, analysis } = analyzed(one);
    const field = analysis.layers[id]?.receptiveField ?? null;
    const values = Object.fromEntries(explainField(analysis, id).map(({ figure, values }) => [figure, values]));
    if (field === null) return expect(values).toEqual({});
    if (field.global) return expect(values).toEqual({ 'field-size': field.size });
    expect(values['field-size']).toEqual(field.size);
    for (const axis of [0, 1] as const) {
      expect(values['field-jump']?.[axis]).toBeCloseTo(field.jump[axis], 10);
      expect(values['effective-stride']?.[axis]).toBeCloseTo(field.jump[axis], 10);
      expect(values['field-start']?.[axis]).toBeCloseTo(field.start[axis], 10);
    }
  });

  it.each(CASES)('%s: a unit sees every place that its arithmetic names', (_, one) => {
    const { id, analysis } = analyzed(one);
    const typed = typedLayer(analysis, id);
    const viewer = createUnitViewer(analysis, id);
    if (typed === null || viewer === null) return;
    const [rows, columns] = viewer.places;
    const channels = typed.site.output.shape.at(-1) ?? 1;
    for (const [row, column] of [
      [0, 0],
      [rows - 1, columns - 1],
      [rows >> 1, columns >> 1],
    ] as const) {
      const views = viewer.view([row, column]);
      const place = typed.site.output.shape.length === 2 ? [row] : [row, column];
      const named = new Set<string>();
      for (let channel = 0; channel < channels; channel += 1)
        inputCells(typed.definition.explain(typed.site, [...place, channel]), (input, cell) =>
          named.add(`${input} ${cell[0] ?? 0} ${cell.length === 2 ? 0 : (cell[1] ?? 0)}`),
        );
      const unseen = [...named].filter((key) => {
        const [input = 0, atRow = 0, atColumn = 0] = key.split(' ').map(Number);
        if (placesOf(typed.site.inputs[input]?.shape ?? []) === null) return false;
        const view = views.find(({ layer }) => layer === `input_${input + 1}`);
        return view?.rows[atRow] !== 1 || view.columns[atColumn] !== 1;
      });
      expect(unseen).toEqual([]);
    }
  });
});
