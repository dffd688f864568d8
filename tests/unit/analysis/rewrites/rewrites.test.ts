import type { Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { activationTypes } from '@/lib/analysis/rewrites/design-rewrites';
import { planRewrites, type RewritePlan } from '@/lib/analysis/rewrites/plan-rewrites';
import { completeRewrite } from '@/lib/analysis/rewrites/complete-rewrite';
import { proveRewrite, type RewriteProof } from '@/lib/analysis/rewrites/prove-rewrite';
import type { RewriteId } from '@/lib/core/design-problem';
import type { NodeId } from '@/lib/core/ids';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { applyCommand } from '@/lib/document/apply-command';
import type { Document } from '@/lib/document/document';
import { createHistory, perform, undo } from '@/lib/document/history';
import type { Link } from '@/lib/document/templates/build-chain';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { buildVgg } from '@/lib/document/templates/vgg';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { taskOf } from '@/lib/state/task-of';
import { chain, design } from '../designs';

interface Planned {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly plans: readonly RewritePlan[];
}

function plan(document: Document, nodes: readonly NodeId[] | null = null, activation: string | null = null): Planned {
  const task = taskOf(document);
  const analysis = analyze(document, task);
  const request = { document, analysis, task, nodes, activation };
  return { document, analysis, plans: planRewrites(request).flatMap((each) => completeRewrite(request, each) ?? []) };
}

function planOf({ plans }: Planned, kind: RewriteId): RewritePlan {
  const found = plans.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`${kind} is not offered`);
  return found;
}

function prove(planned: Planned, kind: RewriteId): RewriteProof {
  const { document, analysis } = planned;
  return proveRewrite({ document, analysis, task: taskOf(document), plan: planOf(planned, kind) });
}

function after({ document }: Planned, { commands }: RewritePlan): Document {
  return commands.reduce(applyCommand, document);
}

function errorsOf(document: Document): readonly string[] {
  return analyze(document, taskOf(document)).diagnostics.flatMap(({ code, severity }) =>
    severity === 'error' ? [code] : [],
  );
}

/** C channels in and out, without a bias: what the published formulas count. */
function plainConvolution(channels: number, size: number): Document {
  const links: readonly Link[] = [
    ['input', { shape: [32, 32, channels] }],
    ['conv2d', { filters: channels, kernelSize: [size, size], padding: 'same', useBias: false }],
    ['relu'],
  ];
  return chain(...links);
}

const SHAPE_KEEPING: readonly RewriteId[] = [
  'stack-of-3x3',
  'depthwise-separable',
  'bottleneck',
  'asymmetric',
  'strided-convolution',
];
const TITLES = TEMPLATE_IDS.map((id) => [id] as const);

describe.each(TITLES)('every rewrite of %s', (id) => {
  const document = TEMPLATES[id].build();
  const planned = plan(document);
  const task = taskOf(document);
  const proofs = new Map(
    planned.plans.map((each) => [each, proveRewrite({ document, analysis: planned.analysis, task, plan: each })]),
  );
  const proofOf = (each: RewritePlan) => {
    const proof = proofs.get(each);
    if (proof === undefined) throw new Error(each.kind);
    return proof;
  };

  it('is offered for something', () => {
    // Embedding, LSTM and a dense layer have nothing of the kind.
    expect(planned.plans.length === 0).toBe(id === 'lstm-text');
  });

  it('leaves a design without errors and with the same output', () => {
    for (const each of planned.plans) {
      const result = after(planned, each);
      expect({ kind: each.kind, errors: errorsOf(result) }).toEqual({ kind: each.kind, errors: errorsOf(document) });
      const proof = proofOf(each);
      if (each.kind !== 'remove-convolutions') expect(proof.output.after).toEqual(proof.output.before);
      expect(result).not.toBe(document);
    }
  });

  it('proves what the design then has', () => {
    for (const each of planned.plans) {
      const proof = proofOf(each);
      const { totals } = analyze(after(planned, each), taskOf(document));
      expect(proof.totals).toEqual({ before: planned.analysis.totals, after: totals });
      const difference = proof.parts.reduce((sum, { params }) => sum + (params.after - params.before), 0);
      // Layers behind a change of shape, and those that repair one, change too.
      if (SHAPE_KEEPING.includes(each.kind)) {
        expect(totals.params - planned.analysis.totals.params).toBe(difference);
      }
    }
  });

  it('sees the same pixels and gives the same shape where it says so', () => {
    for (const each of planned.plans.filter(({ kind }) => SHAPE_KEEPING.includes(kind))) {
      const proof = proofOf(each);
      expect(proof.reshaped).toEqual([]);
      for (const part of proof.parts) {
        expect(part.output.after).toEqual(part.output.before);
        expect(part.field.after).toEqual(part.field.before);
      }
    }
  });

  it('is one step, and can be taken back', () => {
    for (const each of planned.plans) {
      const done = perform(createHistory(document), { kind: 'batch', commands: each.commands });
      expect(undo(done).present).toBe(document);
    }
  });
});

describe('the published savings', () => {
  it.each([
    [5, 64, 25, 18],
    [7, 64, 49, 27],
    [5, 128, 25, 18],
    [9, 32, 81, 36],
  ])('a %i × %i kernel of C channels has C² times the cells, its stack the fewer', (size, channels, before, less) => {
    const proof = prove(plan(plainConvolution(channels, size)), 'stack-of-3x3');
    expect(proof.totals.before.params).toBe(before * channels ** 2);
    expect(proof.totals.after.params).toBe(less * channels ** 2);
    expect(proof.totals.after.macs).toBe(less * channels ** 2 * 32 * 32);
  });

  it('a depthwise-separable convolution costs 1/N + 1/k² of a full one (MobileNets, section 3.1)', () => {
    const proof = prove(plan(plainConvolution(64, 3)), 'depthwise-separable');
    expect(proof.totals.after.macs / proof.totals.before.macs).toBeCloseTo(1 / 64 + 1 / 9, 12);
    expect(proof.totals.after.params).toBe(9 * 64 + 64 * 64);
  });

  it('a bottleneck of 256 channels has the 69,632 weights of ResNet-50’s first stage', () => {
    const proof = prove(plan(plainConvolution(256, 3)), 'bottleneck');
    expect(proof.totals.after.params).toBe(256 * 64 + 9 * 64 * 64 + 64 * 256);
    expect(proof.totals.after.params).toBe(69_632);
  });

  it('rows and columns apart have 2kC² of k²C²', () => {
    const proof = prove(plan(plainConvolution(16, 7)), 'asymmetric');
    expect([proof.totals.before.params, proof.totals.after.params]).toEqual([49 * 256, 14 * 256]);
  });

  it('VGG-16 with an average in place of the flatten loses 100,663,296 of its first dense layer’s weights', () => {
    const planned = plan(buildVgg('VGG-16'));
    const proof = prove(planned, 'global-average');
    expect(proof.totals.before.params - proof.totals.after.params).toBe(25_088 * 4096 - 512 * 4096);
    expect(proof.parts[0]?.output).toEqual({ before: [25_088], after: [512] });
    expect(proof.reshaped).toEqual([]);
  });
});

describe('a stack in LeNet-5', () => {
  const planned = plan(buildLenet5(), ['conv2d_2']);

  it('costs more there, and says so: few channels come in', () => {
    const proof = prove(planned, 'stack-of-3x3');
    // (5·5·6 + 1)·16 → (3·3·6 + 1)·16 + (3·3·16 + 1)·16
    expect(proof.parts[0]?.params).toEqual({ before: 2416, after: 880 + 2320 });
  });

  it('has the activation that follows between its layers', () => {
    const result = after(planned, planOf(planned, 'stack-of-3x3'));
    const between = Object.values(result.edges).find(({ source }) => source === 'conv2d_2')?.target ?? '';
    expect(result.nodes[between]?.type).toBe('tanh');
    expect(Object.keys(result.nodes)).toHaveLength(Object.keys(planned.document.nodes).length + 2);
  });

  it('touches nothing but what is selected', () => {
    expect(planOf(planned, 'stack-of-3x3').nodes).toEqual(['conv2d_2']);
    expect(planOf(plan(buildLenet5()), 'stack-of-3x3').nodes).toEqual(['conv2d_1', 'conv2d_2']);
  });

  it('numbers the name a person gave', () => {
    const named = applyCommand(buildLenet5(), { kind: 'set-title', node: 'conv2d_2', title: 'C3' });
    const again = plan(named, ['conv2d_2']);
    const result = after(again, planOf(again, 'stack-of-3x3'));
    expect(Object.values(result.nodes).flatMap(({ title }) => title ?? [])).toEqual(['C3_1', 'C3_2']);
  });

  it('leaves no two layers on top of each other', () => {
    const result = after(planned, planOf(planned, 'stack-of-3x3'));
    const places = Object.values(result.nodes).map(({ position: { x, y } }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('kernels with stride, dilation and a border of their own', () => {
  it.each([
    { strides: [2, 2], padding: 'same' },
    { strides: [2, 2], padding: 'valid' },
    { strides: [3, 1], padding: 'valid' },
    { padding: { top: 2, bottom: 1, left: 0, right: 2 } },
    { strides: [2, 2], padding: { top: 2, bottom: 2, left: 2, right: 2 } },
    { dilation: [2, 3], padding: 'same' },
    { groups: 2, padding: 'valid' },
  ] as const)('keep their shape and what they see: %j', (params) => {
    const document = chain(
      ['input', { shape: [33, 30, 16] }],
      ['conv2d', { filters: 32, kernelSize: [7, 7], ...params }],
      ['relu'],
    );
    const planned = plan(document);
    const kinds = planned.plans.map(({ kind }) => kind).filter((kind) => SHAPE_KEEPING.includes(kind));
    expect(kinds).toContain('stack-of-3x3');
    for (const kind of kinds) {
      const [part] = prove(planned, kind).parts;
      expect({ kind, shape: part?.output.after, field: part?.field.after }).toEqual({
        kind,
        shape: part?.output.before,
        field: part?.field.before,
      });
    }
  });
});

describe('batch normalization after every convolution', () => {
  it('takes the biases away and adds four numbers per channel', () => {
    const planned = plan(buildLenet5());
    const proof = prove(planned, 'insert-batch-norm');
    expect(proof.totals.after.params - proof.totals.before.params).toBe(4 * (6 + 16) - (6 + 16));
    const result = after(planned, planOf(planned, 'insert-batch-norm'));
    expect(result.nodes.conv2d_1?.params.useBias).toBe(false);
  });

  it('is not offered where every convolution has it', () => {
    expect(plan(buildTinyResnet()).plans.map(({ kind }) => kind)).not.toContain('insert-batch-norm');
  });

  it('goes into every way that a branching convolution leads to', () => {
    const document = design((builder) => {
      const start = builder.add('input', { shape: [8, 8, 3] });
      const branching = builder.add('conv2d', { filters: 4, padding: 'same' }, start);
      const way = builder.add('relu', {}, branching);
      builder.add('relu', {}, builder.add('add', {}, branching, way));
    });
    const planned = plan(document);
    const result = after(planned, planOf(planned, 'insert-batch-norm'));
    const targets = Object.values(result.edges).flatMap(({ source, target }) =>
      source === 'conv2d_1' ? [target] : [],
    );
    expect(targets).toEqual(['batch_norm_1']);
    expect(errorsOf(result)).toEqual(errorsOf(document));
  });
});

describe('another activation everywhere', () => {
  it.each(activationTypes())('can be %s', (type) => {
    const document = chain(
      ['input', { shape: [8, 8, 3] }],
      ['conv2d'],
      ['leaky_relu'],
      ['flatten'],
      ['dense'],
      ['tanh'],
      ['dense'],
    );
    const planned = plan(document, null, type);
    const result = after(planned, planOf(planned, 'replace-activations'));
    expect(Object.values(result.nodes).filter((node) => node.type === type)).toHaveLength(2);
    expect(errorsOf(result)).toEqual(errorsOf(document));
  });

  it('leaves the output’s alone', () => {
    const document = chain(
      ['input', { shape: [5] }],
      ['dense', { units: 3 }],
      ['tanh'],
      ['dense', { units: 1 }],
      ['sigmoid'],
    );
    expect(planOf(plan(document), 'replace-activations').nodes).toEqual(['tanh_1']);
  });
});

describe('taking layers away', () => {
  it('without pooling LeNet-5 sees less and its dense layer is larger', () => {
    const planned = plan(buildLenet5());
    const proof = prove(planned, 'remove-pooling');
    // 28 × 28 'same', then 24 × 24 of 16 channels, all into 120 units.
    expect(proof.reshaped).toContainEqual({ node: 'flatten_1', shape: { before: [400], after: [24 * 24 * 16] } });
    expect(proof.output.after).toEqual([10]);
  });

  it('mends the branches that no longer fit together', () => {
    const planned = plan(buildTinyResnet(), ['conv2d_4']);
    const result = after(planned, planOf(planned, 'remove-convolutions'));
    expect(errorsOf(result)).toEqual([]);
    expect(planOf(planned, 'remove-convolutions').commands.length).toBeGreaterThan(1);
  });
});

describe('layers of a block', () => {
  const document = design((builder) => {
    const start = builder.add('input', { shape: [16, 16, 32] });
    const block = builder.block('Stage', (inside, from) =>
      inside.add('relu', {}, inside.add('conv2d', { filters: 32, kernelSize: [5, 5], padding: 'same' }, from)),
    );
    const stages = builder.use(block, { repeat: 3 }, start);
    builder.add('dense', { units: 10 }, builder.add('global_avg_pool2d', {}, stages));
  });

  it.each([[['block_1']], [['conv2d_1']], [null]])('are rewritten once and for all uses, asked for by %j', (nodes) => {
    const planned = plan(document, nodes);
    const proof = prove(planned, 'stack-of-3x3');
    // Three times (25·32 + 1)·32 → 2·(9·32 + 1)·32.
    expect(proof.totals.before.params - proof.totals.after.params).toBe(3 * (801 * 32 - 2 * 289 * 32));
    expect(proof.parts.map(({ node }) => node)).toEqual(['conv2d_1']);
    expect(proof.parts[0]?.field.after).toEqual(proof.parts[0]?.field.before);
    expect(proof.reshaped).toEqual([]);
    const result = after(planned, planOf(planned, 'stack-of-3x3'));
    expect(Object.values(result.nodes).filter(({ scope }) => scope !== undefined)).toHaveLength(5);
    expect(errorsOf(result)).toEqual(errorsOf(document));
  });

  it('get every rewrite without new errors', () => {
    const planned = plan(document);
    for (const each of planned.plans) {
      expect({ kind: each.kind, errors: errorsOf(after(planned, each)) }).toEqual({
        kind: each.kind,
        errors: errorsOf(document),
      });
    }
  });

  it('are told of by hints whose mends change the block', () => {
    const diagnostic = analyze(document, null).diagnostics.find(({ code }) => code === 'design/large-kernel');
    expect(diagnostic?.place).toMatchObject({ node: 'conv2d_1' });
    const [fix] = diagnostic?.fixes ?? [];
    const mended = fix === undefined ? document : applyCommand(document, fix.command);
    expect(analyze(mended, null).diagnostics.map(({ code }) => code)).not.toContain('design/large-kernel');
    expect(analyze(mended, null).hasErrors).toBe(false);
  });
});
