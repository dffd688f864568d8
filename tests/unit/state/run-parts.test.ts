import type { Document } from '@/lib/document/document';
import { gentlerLearningRate } from '@/lib/state/run-problem';
import { usableBackends, whatCannotHold } from '@/lib/state/run-memory';
import { createSeries } from '@/lib/state/run-series';
import { sameNetwork } from '@/lib/state/same-network';
import { backends, design, settings } from '@/tests/unit/state/run-harness';

const GIB = 2 ** 30;

describe('the batch series', () => {
  test('keeps every batch when it outgrows its first arrays', () => {
    const series = createSeries();
    const losses = Float32Array.from({ length: 5000 }, (_, batch) => batch);
    series.append(0, losses, losses);
    expect(series.losses).toEqual(losses);
    expect(series.smoothedLosses).toHaveLength(5000);
  });

  test('does not count a batch twice', () => {
    const series = createSeries();
    series.append(0, Float32Array.of(3, 2), Float32Array.of(0, 0));
    series.append(1, Float32Array.of(2, 1), Float32Array.of(0, 0));
    expect([...series.losses]).toEqual([3, 2, 1]);
  });

  test('smooths a constant to the same constant from the first batch on', () => {
    const series = createSeries();
    series.append(0, new Float32Array(50).fill(2), new Float32Array(50).fill(1));
    for (const value of series.smoothedLosses) expect(value).toBeCloseTo(2, 5);
  });

  test('goes on after a batch that was not a number', () => {
    const series = createSeries();
    series.append(0, Float32Array.of(1, Number.NaN, 1), new Float32Array(3));
    expect(series.smoothedLosses[2]).toBeCloseTo(1, 5);
  });
});

describe('what fits', () => {
  test('half of the device on any backend, and at most 3.5 GiB in WebAssembly', () => {
    expect(whatCannotHold(3.4 * GIB, ['wasm'], 32)).toBeNull();
    expect(whatCannotHold(3.6 * GIB, ['wasm'], 32)).toEqual({ backend: 'wasm', limit: 3.5 * GIB });
    expect(whatCannotHold(1.1 * GIB, ['wasm'], 2)).toEqual({ backend: 'wasm', limit: GIB });
  });

  test('the roomiest of several backends decides', () => {
    expect(whatCannotHold(5 * GIB, ['wasm', 'webgl'], 16)).toBeNull();
  });

  test('an imitated graphics card is passed over', () => {
    expect(usableBackends(backends)).toEqual(['wasm', 'cpu']);
  });
});

describe('the learning rate to try after a divergence', () => {
  test.each([
    ['adam', 0.01, 0.001],
    ['adam', 100, 0.001],
    ['sgd', 0.05, 0.005],
    ['sgd', 1e6, 0.01],
    ['adam', 0.0004, 0.00004],
  ] as const)('%s at %d: %d', (name, learningRate, expected) => {
    const tried = { ...settings, optimizer: { ...settings.optimizer, name, learningRate } };
    expect(gentlerLearningRate(tried)).toBe(expected);
  });
});

describe('whether two designs are the same network', () => {
  const one: Document = {
    ...design,
    nodes: { a: { id: 'a', type: 'dense', params: { units: 10 }, position: { x: 0, y: 0 } } },
    edges: { e: { id: 'e', source: 'a', target: 'b', slot: 0 } },
  };
  const withNode = (change: object): Document => ({ ...one, nodes: { a: { ...one.nodes['a'], ...change } as never } });

  test('moving and renaming layers, and other training settings, keep it', () => {
    expect(sameNetwork(one, withNode({ position: { x: 5, y: 5 }, title: 'Last' }))).toBe(true);
    expect(sameNetwork(one, { ...one, name: 'Other', training: { ...settings, epochs: 9 } })).toBe(true);
  });

  test('another parameter, layer or edge changes it', () => {
    expect(sameNetwork(one, withNode({ params: { units: 11 } }))).toBe(false);
    expect(sameNetwork(one, { ...one, nodes: {} })).toBe(false);
    expect(sameNetwork(one, { ...one, edges: {} })).toBe(false);
    expect(sameNetwork(one, { ...one, edges: { e: { id: 'e', source: 'a', target: 'b', slot: 1 } } })).toBe(false);
  });
});
