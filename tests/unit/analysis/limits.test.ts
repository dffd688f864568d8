import { analyze } from '@/lib/analysis/analyze';
import { isTrainable } from '@/lib/analysis/analysis';
import { compile } from '@/lib/compile/compile';
import { applyCommand } from '@/lib/document/apply-command';
import { loadDocument } from '@/lib/document/load';
import { saveDocument } from '@/lib/document/save';
import { chain, design } from './designs';

const sequence = ['input', { shape: [6, 4] }] as const;

describe('a layer that the browser cannot compute', () => {
  const document = chain(sequence, ['gru', { units: 16, resetAfter: true }], ['dense', { units: 3 }]);

  test('is counted and compiled like any other, and keeps the design from being trained here', () => {
    const analysis = analyze(document, null);
    expect(analysis.layers.gru_1).toMatchObject({ params: 3 * (16 * (4 + 16) + 2 * 16), output: { shape: [16] } });
    expect(analysis.layers.dense_1?.output?.shape).toEqual([3]);
    expect(analysis.hasErrors).toBe(false);
    expect(isTrainable(analysis)).toBe(false);
    expect(compile(document, analysis).ok).toBe(true);
  });

  test('also when its warning is silenced', () => {
    const silenced = applyCommand(document, { kind: 'silence', code: 'browser/gru-reset-after' });
    expect(isTrainable(analyze(silenced, null))).toBe(false);
  });

  test('does no harm where it is no part of the network', () => {
    const apart = design((builder) => {
      const input = builder.add(...sequence);
      builder.add('gru', { resetAfter: true }, input);
      builder.add('softmax', {}, builder.add('dense', { units: 3 }, builder.add('flatten', {}, input)));
    });
    expect(isTrainable(analyze(apart, null))).toBe(true);
  });
});

describe('a layer of another tool', () => {
  const params = { className: 'CapsuleLayer', shape: [10, 16], parameters: 1474560, config: '{"routings": 3}' };
  const document = chain(['input', { shape: [32, 8] }], ['unknown', params], ['flatten'], ['dense', { units: 10 }]);

  test('keeps its declared shape and count, so that the layers behind it keep theirs', () => {
    const { layers, totals } = analyze(document, null);
    expect(layers.unknown_1).toMatchObject({ params: 1474560, trainableParams: 0, output: { shape: [10, 16] } });
    expect(layers.dense_1).toMatchObject({ params: 160 * 10 + 10 });
    expect(totals).toMatchObject({ complete: true, params: 1474560 + 1610 });
  });

  test('is an error that stands in the way of compiling', () => {
    const analysis = analyze(document, null);
    expect(analysis.diagnostics.map(({ code }) => code)).toContain('layer/unknown-class');
    expect(isTrainable(analysis)).toBe(false);
    expect(compile(document, analysis)).toMatchObject({ ok: false, error: { kind: 'errors' } });
  });

  test('is saved and opened with everything that is known of it', () => {
    const opened = loadDocument(saveDocument(document), 'design');
    expect(opened).toMatchObject({ ok: true, value: { warnings: [], document: { nodes: { unknown_1: { params } } } } });
  });
});
