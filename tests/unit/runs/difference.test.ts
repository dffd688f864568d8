import { runDifferenceMessages } from '@/lib/messages/run-difference';
import { buildChain, type Link } from '@/lib/document/templates/build-chain';
import type { Document } from '@/lib/document/document';
import { DEFAULT_TRAINING, type TrainingSettings } from '@/lib/document/training-settings';
import { differences, traitsOf } from '@/lib/runs/difference/difference';
import { differenceText } from '@/lib/runs/difference/difference-text';
import { labelRuns, signatureOf } from '@/lib/runs/difference/run-labels';
import { settingEntries } from '@/lib/runs/difference/setting-path';

const WORDING = { words: runDifferenceMessages.en, locale: 'en' } as const;

interface Made {
  readonly activation?: string;
  readonly hasPooling?: boolean;
  readonly hasConvolutions?: boolean;
  readonly settings?: Partial<TrainingSettings>;
}

/** The lecture's network: two convolutions with pooling, two dense layers. */
function lecture({ activation = 'sigmoid', hasPooling = true, hasConvolutions = true, settings }: Made = {}): Document {
  const act = [activation] as unknown as Link;
  const stage = (filters: number): readonly Link[] => [
    ...(hasConvolutions ? ([['conv2d', { filters, kernelSize: [5, 5], padding: 'same' }], act] as const) : []),
    ...(hasPooling ? ([['max_pool2d']] as const) : []),
  ];
  const made = buildChain('Lecture', [
    ['input', { shape: [28, 28, 1] }],
    ...stage(6),
    ...stage(16),
    ['flatten'],
    ['dense', { units: 120 }],
    act,
    ['dense', { units: 10 }],
    ['softmax'],
  ]);
  return { ...made, training: { ...made.training, ...settings } };
}

function texts(base: Document, other: Document): readonly string[] {
  const [a, b] = [traits(base), traits(other)];
  return differences(a, b).map((difference) => differenceText(difference, WORDING));
}

const traits = (document: Document) => traitsOf({ key: 'x', document, data: 'MNIST' });

describe('what differs between two runs', () => {
  it('names an activation that stands in place of another once, with how often', () => {
    expect(texts(lecture(), lecture({ activation: 'relu' }))).toEqual(['Sigmoid → ReLU (3×)']);
  });

  it('names a family of layers that is gone as a whole', () => {
    expect(texts(lecture(), lecture({ hasPooling: false }))).toEqual(['−pooling']);
  });

  it('tells removed convolutions first, and the activations that go with them behind', () => {
    expect(texts(lecture(), lecture({ hasConvolutions: false }))).toEqual(['−convolution', '−Sigmoid (2×)']);
  });

  it('sees a stack of small kernels in place of a large one', () => {
    const head: readonly Link[] = [['flatten'], ['dense', { units: 10 }], ['softmax']];
    const large = buildChain('a', [
      ['input', { shape: [28, 28, 1] }],
      ['conv2d', { filters: 8, kernelSize: [5, 5], padding: 'same' }],
      ['relu'],
      ...head,
    ]);
    const small = buildChain('a', [
      ['input', { shape: [28, 28, 1] }],
      ['conv2d', { filters: 8, kernelSize: [3, 3], padding: 'same' }],
      ['relu'],
      ['conv2d', { filters: 8, kernelSize: [3, 3], padding: 'same' }],
      ['relu'],
      ...head,
    ]);
    expect(texts(large, small)).toEqual(['5 × 5 → 2 × (3 × 3)']);
  });

  it('sees a stack by what the layer says of its window, whatever the parameter is called and however many axes it has', () => {
    const along = (kernels: readonly number[]): Document =>
      buildChain('a', [
        ['input', { shape: [28, 4] }],
        ...kernels.map((kernelSize): Link => ['conv1d', { filters: 8, kernelSize, padding: 'same' }]),
        ['flatten'],
        ['dense', { units: 10 }],
        ['softmax'],
      ]);
    expect(texts(along([5]), along([3, 3]))).toEqual(['5 → 2 × (3)']);
    // The size of a grid that comes out is no window.
    const grids = (sizes: readonly number[]): Document =>
      buildChain('a', [
        ['input', { shape: [28, 28, 1] }],
        ...sizes.map((side): Link => ['adaptive_avg_pool2d', { outputSize: [side, side] }]),
        ['flatten'],
        ['dense', { units: 10 }],
        ['softmax'],
      ]);
    expect(texts(grids([7]), grids([4, 4])).join()).not.toContain('2 × (4 × 4)');
  });

  it('tells settings in use, not the constants of another optimizer', () => {
    const sgd = { ...DEFAULT_TRAINING.optimizer, name: 'sgd', learningRate: 0.1, beta1: 0.5, momentum: 0.1 } as const;
    const other = lecture({ settings: { optimizer: sgd, dataShare: 0.5, seed: 3 } });
    expect(texts(lecture(), other)).toEqual([
      'data share 1 → 0.5',
      'Adam → SGD',
      'learning rate 0.001 → 0.1',
      'seed 1 → 3',
    ]);
  });

  it('leaves values of what is switched off in both out, and tells a switch by a sign', () => {
    const off = { ...DEFAULT_TRAINING.augmentation, rotate: 45 };
    expect(texts(lecture(), lecture({ settings: { augmentation: off } }))).toEqual([]);
    const on = { ...off, isOn: true };
    expect(texts(lecture(), lecture({ settings: { augmentation: on } }))).toEqual(['+augmentation']);
  });

  it('has words for every setting in both languages', () => {
    const paths = settingEntries(DEFAULT_TRAINING).map(([path]) => path);
    for (const words of Object.values(runDifferenceMessages)) {
      expect(Object.keys(words.settings).sort()).toEqual([...paths].sort());
    }
  });
});

describe('labels of runs', () => {
  const label = (documents: readonly Document[]) => {
    const runs = documents.map((document, index) => ({
      id: `r${index}`,
      name: `Run ${index}`,
      traits: traits(document),
    }));
    return [...labelRuns(runs, 'r0', WORDING).values()].map(({ short }) => short);
  };

  it('say of the baseline what the others change, and of the others the change', () => {
    const documents = [lecture(), lecture({ activation: 'relu' }), lecture({ hasPooling: false })];
    expect(label(documents)).toEqual(['baseline: Sigmoid', 'Sigmoid → ReLU (3×)', '−pooling']);
  });

  it('add the seed where several runs are alike but for it', () => {
    const documents = [lecture(), lecture({ settings: { seed: 2 } }), lecture({ activation: 'relu' })];
    expect(label(documents)).toEqual([
      'baseline: Sigmoid · seed 1',
      'baseline: Sigmoid · seed 2',
      'Sigmoid → ReLU (3×)',
    ]);
  });

  it('use the names of runs that are exactly alike', () => {
    expect(label([lecture(), lecture()])).toEqual(['baseline · seed 1 · Run 0', 'baseline · seed 1 · Run 1']);
  });

  it('tell runs of one signature to differ by the seed only', () => {
    expect(signatureOf(traits(lecture()))).toBe(signatureOf(traits(lecture({ settings: { seed: 9 } }))));
    expect(signatureOf(traits(lecture()))).not.toBe(signatureOf(traits(lecture({ settings: { epochs: 9 } }))));
  });
});
