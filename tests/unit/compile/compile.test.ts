import fc from 'fast-check';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import type { ModelPlan } from '@/lib/compile/plan';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { applyCommand } from '@/lib/document/apply-command';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';
import type { Command } from '@/lib/document/command';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { randomDocument } from '../document/random-document';

function run(document: Document, ...commands: readonly Command[]): Document {
  return commands.reduce(applyCommand, document);
}

function planOf(document: Document): ModelPlan {
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error(`no plan: ${plan.error.kind}`);
  return plan.value;
}

const lenet = buildLenet5();

describe('compiling', () => {
  it('gives LeNet-5 layer by layer, each named after its node', () => {
    const plan = planOf(lenet);
    expect(plan.layers.map(({ name }) => name)).toEqual(Object.keys(lenet.nodes));
    expect(plan).toMatchObject({
      name: 'LeNet-5',
      inputs: ['input_1'],
      outputs: ['softmax_1'],
      inputShape: [28, 28, 1],
      outputShape: [10],
      params: 61_706,
      endsInSoftmax: true,
    });
  });

  it.each(TEMPLATE_IDS)('%s: every layer takes only what stands before it, and the weights add up', (id) => {
    const plan = planOf(TEMPLATES[id].build());
    expectSound(plan);
  });

  it('refuses while errors stand and says how many', () => {
    const broken = run(
      lenet,
      { kind: 'set-param', node: 'conv2d_1', param: 'filters', value: 0 },
      { kind: 'set-param', node: 'dense_1', param: 'units', value: 1.5 },
    );
    expect(compile(broken, analyze(broken, null))).toEqual({ ok: false, error: { kind: 'errors', count: 2 } });
  });

  it('refuses a design without layers', () => {
    const empty = createDocument('empty');
    expect(compile(empty, { ...analyze(empty, null), diagnostics: [] })).toEqual({
      ok: false,
      error: { kind: 'no-network' },
    });
  });

  it('leaves out what leads to no output', () => {
    const document = run(
      lenet,
      { kind: 'add-layer', type: 'relu' },
      { kind: 'connect', source: 'conv2d_1', target: 'relu_1' },
    );
    expect(planOf(document).layers.map(({ name }) => name)).not.toContain('relu_1');
    expect(planOf(document).params).toBe(61_706);
  });

  it('puts explicit padding into a layer of its own, with its shape and a name nobody else has', () => {
    const padding = { top: 1, bottom: 2, left: 3, right: 4 };
    const document = run(
      lenet,
      { kind: 'set-param', node: 'conv2d_1', param: 'padding', value: padding },
      { kind: 'set-param', node: 'conv2d_2', param: 'padding', value: 'same' },
    );
    const [, helper, convolution] = planOf(document).layers;
    expect(helper).toMatchObject({ node: 'conv2d_1', inputs: ['input_1'], outputShape: [31, 35, 1], weights: [] });
    expect(convolution).toMatchObject({ name: 'conv2d_1', inputs: [helper?.name], outputShape: [27, 31, 6] });
    expectSound(planOf(document));
  });

  it('keeps the order of a merge’s inputs', () => {
    const document = run(
      createDocument('merge'),
      { kind: 'add-layer', type: 'input' },
      { kind: 'add-layer', type: 'concatenate' },
      { kind: 'add-layer', type: 'relu' },
      { kind: 'connect', source: 'input_1', target: 'relu_1' },
      { kind: 'connect', source: 'relu_1', target: 'concatenate_1' },
      { kind: 'connect', source: 'input_1', target: 'concatenate_1' },
    );
    expect(planOf(document).layers.at(-1)?.inputs).toEqual(['relu_1', 'input_1']);
  });

  it('gives a sound plan, or none, for any design', () => {
    fc.assert(
      fc.property(randomDocument, (document) => {
        const plan = compile(document, analyze(document, null));
        if (plan.ok) expectSound(plan.value);
      }),
    );
  });
});

function expectSound(plan: ModelPlan): void {
  const known = new Set<string>();
  for (const layer of plan.layers) {
    expect(layer.inputs.filter((name) => !known.has(name))).toEqual([]);
    expect(known.has(layer.name)).toBe(false);
    known.add(layer.name);
  }
  expect([...plan.inputs, ...plan.outputs].filter((name) => !known.has(name))).toEqual([]);
  const sizes = plan.layers.flatMap(({ weights }) => weights.map(({ shape }) => shape.reduce((a, b) => a * b, 1)));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(plan.params);
}
