import { analyze } from '@/lib/analysis/analyze';
import { change, chain } from '../designs';

test('a bias before batch normalization is kept where the layer is an output too', () => {
  const design = chain(['input', { shape: [8, 8, 3] }], ['conv2d', { filters: 4 }], ['batch_norm'], ['relu']);
  const named = change(design, { kind: 'set-outputs', nodes: ['relu_1', 'conv2d_1'] });
  const codes = (document: typeof design) => analyze(document, null).diagnostics.map(({ code }) => code);
  expect(codes(design)).toContain('design/bias-before-batch-norm');
  expect(codes(named)).not.toContain('design/bias-before-batch-norm');
});
