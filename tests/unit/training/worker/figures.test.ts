import type { ModelPlan } from '@/lib/compile/plan';
import { confusionMatrix } from '@/lib/training/worker/evaluate';
import { nodeNamedIn, toFailure, WorkerFailure } from '@/lib/training/worker/failure';
import { whyItCannotFit } from '@/lib/training/worker/fit';
import { candidates, isSoftwareRenderer } from '@/lib/training/worker/probe';
import { createSpeed } from '@/lib/training/worker/speed';

function plan(changes: Partial<ModelPlan> = {}): ModelPlan {
  const layer = (name: string): ModelPlan['layers'][number] => ({
    name,
    node: name.replace('_pad', ''),
    callee: 'Conv2D',
    args: {},
    inputs: [],
    outputShape: [28, 28, 1],
    weights: [],
  });
  return {
    name: 'plan',
    layers: [layer('conv1_pad'), layer('conv1'), layer('conv12')],
    inputs: [],
    outputs: [],
    inputShape: [28, 28, 1],
    outputShape: [10],
    params: 0,
    endsInSoftmax: true,
    trainingBytes: 2 ** 20,
    ...changes,
  };
}

describe('the confusion matrix', () => {
  it('counts truth in rows and predictions in columns', () => {
    const labels = Uint16Array.of(0, 0, 1, 2, 2);
    const predicted = Uint16Array.of(0, 1, 1, 2, 0);
    expect(confusionMatrix(labels, predicted, 3)).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [1, 0, 1],
    ]);
  });
});

describe('the speed of a run', () => {
  it('knows nothing before the first measurement', () => {
    expect(createSpeed().examplesPerSecond).toBe(0);
    expect(createSpeed().secondsLeft(100, 0)).toBe(0);
  });

  it('tells the time left from examples per second, a validation example as a third', () => {
    const speed = createSpeed();
    speed.add(500, 1);
    expect(speed.examplesPerSecond).toBeCloseTo(500);
    expect(speed.secondsLeft(1000, 0)).toBeCloseTo(2);
    expect(speed.secondsLeft(1000, 1500)).toBeCloseTo(3);
  });

  it('follows a change gradually', () => {
    const speed = createSpeed();
    speed.add(100, 1);
    speed.add(100, 2);
    expect(speed.examplesPerSecond).toBeGreaterThan(50);
    expect(speed.examplesPerSecond).toBeLessThan(100);
  });
});

describe('whether a run fits', () => {
  const gib = 2 ** 30;

  it.each([
    ['half of the memory that the browser tells', 8, 'cpu', 3.9, true],
    ['not more than half', 8, 'cpu', 4.1, false],
    ['on wasm not more than its addresses reach', 32, 'wasm', 3.6, false],
    ['two gibibytes where the browser does not tell', null, 'wasm', 1.9, true],
    ['no more there', null, 'wasm', 2.1, false],
  ] as const)('%s', (_, gibibytes, backend, needed, fits) => {
    const device = { gibibytes, maxTextureSize: null };
    const reason = whyItCannotFit({ plan: plan({ trainingBytes: needed * gib }), batchSize: 64, backend, device });
    expect(reason === null).toBe(fits);
  });

  it('refuses a tensor that no texture can hold, by name', () => {
    const device = { gibibytes: 64, maxTextureSize: 64 };
    const options = { plan: plan(), backend: 'webgl', device } as const;
    expect(whyItCannotFit({ ...options, batchSize: 20 })).toBeNull();
    expect(whyItCannotFit({ ...options, batchSize: 21 })).toContain('conv1_pad holds 16464 numbers');
  });
});

describe('the renderer', () => {
  it.each([
    'Google SwiftShader',
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)',
    'llvmpipe (LLVM 15.0.7, 256 bits)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  ])('%s is the processor', (name) => expect(isSoftwareRenderer(name)).toBe(true));

  it.each([
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'Apple M2',
    'Mesa Intel(R) UHD Graphics 620 (KBL GT2)',
    'ANGLE (AMD, AMD Radeon RX 6600 (navi23), OpenGL 4.6)',
  ])('%s is a graphics card', (name) => expect(isSoftwareRenderer(name)).toBe(false));

  it('is measured only when it is real, and plain code only when there is nothing else', () => {
    const report = (name: 'webgl' | 'wasm' | 'cpu', available: boolean, software = false) =>
      ({ name, available, software, detail: '', msPerBatch: null }) as const;
    expect(candidates([report('webgl', true), report('wasm', true), report('cpu', true)])).toEqual(['webgl', 'wasm']);
    expect(candidates([report('webgl', true, true), report('wasm', true), report('cpu', true)])).toEqual(['wasm']);
    expect(candidates([report('webgl', true, true), report('wasm', false), report('cpu', true)])).toEqual(['webgl']);
    expect(candidates([report('webgl', false), report('wasm', false), report('cpu', true)])).toEqual(['cpu']);
  });
});

describe('a failure', () => {
  it('names the node of the layer in the message, as a whole word, the longest first', () => {
    expect(nodeNamedIn('Input 0 is incompatible with layer conv1: ndim', plan())).toBe('conv1');
    expect(nodeNamedIn('layer conv1_pad got 3 inputs', plan())).toBe('conv1');
    expect(nodeNamedIn('layer conv12/kernel', plan())).toBe('conv12');
    expect(nodeNamedIn('layer conv123', plan())).toBeNull();
  });

  it('keeps its own code, knows want of memory by its words, and is internal otherwise', () => {
    const own = new WorkerFailure('training/busy', 'detail', 'n');
    expect(toFailure(own, null)).toEqual({ code: 'training/busy', detail: 'detail', node: 'n' });
    expect(toFailure(new RangeError('Array buffer allocation failed'), null).code).toBe('training/out-of-memory');
    expect(toFailure(new Error('something else'), null).code).toBe('training/internal');
    expect(toFailure('text', null)).toEqual({ code: 'training/internal', detail: 'text', node: null });
  });
});
