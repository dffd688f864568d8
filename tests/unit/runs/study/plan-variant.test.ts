import { analyze } from '@/lib/analysis/analyze';
import { datasetTask } from '@/lib/datasets/dataset-task';
import type { Document } from '@/lib/document/document';
import { readDocument } from '@/lib/document/load';
import { buildChain } from '@/lib/document/templates/build-chain';
import { buildLectureMnist } from '@/lib/document/templates/lecture-mnist';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { lecturePreset } from '@/lib/runs/study/lecture-preset';
import { offeredChanges } from '@/lib/runs/study/offered-changes';
import { planVariant } from '@/lib/runs/study/plan-variant';
import type { VariantPlan } from '@/lib/runs/study/study';

const MNIST = datasetTask('mnist');

function typesOf(plan: VariantPlan): readonly string[] {
  if (plan.kind !== 'ready') throw new Error(JSON.stringify(plan.reason));
  const read = readDocument(plan.document, 'variant');
  if (!read.ok) throw new Error('cannot be read');
  const { document } = read.value;
  return analyze(document, MNIST).order.map((id) => document.nodes[id]?.type ?? '');
}

function withDense(...layers: Parameters<typeof buildChain>[1]): Document {
  return buildChain('chain', [
    ['input', { shape: [28, 28, 1] }],
    ...layers,
    ['flatten'],
    ['dense', { units: 10 }],
    ['softmax'],
  ]);
}

describe("the lecture's preset", () => {
  const { base, variants } = lecturePreset(null, MNIST);
  const plans = variants.map((changes) => planVariant(base, changes, MNIST));

  test('trains the network of the laboratory as it is', () => {
    expect(plans[0]).toMatchObject({ kind: 'ready', repairs: [] });
    expect(typesOf(plans[0] as VariantPlan)).toEqual(typesOf(planVariant(buildLectureMnist(), [], MNIST)));
  });

  test('has ReLU wherever the sigmoid was', () => {
    const types = typesOf(plans[1] as VariantPlan);
    expect(types.filter((type) => type === 'relu')).toHaveLength(4);
    expect(types).not.toContain('sigmoid');
  });

  test('keeps the convolutions without pooling, whose dense layer then has 9,216 inputs', () => {
    const types = typesOf(plans[2] as VariantPlan);
    expect(types).not.toContain('max_pool2d');
    expect(types.filter((type) => type === 'conv2d')).toHaveLength(2);
    // 60 + 880 (convolutions), then (24 · 24 · 16 + 1) · 120 + 121 · 84 + 85 · 10
    expect(plans[2]).toMatchObject({ params: 60 + 880 + 9217 * 120 + 121 * 84 + 85 * 10 });
  });

  test('pools twice without convolutions', () => {
    const types = typesOf(plans[3] as VariantPlan);
    expect(types).not.toContain('conv2d');
    expect(types.filter((type) => type === 'max_pool2d')).toHaveLength(2);
    expect(types.slice(0, 4)).toEqual(['input', 'max_pool2d', 'max_pool2d', 'flatten']);
  });

  test("gives another design the laboratory's activation first", () => {
    const design = withDense(['conv2d', { filters: 4 }], ['relu'], ['max_pool2d']);
    const preset = lecturePreset(design, MNIST);
    expect(typesOf(planVariant(preset.base, preset.variants[0] ?? [], MNIST))).toContain('sigmoid');
    expect(typesOf(planVariant(preset.base, preset.variants[1] ?? [], MNIST))).toContain('relu');
  });
});

describe('a variant', () => {
  test('that changes nothing is left out and says which change it was', () => {
    const plan = planVariant(withDense(['relu']), [{ kind: 'rewrite', rewrite: 'remove-pooling' }], MNIST);
    expect(plan).toEqual({ kind: 'left-out', reason: { kind: 'nothing-to-change', change: 0 } });
  });

  test('that breaks a branch is made whole by quick fixes, which are told', () => {
    const design = buildTinyResnet();
    const offered = offeredChanges(design, MNIST);
    const plans = offered.rewrites.map((rewrite) => planVariant(design, [{ kind: 'rewrite', rewrite }], MNIST));
    for (const plan of plans) {
      expect(plan.kind).toBe('ready');
      if (plan.kind === 'ready') {
        const read = readDocument(plan.document, '');
        expect(read.ok && analyze(read.value.document, MNIST).hasErrors).toBe(false);
      }
    }
    expect(plans.some((plan) => plan.kind === 'ready' && plan.repairs.length > 0)).toBe(true);
  });

  test('that no fix makes whole is left out with its first error', () => {
    const cyclic = withDense(['conv2d', { filters: 4 }], ['relu']);
    const edge = { id: 'back', source: 'relu_1', target: 'conv2d_1', slot: 1 };
    const plan = planVariant({ ...cyclic, edges: { ...cyclic.edges, back: edge } }, [], MNIST);
    expect(plan).toMatchObject({ kind: 'left-out', reason: { kind: 'errors', error: { code: expect.any(String) } } });
  });

  test('of a design without layers is left out', () => {
    const empty = { ...buildLectureMnist(), nodes: {}, edges: {} };
    expect(planVariant(empty, [], MNIST)).toEqual({ kind: 'left-out', reason: { kind: 'empty' } });
  });

  test('loses its normalization and its dropout with the chain closed behind them', () => {
    const design = withDense(['conv2d', { filters: 4 }], ['batch_norm'], ['relu'], ['dropout'], ['max_pool2d']);
    const plan = planVariant(
      design,
      [
        { kind: 'remove', what: 'normalization' },
        { kind: 'remove', what: 'noise' },
      ],
      MNIST,
    );
    expect(typesOf(plan)).toEqual(['input', 'conv2d', 'relu', 'max_pool2d', 'flatten', 'dense', 'softmax']);
  });

  test('has two 3 × 3 convolutions where one of 5 × 5 was', () => {
    const design = withDense(['conv2d', { filters: 4, kernelSize: [5, 5] }], ['relu']);
    const plan = planVariant(design, [{ kind: 'rewrite', rewrite: 'stack-of-3x3' }], MNIST);
    expect(typesOf(plan).filter((type) => type === 'conv2d')).toHaveLength(2);
  });

  test('swaps only the activations of the kind that is named', () => {
    const design = withDense(['conv2d', { filters: 4 }], ['relu'], ['conv2d', { filters: 4 }], ['tanh']);
    const plan = planVariant(design, [{ kind: 'swap-activation', from: 'tanh', to: 'elu' }], MNIST);
    const types = typesOf(plan);
    expect(types).toEqual(expect.arrayContaining(['relu', 'elu']));
    expect(types).not.toContain('tanh');
  });

  test('takes settings within their bounds only', () => {
    const set = (value: number) =>
      planVariant(buildLectureMnist(), [{ kind: 'set', setting: 'optimizer.learningRate', value }], MNIST);
    const plan = set(0.01);
    expect(plan.kind === 'ready' && plan.document.training.optimizer.learningRate).toBe(0.01);
    expect(plan.kind === 'ready' && plan.document.training.optimizer.name).toBe('adam');
    expect(set(1e9).kind).toBe('left-out');
    // The base's own value is a point of a search as any other.
    expect(set(0.001).kind).toBe('ready');
  });
});

test('a design offers what its own layers allow', () => {
  const offered = offeredChanges(buildLectureMnist(), MNIST);
  expect(offered.activations).toEqual(['sigmoid']);
  expect(offered.rewrites).toEqual(expect.arrayContaining(['remove-pooling', 'remove-convolutions']));
  expect(offered.rewrites).not.toContain('stack-of-3x3');
  expect(offered.removals).toEqual([]);
});
