import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, withoutDataset, type Builder, type Link } from '@/lib/document/templates/build-chain';
import { convolutionRelu } from '@/lib/document/templates/units';

/** Iandola et al. 2016, table 1, fire2/3, fire4/5, fire6/7 and fire8/9: filters that squeeze, and of each kind that expands. */
const FIRES = [
  [16, 64],
  [32, 128],
  [48, 192],
  [64, 256],
] as const;

/**
 * Iandola et al., "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters", 2016, as in torchvision: 1.0 with 1,248,424
 * parameters; 1.1, which the authors published later, with 1,235,496 and 2.3 times fewer products. Every fire module stands
 * twice; version 1.0 pools between the two of the second and the fourth kind.
 */
export function buildSqueezenet(version: '1.0' | '1.1'): Document {
  const builder = createBuilder(`SqueezeNet ${version}`);
  const input = builder.add('input', { shape: [224, 224, 3] });
  const [second, fourth, sixth, eighth] = FIRES.map(([squeeze, expand], index) => {
    return addFire(builder, `Fire ${2 * index + 2}, ${2 * index + 3}`, { squeeze, expand });
  });
  if (!second || !fourth || !sixth || !eighth) throw new Error('there are four kinds of fire modules');
  let end = input;
  const chain = (links: readonly Link[]) => (end = addChain(builder, links, end));
  const use = (block: string, repeat = 1) => (end = builder.use(block, { repeat }, end));
  if (version === '1.0') {
    chain([['conv2d', { filters: 96, kernelSize: [7, 7], strides: [2, 2] }], ['relu'], POOL]);
    use(second, 2);
    use(fourth);
    chain([POOL]);
    use(fourth);
    use(sixth, 2);
    use(eighth);
    chain([POOL]);
    use(eighth);
  } else {
    chain([['conv2d', { filters: 64, kernelSize: [3, 3], strides: [2, 2] }], ['relu'], POOL]);
    use(second, 2);
    chain([POOL]);
    use(fourth, 2);
    chain([POOL]);
    use(sixth, 2);
    use(eighth, 2);
  }
  chain([['dropout', { rate: 0.5 }], ...convolutionRelu(1000, 1), ['global_avg_pool2d'], ['softmax']]);
  return withoutDataset(builder.build());
}

function addFire(builder: Builder, name: string, { squeeze, expand }: { squeeze: number; expand: number }): string {
  return builder.block(name, (inside, input) => {
    const squeezed = addChain(inside, convolutionRelu(squeeze, 1), input);
    const ways = [1, 3].map((kernel) => addChain(inside, convolutionRelu(expand, kernel), squeezed));
    return inside.add('concatenate', {}, ...ways);
  });
}

const POOL: Link = ['max_pool2d', { poolSize: [3, 3], rounding: 'ceil' }];
