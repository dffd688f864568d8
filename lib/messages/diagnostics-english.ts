import { INPUT_TARGET, type LossName } from '@/lib/core/learning';
import type { ParamPart } from '@/lib/core/problem';
import { formatShape, type Shape } from '@/lib/core/tensor-type';
import type { DiagnosticMessages } from '@/lib/messages/diagnostics';
import { designEnglish } from '@/lib/messages/diagnostics-design-english';
import { formatCount } from '@/lib/messages/figures';
import { rewriteNames } from '@/lib/messages/rewrite-names';

const SIDES = { height: 'tall', width: 'wide', length: 'long' } as const;
const RANKS = ['a single number', 'a vector', 'a matrix', 'an image (height × width × channels)'] as const;

/** Those that a mend chooses. */
const LOSSES: Partial<Record<LossName, string>> = {
  'binary-cross-entropy': 'binary cross-entropy',
  'mean-squared-error': 'mean squared error',
};

function targetName(target: string): string {
  return target === INPUT_TARGET ? 'the network’s input' : `“${target}”`;
}

export const diagnosticsEnglish: DiagnosticMessages = {
  problems: {
    'shape/window-too-large': ({ axis, window, input, padding }) =>
      `The window is ${window} ${SIDES[axis]}, but the input only ${input}${padding ? ` with ${padding} of padding` : ''}; use a smaller window or padding “same”.`,
    'shape/rank-unsupported': ({ expected, got }) =>
      `Only ${either(expected.map(rankName))} is possible here, not ${shapeName(got)}; move the layer to where its kind of data flows, or remove it.`,
    'shape/needs-vector': ({ got }) =>
      `The input is ${shapeName(got)}, but the layer takes a vector; put a Flatten layer before it.`,
    'shape/add-unequal': ({ shapes }) =>
      `The inputs have the shapes ${both(shapes.map(formatShape))}, but only equal shapes can be added; project one to the other’s shape with a 1 × 1 convolution.`,
    'shape/concatenate-unequal': ({ shapes }) =>
      `The inputs have the shapes ${both(shapes.map(formatShape))}, but all sizes except the last must be equal; bring them to the same height and width.`,
    'shape/merge-unequal': ({ shapes }) =>
      `The inputs have the shapes ${both(shapes.map(formatShape))}, but they are combined value by value, so all must be equal; project one to the other’s shape with a 1 × 1 convolution.`,
    'shape/multiply-unequal': ({ shapes }) =>
      `The inputs have the shapes ${both(shapes.map(formatShape))}, but along each axis sizes must be equal or 1 to be multiplied; give the factors one value per channel, or the same shape.`,
    'shape/permute-axes': ({ order, rank }) =>
      `The order ${order.join(', ')} does not name each of the input’s ${rank} axes once; use the numbers 1 to ${rank}.`,
    'shape/reshape-mismatch': ({ from, to, elements }) =>
      `${formatShape(from)} is ${formatCount('en', elements)} numbers, which do not fill ${formatShape(to)}; choose sizes whose product is ${formatCount('en', elements)}, or one of -1 to be worked out.`,
    'shape/slice-outside': ({ start, count: channelCount, channels }) =>
      `Channels ${start} to ${start + channelCount - 1} are asked for, but the input has only ${channels} (0 to ${channels - 1}); start earlier or take fewer.`,
    'shape/attention-unequal': ({ value, key }) =>
      `The value is ${formatShape(value)} and the key ${formatShape(key)}, but each step of one belongs to a step of the other, so their first sizes must be equal; connect sequences of the same length, in the order query, value, key.`,
    'browser/gru-reset-after': () =>
      'TensorFlow.js cannot compute a GRU that resets after the product, so the design can be counted and saved for Keras, but neither this page nor an exported project can train it; switch “Reset after” off to train it here.',
    'layer/unknown-class': ({ className }) =>
      `There is no layer “${className}” here, so its place is kept with the shape the file gives it, but it can neither be computed nor exported; put another layer in its place, or remove it.`,
    'shape/parts-do-not-divide': ({ parts, channels }) =>
      `${count(channels, 'channel', 'channels')} cannot be dealt into ${parts} equal parts; choose a number that divides ${channels}.`,
    'shape/groups-do-not-divide': ({ groups, channels, what }) =>
      what === 'channels'
        ? `${groups} groups do not divide the ${channels} channels evenly; choose a number of groups that does.`
        : `${groups} groups do not divide ${what === 'input' ? `the ${channels} input channels` : `the ${channels} filters`} evenly; choose a number of groups that divides both.`,
    'shape/too-large': ({ elements, most }) =>
      `A tensor of ${formatCount('en', elements)} numbers would arise, but ${formatCount('en', most)} is the most that can be addressed; make the layer or its input smaller.`,
    'param/not-integer': ({ value, part }) => `${partName(part)}${value} is not a whole number; round it.`,
    'param/not-odd': ({ value }) =>
      `The channels in the sum are ${value}, but the window lies around its middle one; take an odd number.`,
    'param/not-a-number': ({ value, part }) => `${partName(part)}“${value}” is not a number; enter one.`,
    'param/out-of-range': ({ value, min, max, part }) =>
      `${partName(part)}${value} is outside ${min} to ${formatCount('en', max)}; choose a number within.`,
    'param/not-text': ({ length, most }) =>
      `A text of at most ${formatCount('en', most)} characters belongs here, ${length === 0 ? 'and this is none' : `not one of ${formatCount('en', length)}`}; enter a shorter one.`,
    'param/unknown-option': ({ value, options }) => `“${value}” is not possible here; choose ${either(options)}.`,
    'param/stride-with-dilation': ({ stride, dilation }) =>
      `A stride of ${stride} and a dilation of ${dilation} cannot be combined; set one of them to 1.`,
    'topology/cycle': ({ layers }) =>
      `The layers ${layers.join(' → ')} lead in a circle, so none can be computed first; remove one of the connections.`,
    'topology/missing-input': () => 'The layer has no input; connect another layer to it, or remove it.',
    'topology/too-few-inputs': ({ got, least }) =>
      `The layer joins at least ${least} inputs but has ${got}; connect another one, or remove the layer.`,
    'topology/extra-input': ({ got, most }) =>
      `The layer takes ${most === 0 ? 'no input' : most === 1 ? 'one input' : `${most} inputs`} but has ${got}; remove a connection, or join them with Add or Concatenate first.`,
    'topology/unreachable': () =>
      'Nothing leads here from the input, so nothing is known of it; connect what stands before it.',
    'topology/no-input-layer': () => 'The design has no Input layer for the data to enter by; add one.',
    'topology/several-inputs': ({ count }) =>
      `The network has ${count} Input layers, but one sample can enter by one only; feed every branch from the same one.`,
    'topology/several-outputs': ({ layers }) =>
      `The network ends in ${layers.length} layers (${layers.join(', ')}), so its output is undecided; join them, keep one, or make them all outputs.`,
    'topology/unused-output': () =>
      'Nothing takes this layer’s output, so it is left out of the network; connect it to something, or remove it.',
    'block/no-output': ({ block }) =>
      `The block “${block}” has no output; open it and add a layer, or make one of its layers the output.`,
    'block/repeat-needs-one-input': ({ inputs, repeat }) =>
      `Run ${repeat} times in a row, a block gets what the run before gives, but this one has ${inputs} inputs; run it once, or use it several times by itself.`,
    'block/too-many-layers': ({ most }) =>
      `The blocks stand for more than ${formatCount('en', most)} layers together; repeat or nest them less.`,
    'task/input-shape': ({ expected, got, dataset }) =>
      `The input is ${formatShape(got)}, but a sample of ${dataset} is ${formatShape(expected)}; set the data set’s shape.`,
    'task/output-units': ({ expected, got, dataset }) =>
      `The network gives ${count(got, 'value', 'values')}, but ${dataset} has ${count(expected, 'class', 'classes')}; let the last layer with units have ${expected}.`,
    'task/output-not-vector': ({ got, dataset }) =>
      `The network ends in ${shapeName(got)}, but ${dataset} wants one value per class; end it in a Dense layer.`,
    'task/several-outputs': ({ count, dataset }) =>
      `The network gives ${count} outputs, but ${dataset} has nothing of this one’s shape to train it on; keep one output, or choose no data set to design and export without training.`,
    'task/output-shape': ({ expected, got, target }) =>
      `The output is ${formatShape(got)}, but it is trained on ${targetName(target)}, which is ${formatShape(expected)}; end in that shape, or choose another target.`,
    'task/unknown-target': ({ target, dataset }) =>
      `The output is to learn “${target}”, but ${dataset} has no such target; choose another one.`,
    'task/loss-target': ({ areLabels, target }) =>
      areLabels
        ? `The loss compares classes of which one is right, but ${targetName(target)} has labels of which several may hold; choose binary cross-entropy.`
        : `The loss is meant for classes or labels, but ${targetName(target)} is made of numbers; choose a distance such as mean squared error.`,
    'task/hinge-with-mixup': () =>
      'Hinge wants one right class a picture, but mixup gives it two; choose cross-entropy, which takes both, or leave mixup out.',
    'task/softmax-in-middle': () =>
      'Softmax in the middle squeezes what follows into small numbers and slows learning; remove it, or use ReLU instead.',
    'task/no-softmax': () =>
      'The network does not end in probabilities, which the cross-entropy loss compares; add Softmax at the end.',
    ...designEnglish,
  },
  fixes: {
    insert: ({ type }, words) => `Insert ${words.layer(type)}`,
    'set-param': ({ type, param, value }, words) => `Set ${words.field(type, param).toLowerCase()} to ${value}`,
    'set-target': ({ target }) => `Train it on ${targetName(target)}`,
    'leave-out-mixup': () => 'Leave mixup out',
    'set-loss': ({ loss }) => `Choose ${LOSSES[loss] ?? loss}`,
    'remove-layer': () => 'Remove the layer',
    'remove-branch': ({ layers }) => `Remove the branch (${layers} layers)`,
    'remove-edge': () => 'Remove the connection',
    connect: ({ from }) => `Connect it to ${from}`,
    'keep-output': ({ layer }) => `Keep only the way to ${layer}`,
    project: ({ filters }) => `Insert a 1 × 1 projection (${filters} filters)`,
    'all-outputs': ({ count }) => `Make all ${count} outputs`,
    'add-output': () => 'Make it an output too',
    'join-inputs': () => 'Use one Input for all',
    'add-input': () => 'Add an Input layer',
    'replace-all': ({ count, type }, words) =>
      count === 1 ? `Use ${words.layer(type)} instead` : `Use ${words.layer(type)} in all ${count} places`,
    'move-behind': ({ layer }) => `Move it behind ${layer}`,
    'drop-biases': ({ count }) => (count === 1 ? 'Leave out the bias' : `Leave out ${count} biases`),
    'shrink-kernels': ({ count }) => (count === 1 ? 'Make the kernel 1 × 1' : `Make ${count} kernels 1 × 1`),
    rewrite: ({ rewrite }) => `${rewriteNames.en[rewrite]}…`,
    'run-once': () => 'Run the block once',
  },
};

function rankName(rank: number): string {
  return RANKS[rank] ?? `a tensor of ${rank} axes`;
}

function shapeName(shape: Shape): string {
  if (shape.length === 1) return `a vector of ${shape[0] ?? 0}`;
  return shape.length === 3
    ? `an image of ${formatShape(shape)}`
    : `${rankName(shape.length)} of ${formatShape(shape)}`;
}

function partName(part: ParamPart | undefined): string {
  if (part === undefined) return '';
  const name = typeof part === 'number' ? `size ${part + 1}` : part;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: `;
}

function count(number: number, one: string, many: string): string {
  return `${formatCount('en', number)} ${number === 1 ? one : many}`;
}

function either(words: readonly string[]): string {
  return join(words, 'or');
}

function both(words: readonly string[]): string {
  return join(words, 'and');
}

function join(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
