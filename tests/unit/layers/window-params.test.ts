import { buildChain, type Link } from '@/lib/document/templates/build-chain';
import { analyze } from '@/lib/analysis/analyze';
import { typedLayer } from '@/lib/analysis/typed-layer';
import { windowParams } from '@/lib/layers/window-params';

/** Of the second layer of a chain. */
function windowsOf(shape: readonly number[], link: Link): readonly string[] {
  const document = buildChain('a', [['input', { shape }], link]);
  const analysis = analyze(document, null);
  const typed = typedLayer(analysis, analysis.order[1] ?? '');
  if (typed === null) throw new Error('The layer has no shape.');
  return windowParams(typed.definition, typed.site);
}

it.each<[string, readonly number[], Link, readonly string[]]>([
  ['a convolution', [28, 28, 3], ['conv2d', { filters: 4, strides: [2, 2] }], ['kernelSize']],
  ['a dilated convolution', [28, 28, 3], ['conv2d', { filters: 4, dilation: [2, 2] }], ['kernelSize']],
  ['a convolution of a sequence', [28, 3], ['conv1d', { filters: 4 }], ['kernelSize']],
  ['a pooling', [28, 28, 3], ['max_pool2d'], ['poolSize']],
  ['a pooling to a grid, whose windows differ', [28, 28, 3], ['adaptive_avg_pool2d'], []],
  ['an activation', [28, 28, 3], ['leaky_relu'], []],
  ['a dense layer', [12], ['dense', { units: 4 }], []],
])('the size of the window of %s', (_, shape, link, params) => {
  expect(windowsOf(shape, link)).toEqual(params);
});
