import type { DesignProblemValues } from '@/lib/core/design-problem';
import { formatShape } from '@/lib/core/tensor-type';
import { formatCount, formatShare } from '@/lib/messages/figures';

/** What the rules that read a whole design say: what is the matter, then the cure. */
export const designEnglish: {
  readonly [C in keyof DesignProblemValues]: (values: Readonly<DesignProblemValues[C]>) => string;
} = {
  'design/empty': () => 'There is nothing here yet; begin with an Input layer, or with a template.',
  'design/linear-stack': ({ first, second, ...together }) =>
    `No activation stands between ${first} and ${second}, so both together compute no more than ${oneLayer(together)}; put an activation between them.`,
  'design/no-activation': ({ first, second }) =>
    `No activation stands between ${first} and ${second}, only pooling; put one behind the convolution.`,
  'design/saturating-stack': ({ count, factor }) =>
    factor < 1
      ? `The gradient passes ${count} saturating activations in a row, whose slopes leave ${factor} of it at most; use ReLU inside the network.`
      : `The gradient passes ${count} saturating activations in a row and shrinks wherever one is near its limits; use ReLU inside the network.`,
  'design/large-kernel': ({ kernel, stack, params, stackParams, macs }) =>
    `${stack} convolutions of 3 × 3 see as much as this one of ${formatShape(kernel)}, with ${formatCount('en', stackParams)} parameters instead of ${formatCount('en', params)} and ${formatCount('en', macs)} fewer MACs, and one more activation between; stack them instead.`,
  'design/heavy-dense': ({ params, total }) =>
    `This layer alone holds ${formatCount('en', params)} of the network’s ${formatCount('en', total)} parameters (${formatShare('en', params / total)}), since it weighs every value of the flattened image; average each channel over its places first.`,
  'design/dropout-before-batch-norm': ({ layer }) =>
    `Dropout changes the variance in training only, but ${layer} keeps the variance it saw then and uses it for ever; move the dropout behind it.`,
  'design/bias-before-batch-norm': ({ count, params }) =>
    `${count === 1 ? 'A bias stands' : `${count} layers with a bias stand`} before batch normalization, which subtracts it again with the mean; leave it out and save ${formatCount('en', params)} parameters.`,
  'design/stride-over-kernel': ({ stride, kernel }) =>
    `The window steps by ${formatShape(stride)} but is only ${formatShape(kernel)}, so rows or columns between are never read; make it as large as its step, or the step smaller.`,
  'design/small-field': ({ field, image }) =>
    `Each value that is averaged here has seen ${formatShape(field)} of ${formatShape(image)} pixels, so no larger object is ever seen as a whole; add layers or pooling before, or widen the last kernels.`,
  'design/whole-field': ({ count, field, image }) =>
    `${count === 1 ? 'This layer' : `Each of ${count} layers`} slides its window over values that have all seen the whole picture already (field ${formatShape(field)}, picture ${formatShape(image)}), so it finds nothing new; use 1 × 1 kernels, or fewer layers.`,
  'design/kernel-over-image': ({ kernel, image }) =>
    `The window reaches over ${formatShape(kernel)} pixels but the image has only ${formatShape(image)}, so most of what it sees is border; use a smaller one.`,
  'design/dropped-edge': ({ rows, columns, image }) =>
    `The windows do not come out even: no window reads ${lines(rows, columns)} of ${formatShape(image)}; use padding “same”, or another size or stride.`,
};

function oneLayer({
  what,
  kernel,
  stride,
  units,
  rank,
}: Omit<DesignProblemValues['design/linear-stack'], 'first' | 'second'>): string {
  if (what === 'convolution' && kernel !== undefined) {
    const steps = stride !== undefined && Math.max(...stride) > 1 ? ` with stride ${formatShape(stride)}` : '';
    return `one convolution of ${formatShape(kernel)}${steps}`;
  }
  if (what === 'dense' && units !== undefined) {
    const least = rank !== undefined && rank < units ? ` whose matrix has rank ${rank} at most` : '';
    return `one Dense layer of ${units} units${least}`;
  }
  return 'a single layer';
}

function lines(rows: number, columns: number): string {
  const parts = [
    ...(rows > 0 ? [rows === 1 ? 'row' : `${rows} rows`] : []),
    ...(columns > 0 ? [columns === 1 ? 'column' : `${columns} columns`] : []),
  ];
  return `the last ${parts.join(' and the last ')}`;
}
