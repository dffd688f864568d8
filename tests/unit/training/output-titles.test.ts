import { applyCommand } from '@/lib/document/apply-command';
import { createBuilder } from '@/lib/document/templates/build-chain';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import type { Document } from '@/lib/document/document';
import { outputTitles } from '@/lib/training/output-titles';

/** A trunk with two untitled ends. */
function twoEnds(): Document {
  const builder = createBuilder('Two ends');
  const input = builder.add('input', { shape: [4] });
  const trunk = builder.add('dense', { units: 3 }, input);
  builder.add('softmax', {}, builder.add('dense', { units: 2 }, trunk));
  builder.add('softmax', {}, builder.add('dense', { units: 5 }, trunk));
  return { ...builder.build(), outputs: ['softmax_1', 'softmax_2'] };
}

function titlesOf(document: Document): readonly string[] {
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  expect(plan.value.outputs).toHaveLength(2);
  const titles = outputTitles(plan.value, document, 'en');
  return plan.value.outputs.map((name) => titles.get(name) ?? '');
}

describe('the title of an output', () => {
  it('is the one that its layer was given', () => {
    const renamed = ['softmax_1', 'softmax_2'].reduce(
      (document, id, at) =>
        applyCommand(document, { kind: 'set-title', node: id, title: ['Colour', 'Shape'][at] ?? '' }),
      twoEnds(),
    );
    expect([...titlesOf(renamed)].sort()).toEqual(['Colour', 'Shape']);
  });

  it('has the id behind it where two are called alike', () => {
    expect([...titlesOf(twoEnds())].sort()).toEqual(['Softmax (softmax_1)', 'Softmax (softmax_2)']);
  });
});
