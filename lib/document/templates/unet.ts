import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, withoutDataset, type Builder, type Link } from '@/lib/document/templates/build-chain';

const WIDTHS = [64, 128, 256, 512] as const;
/** Rows and columns that the unpadded convolutions below leave too many, on each side: 64 − 56 = 2 · 4, and so on. */
const CROPS = [88, 40, 16, 4] as const;

/**
 * Ronneberger, Fischer & Brox, "U-Net: Convolutional Networks for Biomedical Image Segmentation", MICCAI 2015, figure 1: 572 ×
 * 572 in, 388 × 388 out, no padding, so that every output pixel has seen real pixels only. 31,030,658 parameters, by the sum of
 * its 23 convolutions with their biases (the paper gives none). Dropout at the end of the way down, as section 3.1 says. The
 * pairs of convolutions on the way down are alike those on the way up.
 */
export function buildUnet(): Document {
  const builder = createBuilder('U-Net');
  let end = builder.add('input', { shape: [572, 572, 1] });
  const pairs = WIDTHS.map((width) =>
    builder.block(`Two convolutions ${width}`, (inside, input) => addChain(inside, double(width), input)),
  );
  const kept = pairs.map((pair, level) => {
    const maps = builder.use(pair, {}, end);
    const side = level === WIDTHS.length - 1 ? addChain(builder, [DROPOUT], maps) : maps;
    end = builder.add('max_pool2d', {}, side);
    return side;
  });
  end = addChain(builder, [...double(1024), DROPOUT], end);
  for (let level = WIDTHS.length - 1; level >= 0; level -= 1) {
    const [width, crop, side, pair] = [WIDTHS[level], CROPS[level], kept[level], pairs[level]];
    if (width === undefined || crop === undefined || side === undefined || pair === undefined) continue;
    end = builder.use(pair, {}, addUp(builder, { width, crop, side }, end));
  }
  addChain(builder, [['conv2d', { filters: 2, kernelSize: [1, 1] }], ['softmax']], end);
  return withoutDataset(builder.build());
}

const DROPOUT: Link = ['dropout', { rate: 0.5 }];

function double(filters: number): readonly Link[] {
  const pair: readonly Link[] = [['conv2d', { filters, kernelInitializer: 'heNormal' }], ['relu']];
  return [...pair, ...pair];
}

interface Step {
  readonly width: number;
  readonly crop: number;
  /** The maps of the way down that are joined here. */
  readonly side: NodeId;
}

/** As in the authors' network, the up-convolution has an activation too. */
function addUp(builder: Builder, { width, crop, side }: Step, from: NodeId): NodeId {
  const sides = { top: crop, bottom: crop, left: crop, right: crop };
  const cropped = builder.add('cropping2d', sides, side);
  const up = addChain(
    builder,
    [['conv2d_transpose', { filters: width, kernelSize: [2, 2], kernelInitializer: 'heNormal' }], ['relu']],
    from,
  );
  return builder.add('concatenate', {}, cropped, up);
}
