import { readFileSync } from 'node:fs';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import type { LayerDefinition } from '@/lib/layers/definition';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';
import { GRADIENT_BACKENDS, GRADIENT_TOLERANCE, NOT_TRAINABLE, readGradientTable } from '@/tests/worker/gradient-table';

const { heading, rows } = readGradientTable(readFileSync('docs/gradients.md', 'utf8'));

/** Whether no example of it can be trained in the browser. */
function isBeyondBrowsers({ examples, browserLimits }: LayerDefinition): boolean {
  return examples.every(({ params }) => (browserLimits?.(params as ParamsOf<Fields>) ?? []).length > 0);
}

test('docs/gradients.md lists every layer, in the palette’s order, and every backend', () => {
  expect(heading).toEqual(['Layer', 'Type', ...GRADIENT_BACKENDS]);
  const expected = LAYER_TYPES.map((type) => [layerDefinition(type)?.text.en.title, `\`${type}\``]);
  expect(rows.map(([title, type]) => [title, type])).toEqual(expected);
});

test.each(rows.map((row) => ({ type: (row[1] ?? '').replaceAll('`', ''), figures: row.slice(2) })))(
  '$type: its gradients in docs/gradients.md are as exact as is asked for',
  ({ type, figures }) => {
    const definition = layerDefinition(type);
    if (definition === null) throw new Error(`${type} is not in the registry`);
    expect(figures).toHaveLength(GRADIENT_BACKENDS.length);
    for (const figure of figures) {
      if (isBeyondBrowsers(definition)) expect(figure).toBe(NOT_TRAINABLE);
      else expect(Number(figure)).toBeLessThanOrEqual(GRADIENT_TOLERANCE);
    }
  },
);
