import { plural } from '@/lib/messages/plural';
import type { TrainingSettingsMessages } from '@/lib/messages/training-settings';

export const trainingSettingsEnglish: TrainingSettingsMessages = {
  groups: {
    augmentation: 'Augmentation',
    run: 'Epochs and batches',
    loss: 'Loss',
    optimizer: 'Optimizer',
    schedule: 'Learning-rate schedule',
    gradients: 'Gradients',
    stopping: 'Early stopping',
  },
  standard: 'default',
  backTo: (value) => `back to ${value}`,
  backToOf: (field, value) => `${field}: back to the default ${value}`,
  backToDefaults: 'Back to the defaults',
  backToDefaultsOf: (group) => `${group}: all back to the defaults`,
  changed: 'changed from the defaults',
  fields: {
    optimizer: {
      weightDecay: {
        label: 'Weight decay',
        hint: 'Pulls weights towards 0: this times the weight is added to its gradient (L2).',
      },
    },
    loss: {
      labelSmoothing: {
        label: 'Label smoothing',
        hint: 'This share of the target is spread over all classes, so that the network is not taught to be certain.',
      },
      huberDelta: { label: 'Huber’s δ', hint: 'Errors up to this count squared, larger ones linearly.' },
    },
    schedule: {
      warmup: { label: 'Warm-up', hint: 'Epochs over which the rate grows to its value in a straight line; 0: none.' },
      factor: { label: 'Factor', hint: 'What the rate is multiplied by: at each step, or in every epoch.' },
      every: { label: 'Every', hint: 'Epochs from one step to the next.' },
      patience: { label: 'Patience', hint: 'Epochs without a better validation loss before the rate falls.' },
      floor: { label: 'Floor', hint: 'The rate never falls below this share of its value.' },
    },
    gradients: {
      clipAt: { label: 'Clip at', hint: 'The largest norm, or the largest number, that is let through.' },
      accumulate: {
        label: 'Batches per step',
        hint: 'Their gradients are averaged before each step: a larger batch without more memory.',
      },
      doubleEvery: {
        label: 'Double every',
        hint: 'Epochs after which the batches per step double, again and again, in place of a falling rate; 0: never.',
      },
    },
    earlyStopping: {
      patience: { label: 'Patience', hint: 'Epochs without an improvement before training ends.' },
      minDelta: { label: 'Least gain', hint: 'A smaller improvement than this does not count.' },
    },
  },
  decoupledDecay: 'Each step also shrinks the weight by the rate times this, apart from the gradient (decoupled).',
  optimizerHints: {
    sgd: 'A step against the gradient, as long as the learning rate says.',
    momentum: 'Steps gather speed where the gradient keeps its direction (Polyak 1964).',
    nesterov: 'Momentum that looks ahead before it corrects itself (Nesterov 1983).',
    rmsprop: 'Each weight’s step is divided by the recent size of its gradient (Hinton 2012).',
    adagrad: 'Divided by the root of all squared gradients so far: steps only ever get smaller (Duchi et al. 2011).',
    adadelta: 'Scales steps by those before; its usual learning rate is 1 (Zeiler 2012).',
    adam: 'Momentum and RMSProp together, corrected for their start (Kingma & Ba 2015).',
    adamw: 'Adam with weight decay apart from the gradient (Loshchilov & Hutter 2019).',
    adamax: 'Adam with the largest instead of the mean gradient size (Kingma & Ba 2015).',
    lion: 'Only the sign of the momentum counts; wants a rate 3 to 10 times smaller than Adam’s (Chen et al. 2023).',
  },
  normalization: {
    label: 'Normalization',
    hint: 'How the numbers of a sample are scaled.',
    options: { unit: 'From 0 to 1', standard: 'Mean 0, deviation 1' },
    hints: {
      unit: 'Bytes are divided by 255; other numbers stay as they are.',
      standard: 'Per channel, by the mean and deviation of the training data.',
    },
  },
  schedule: {
    label: 'Schedule',
    hint: 'How the learning rate goes over the run.',
    options: {
      constant: 'Constant',
      step: 'In steps',
      exponential: 'Exponential',
      cosine: 'Cosine',
      plateau: 'On plateaus',
    },
    hints: {
      constant: 'The rate stays what it is.',
      step: 'Multiplied by the factor every few epochs.',
      exponential: 'Multiplied by the factor per epoch, batch by batch.',
      cosine: 'Along half a cosine to the floor (Loshchilov & Hutter 2017).',
      plateau: 'Multiplied by the factor when the loss no longer falls.',
    },
  },
  clipping: {
    label: 'Clipping',
    hint: 'Keeps a single steep batch from throwing the weights off.',
    options: { none: 'None', norm: 'By norm', value: 'By value' },
    hints: {
      none: 'Gradients are taken as they are.',
      norm: 'All gradients together are scaled down when their norm is larger (Pascanu et al. 2013).',
      value: 'Every number is cut off on its own, which changes the direction.',
    },
  },
  monitor: {
    label: 'Watched',
    hint: 'What must improve.',
    options: { 'validation-loss': 'Validation loss', 'validation-score': 'Validation score' },
    hints: {
      'validation-loss': 'Smaller is better.',
      'validation-score': 'The accuracy, or the mean error of numbers.',
    },
  },
  classWeights: {
    label: 'Class weights',
    hint: 'How much a sample of each class counts in the loss.',
    options: { equal: 'Equal', balanced: 'Balanced', own: 'One per class' },
    hints: {
      equal: 'Every sample counts the same.',
      balanced: 'Rare classes count more: n / (classes · n of the class).',
      own: 'Factors of your own.',
    },
    ofClass: (name) => `Weight of class ${name}`,
    list: 'Weights of the classes',
  },
  stopEarly: {
    label: 'Stop early',
    hint: 'Ends the run when it no longer gets better, and takes the weights of the best epoch back.',
  },
  noValidation: 'Without validation data the training figures are watched, which rarely stop improving.',
  heads: {
    label: 'Outputs',
    hint: 'Each output learns a target by a loss of its own; the losses are summed with these weights.',
    output: 'Output',
    target: 'Learns',
    loss: 'Loss',
    weight: 'Weight',
    input: 'the input itself',
    targetOf: (output) => `What ${output} learns`,
    lossOf: (output) => `Loss of ${output}`,
    weightOf: (output) => `Weight of the loss of ${output}`,
  },
  effectiveBatch: (batch, times, product) => `Each step averages ${batch} × ${times} = ${product} samples.`,
  growth: (steps) =>
    `Samples per step: ${steps.map(({ epoch, size }, at) => (at === 0 ? size : `${size} from epoch ${epoch}`)).join(', ')}.`,
  curve: {
    title: 'Learning rate over the run',
    summary: (first, highest, last, epochs) =>
      `The first step takes ${first}, the highest rate is ${highest}, the last step of ${plural(epochs, 'epoch')} takes ${last}.`,
    plateau: (patience) =>
      `Drawn for a loss that never improves after the first epoch: a fall every ${plural(patience, 'epoch')}.`,
    epochs: 'epochs',
    epoch: 'Epoch',
    rate: 'Rate at its end',
  },
  short: {
    run: (epochs, batchSize) => `${plural(epochs, 'epoch')} by ${batchSize}`,
    warmup: (name) => `${name}, warm-up`,
    clipped: (at) => `clipped at ${at}`,
    accumulated: (times) => `${times} batches a step`,
    patience: (epochs) => `after ${plural(epochs, 'epoch')}`,
    heads: (count) => `${count} outputs`,
    none: 'as they are',
    off: 'off',
    on: 'on',
  },
  exploreLosses: 'Compare losses…',
  findRate: 'Find a learning rate…',
};
