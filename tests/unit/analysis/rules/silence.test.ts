import { analyze } from '@/lib/analysis/analyze';
import { applyCommand } from '@/lib/document/apply-command';
import { loadDocument } from '@/lib/document/load';
import { saveDocument } from '@/lib/document/save';
import { change, chain, codesOf } from '../designs';

const code = 'design/bias-before-batch-norm' as const;
const stack = chain(
  ['input', { shape: [8, 8, 3] }],
  ['conv2d', { filters: 4 }],
  ['batch_norm'],
  ['relu'],
  ['conv2d', { filters: 8 }],
  ['batch_norm'],
  ['relu'],
);

describe('silencing a rule', () => {
  it('for the whole design leaves it out everywhere, and counts what is left out', () => {
    const silent = change(stack, { kind: 'silence', code });
    expect(codesOf(silent)).toEqual([]);
    expect(analyze(silent, null).silenced).toBe(2);
  });

  it('for one layer leaves the others heard', () => {
    const silent = change(stack, { kind: 'silence', code, node: 'conv2d_1' });
    const { diagnostics, silenced } = analyze(silent, null);
    expect(diagnostics).toMatchObject([
      { code, place: { node: 'conv2d_2' }, values: { count: 1, params: 8 }, related: [] },
    ]);
    expect(silenced).toBe(1);
  });

  it('is taken back by the same words', () => {
    for (const silence of [{ code }, { code, node: 'conv2d_2' }]) {
      const silent = change(stack, { kind: 'silence', ...silence });
      expect(change(silent, { kind: 'unsilence', ...silence })).toEqual(stack);
    }
  });

  it('for the design stands for what was said of single layers', () => {
    const twice = change(stack, { kind: 'silence', code, node: 'conv2d_1' }, { kind: 'silence', code });
    expect(twice.silenced).toEqual([{ code }]);
    expect(applyCommand(twice, { kind: 'silence', code, node: 'conv2d_2' })).toBe(twice);
  });

  it('does nothing for a layer that is not there', () => {
    expect(applyCommand(stack, { kind: 'silence', code, node: 'conv2d_9' })).toBe(stack);
  });

  it('never hides an error', () => {
    const broken = chain(['input', { shape: [8, 8, 3] }], ['conv2d', { kernelSize: [9, 9] }]);
    const silent = change(broken, { kind: 'silence', code: 'shape/window-too-large' });
    expect(codesOf(silent)).toEqual(['shape/window-too-large']);
    expect(analyze(silent, null).silenced).toBe(0);
  });

  it('also works for hints of the connections', () => {
    const loose = change(
      stack,
      { kind: 'add-layer', type: 'tanh' },
      { kind: 'connect', source: 'relu_1', target: 'tanh_1' },
    );
    const named = change(loose, { kind: 'set-outputs', nodes: ['relu_2'] });
    expect(codesOf(named)).toContain('topology/unused-output');
    expect(codesOf(change(named, { kind: 'silence', code: 'topology/unused-output', node: 'tanh_1' }))).not.toContain(
      'topology/unused-output',
    );
  });

  it('goes with its layer, and comes along in files', () => {
    const silent = change(
      stack,
      { kind: 'silence', code, node: 'conv2d_1' },
      { kind: 'silence', code: 'design/dropped-edge' },
    );
    const loaded = loadDocument(saveDocument(silent), '');
    expect(loaded).toMatchObject({ ok: true, value: { document: { silenced: silent.silenced }, warnings: [] } });
    expect(change(silent, { kind: 'remove', nodes: ['conv2d_1'], edges: [] }).silenced).toEqual([
      { code: 'design/dropped-edge' },
    ]);
  });

  it('silences a layer of a block in every place that the block stands', () => {
    const grouped = change(stack, { kind: 'group', nodes: ['conv2d_2', 'batch_norm_2', 'relu_2'], name: 'Stage' });
    const silent = change(grouped, { kind: 'silence', code, node: 'conv2d_2' });
    expect(analyze(grouped, null).diagnostics).toMatchObject([{ code, values: { count: 2 } }]);
    expect(analyze(silent, null).diagnostics).toMatchObject([{ code, values: { count: 1 } }]);
  });
});
