import { healthMessages } from '@/lib/messages/health';
import { diagnoseHealth, measuredOf } from '@/lib/training/diagnose-health';
import type { ActivationHealth, LayerHealth } from '@/lib/training/health';

function layer(node: string, changes: Partial<LayerHealth> = {}): LayerHealth {
  return {
    name: node,
    node,
    gradientNorm: 1,
    weightNorm: 10,
    weightCount: 100,
    updateRatio: 1e-3,
    weights: null,
    gradients: null,
    activation: null,
    ...changes,
  };
}

function activation(node: string, flat: ActivationHealth['flat']): LayerHealth {
  const none = { gradientNorm: null, weightNorm: null, weightCount: 0, updateRatio: null };
  return layer(node, { ...none, activation: { mean: 0, deviation: 1, flat } });
}

const diagnose = (...layers: readonly LayerHealth[]) => diagnoseHealth({ batch: 0, epoch: 0, layers });

test('a network whose gradients are alike has nothing to say', () => {
  expect(diagnose(layer('conv1'), layer('conv2', { gradientNorm: 20 }), layer('fc'))).toEqual([]);
});

test('a gradient 4,000 times smaller at the front vanishes, through what saturates between', () => {
  const findings = diagnose(
    layer('conv1', { gradientNorm: 1 / 4000 }),
    activation('sigmoid1', { kind: 'saturated', share: 0.1 }),
    layer('fc', { gradientNorm: 1 }),
    activation('sigmoid2', { kind: 'saturated', share: 0.1 }),
  );
  expect(findings).toEqual([
    {
      kind: 'vanishing',
      node: 'conv1',
      other: 'fc',
      ratio: expect.closeTo(4000, 6) as number,
      saturating: ['sigmoid1'],
    },
  ]);
});

test('the size of a gradient is that per weight: a large layer is no worse than a small one', () => {
  expect(diagnose(layer('conv1', { weightCount: 1 }), layer('fc', { weightCount: 1e6, gradientNorm: 1000 }))).toEqual(
    [],
  );
});

test('a gradient that grows on its way to the front explodes', () => {
  const [finding] = diagnose(layer('conv1', { gradientNorm: 500 }), layer('fc'));
  expect(finding).toMatchObject({ kind: 'exploding', node: 'conv1', other: 'fc', ratio: 500 });
});

test('no gradient at all is said as such', () => {
  expect(diagnose(layer('conv1', { gradientNorm: 0 }), layer('fc'))).toEqual([{ kind: 'no-gradient', node: 'conv1' }]);
});

test('units that are dead, and values that are saturated, for the most part are named', () => {
  expect(
    diagnose(
      activation('relu1', { kind: 'dead', share: 0.7 }),
      activation('relu2', { kind: 'dead', share: 0.3 }),
      activation('sigmoid1', { kind: 'saturated', share: 0.9 }),
    ),
  ).toEqual([
    { kind: 'dead', node: 'relu1', share: 0.7 },
    { kind: 'saturated', node: 'sigmoid1', share: 0.9 },
  ]);
});

test('steps are too large for one layer, or too small for all', () => {
  expect(diagnose(layer('a', { updateRatio: 0.5 }), layer('b'))).toEqual([
    { kind: 'large-updates', node: 'a', ratio: 0.5 },
  ]);
  const tiny = { updateRatio: 1e-8 };
  expect(diagnose(layer('a', tiny), layer('b', tiny))).toMatchObject([{ kind: 'small-updates', node: 'a' }]);
  expect(diagnose(layer('a', tiny), layer('b'))).toEqual([]);
});

test('without gradients at hand nothing is said of them', () => {
  expect(diagnose(layer('a', { gradientNorm: null, updateRatio: null }))).toEqual([]);
});

describe('of a look that saw gradients alone', () => {
  const measured = measuredOf({ batch: 0, epoch: 0, layers: [layer('a', { updateRatio: null })] });
  const missing = { gradients: false, steps: true, units: true };

  test('neither steps nor units are called healthy', () => {
    expect(measured).toEqual({ gradients: true, steps: false, units: false });
    const { en, vi } = healthMessages;
    expect(en.healthy(measured)).toBe('Nothing stands out: gradients of like size in all layers.');
    expect(vi.healthy(measured)).toBe('Không có gì bất thường: gradient các lớp cùng cỡ.');
  });

  test('what was not measured is named, and how to measure it', () => {
    const text = healthMessages.en.unmeasured(missing);
    expect(text).toContain('Not measured here: the size of steps, outputs and dead or saturated units.');
    expect(text).toContain('keep it open when you train');
  });
});

test('a close look speaks of gradients, steps and units', () => {
  const seen = [layer('a'), activation('relu1', { kind: 'dead', share: 0 })];
  expect(measuredOf({ batch: 0, epoch: 0, layers: seen })).toEqual({ gradients: true, steps: true, units: true });
});

test('one batch is one batch', () => {
  expect(healthMessages.en.at('1', '1')).toBe('Measured after 1 batch, in epoch 1');
  expect(healthMessages.en.at('240', '2')).toBe('Measured after 240 batches, in epoch 2');
});
