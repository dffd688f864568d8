import fc from 'fast-check';
import { analyze } from '@/lib/analysis/analyze';
import { applyCommand } from '@/lib/document/apply-command';
import type { Command } from '@/lib/document/command';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';
import { addedNodes } from '@/lib/document/graph';
import type { Params } from '@/lib/layers/fields';
import { nextNodeId } from '@/lib/document/next-id';

interface Step {
  readonly type: string;
  readonly params: Params;
  /** Which of the layers so far it takes; a merge takes the second one too. */
  readonly from: number;
  readonly other: number;
}

const pair = (max: number) => fc.tuple(fc.integer({ min: 1, max }), fc.integer({ min: 1, max }));
const borders = fc.record({ top: fc.nat(2), bottom: fc.nat(2), left: fc.nat(2), right: fc.nat(2) });

const PARAMS: Readonly<Record<string, fc.Arbitrary<Params>>> = {
  conv2d: fc.record({
    filters: fc.constantFrom(1, 2, 4, 6),
    kernelSize: pair(3),
    strides: pair(2),
    padding: fc.oneof(fc.constantFrom('valid', 'same'), borders),
    dilation: fc.oneof(fc.constant([1, 1] as const), pair(2)),
    groups: fc.constantFrom(1, 1, 2),
    useBias: fc.boolean(),
    kernelInitializer: fc.constantFrom('glorotUniform', 'heNormal'),
  }),
  max_pool2d: fc.record({ poolSize: pair(3), strides: pair(3), padding: fc.constantFrom('valid', 'same') }),
  avg_pool2d: fc.record({ poolSize: pair(3), strides: pair(3), padding: fc.constantFrom('valid', 'same') }),
  dense: fc.record({ units: fc.integer({ min: 1, max: 9 }), useBias: fc.boolean() }),
  batch_norm: fc.record({ center: fc.boolean(), scale: fc.boolean() }),
  prelu: fc.record({ sharing: fc.constantFrom('channel', 'value', 'all') }),
  elu: fc.record({ alpha: fc.constantFrom(1, 0.7) }),
  gelu: fc.record({ form: fc.constantFrom('exact', 'tanh') }),
  hard_sigmoid: fc.record({ slope: fc.constantFrom('sixth', 'fifth') }),
  layer_norm: fc.record({ center: fc.boolean(), scale: fc.boolean() }),
  group_norm: fc.record({ groups: fc.constantFrom(1, 2), center: fc.boolean(), scale: fc.boolean() }),
  local_response_norm: fc.record({ size: fc.constantFrom(3, 5), alphaConvention: fc.constantFrom('sum', 'mean') }),
  rescaling: fc.record({ scale: fc.constantFrom(2, 1 / 255), offset: fc.constantFrom(0, -1) }),
  spatial_dropout2d: fc.record({ rate: fc.constantFrom(0.25, 0.5) }),
  gaussian_noise: fc.record({ stddev: fc.constantFrom(0.1, 0.5) }),
  dropout: fc.record({ rate: fc.constantFrom(0, 0.25, 0.5) }),
  ...Object.fromEntries(
    [
      'relu',
      'relu6',
      'selu',
      'silu',
      'hard_swish',
      'softplus',
      'mish',
      'leaky_relu',
      'sigmoid',
      'tanh',
      'softmax',
      'flatten',
      'global_avg_pool2d',
      'add',
      'concatenate',
    ].map((type) => [type, fc.constant({})]),
  ),
};

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.constantFrom(...Object.keys(PARAMS)).chain((type) =>
    fc.record({
      type: fc.constant(type),
      params: PARAMS[type] ?? fc.constant({}),
      from: fc.nat(50),
      other: fc.nat(50),
    }),
  ),
  { minLength: 2, maxLength: 14 },
);

/** Small networks without errors: branches, merges, every layer type and odd parameters. */
export const randomNetwork: fc.Arbitrary<Document> = steps.map((list) => {
  const start = applyCommand(createDocument('random'), {
    kind: 'add-layer',
    type: 'input',
    params: { shape: [7, 8, 2] },
  });
  const { document } = list.reduce(grow, { document: start, layers: Object.keys(start.nodes) });
  return document;
});

interface Growth {
  readonly document: Document;
  readonly layers: readonly string[];
}

/** Adds the step's layer where it makes no error, mostly behind the newest layers; otherwise it is left out. */
function grow({ document, layers }: Growth, { type, params, from, other }: Step): Growth {
  const source = layers.at(-1 - (from % Math.min(layers.length, 3)));
  const second = layers[other % layers.length];
  if (source === undefined || second === undefined) return { document, layers };
  const target = nextNodeId(document, type);
  const isMerge = type === 'add' || type === 'concatenate';
  const commands: readonly Command[] = [
    { kind: 'add-layer', type, params },
    { kind: 'connect', source, target },
    ...(isMerge ? [{ kind: 'connect', source: second, target } as const] : []),
  ];
  const grown = commands.reduce(applyCommand, document);
  const isSound = analyze(grown, null).diagnostics.every(
    ({ severity, code }) => severity !== 'error' || code === 'topology/several-outputs',
  );
  return isSound ? { document: grown, layers: [...layers, ...addedNodes(document, grown)] } : { document, layers };
}
