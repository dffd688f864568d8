import type { Attribution } from '@/lib/training/inspect/protocol';
import { expect, test } from './fixtures';

const METHODS = [
  'gradient',
  'gradient-input',
  'guided-backpropagation',
  'deconvolution',
  'grad-cam',
  'occlusion',
] as const satisfies readonly Attribution[];

test('on wasm the gradient is the slope that small steps measure, and every method gives what plain JavaScript gives', async ({
  harnessPage,
}) => {
  const { slopes, found } = await harnessPage.evaluate(async (methods) => {
    const { harness } = window;
    const input = Float32Array.from({ length: 64 }, (_, at) => ((at * 37) % 64) / 64);
    const request = harness.openRequest(await harness.tinyNetwork(), await harness.dataset());
    const unit = { layer: 'softmax1', channel: 2 };
    const common = { input, unit, cell: null, at: null, through: null, patch: 3, stride: 2, fill: 'grey' as const };
    const found: Record<string, number[][]> = {};
    const slopes: (readonly [number, number])[] = [];
    for (const backend of ['wasm', 'cpu'] as const) {
      const { client } = harness.connectInspect();
      harness.must(await client.call('open', { ...request, backend }));
      for (const method of methods) {
        const reply = harness.must(await client.call('attribute', { ...common, method }));
        if (reply?.kind !== 'values') throw new Error(`${method}: ${JSON.stringify(reply)}`);
        (found[method] ??= []).push([...reply.values]);
      }
      const score = async (values: Float32Array): Promise<number> => {
        const asked = { input: values, layers: ['dense1'], miniatures: [], miniatureSize: 1 };
        return harness.must(await client.call('look', asked)).layers[0]?.values[2] ?? NaN;
      };
      for (const at of [3, 20, 44, 63]) {
        const moved = (by: number) => input.map((value, place) => (place === at ? value + by : value));
        const slope = ((await score(moved(2 ** -11))) - (await score(moved(-(2 ** -11))))) * 2 ** 10;
        slopes.push([found['gradient']?.at(-1)?.[at] ?? NaN, slope]);
      }
      client.dispose();
    }
    return { slopes, found };
  }, METHODS);
  for (const [gradient, slope] of slopes) expect(gradient).toBeCloseTo(slope, 2);
  expect(slopes.some(([gradient]) => Math.abs(gradient) > 0.05)).toBe(true);
  for (const method of METHODS) {
    const [wasm = [], cpu = []] = found[method] ?? [];
    const scale = Math.max(...cpu.map(Math.abs));
    expect(scale, method).toBeGreaterThan(0);
    const apart = Math.max(...cpu.map((value, at) => Math.abs(value - (wasm[at] ?? NaN)))) / scale;
    expect(apart, method).toBeLessThan(1e-4);
  }
});

test('a picture is made for a unit while looks are answered, shows itself on the way, and stops', async ({
  harnessPage,
}) => {
  const run = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client, events } = harness.connectInspect();
    const request = harness.openRequest(await harness.tinyNetwork(), await harness.dataset());
    harness.must(await client.call('open', { ...request, backend: 'wasm' }));
    const settings = {
      ...{ unit: { layer: 'softmax1', channel: 1 }, cell: null, steps: 30, learningRate: 0.05, withinRange: false },
      ...{
        decay: 0.01,
        blurRadius: 0.5,
        blurEvery: 4,
        jitter: 1,
        clipSmallNorm: 10,
        clipSmallContribution: 10,
        seed: 3,
      },
    };
    const made = harness.must(await client.call('excite', settings));
    const look = (input: Float32Array) =>
      client.call('look', { input, layers: ['dense1'], miniatures: [], miniatureSize: 1 });
    const score = harness.must(await look(made?.image ?? new Float32Array(64))).layers[0]?.values[1];
    const first = events.find((event) => event.kind === 'excited');
    const long = client.call('excite', { ...settings, steps: 1e6 });
    const between = harness.must(await look(new Float32Array(64))).layers.length;
    await client.call('stop', { call: 'excite' });
    return { activation: made?.activation, steps: made?.steps, score, first, between, stopped: await long };
  });
  expect(run.steps).toBe(30);
  expect(run.activation).toBeCloseTo(run.score ?? NaN, 3);
  expect(run.first).toMatchObject({ kind: 'excited', step: 0 });
  expect(run.activation).toBeGreaterThan(run.first?.kind === 'excited' ? run.first.activation + 0.1 : Infinity);
  expect(run).toMatchObject({ between: 1, stopped: { ok: true, value: null } });
});
