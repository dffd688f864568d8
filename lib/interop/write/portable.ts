import type { JsonObject } from '@/lib/core/json';
import { KERAS_CLASSES } from '@/lib/layers/keras-classes';
import type { PlanLayer } from '@/lib/compile/plan';

/** Whose layers a file is written in. */
export type Dialect = 'keras2' | 'keras3' | 'tfjs';

/** A layer in another tool's words. */
export interface PortableLayer {
  readonly className: string;
  /** In camelCase. */
  readonly args: JsonObject;
  /** The tool has no such class: it must be given ours. */
  readonly isOwn: boolean;
}

interface Words {
  readonly className: string;
  readonly args: JsonObject;
}
type Translate = (args: JsonObject, dialect: Dialect) => Words | null;

const as =
  (className: string, extra: JsonObject = {}): Translate =>
  (args) => ({ className, args: { ...args, ...extra } });

const inKeras =
  (className: string): Translate =>
  (args, dialect) =>
    dialect === 'tfjs' ? null : { className, args };

const inKeras3 =
  (className: string, args: JsonObject): Translate =>
  (_, dialect) =>
    dialect === 'keras3' ? { className, args } : null;

/** TensorFlow.js dilates, but passes over `groups`. */
const convolution =
  (className: string): Translate =>
  (args, dialect) =>
    dialect === 'tfjs' && args.groups !== undefined ? null : { className, args };

/**
 * Our classes in Keras's own words, where it has any: most of ours only mend what TensorFlow.js's class of the same
 * meaning gets wrong in training. What is not here is written under our own name.
 */
const TRANSLATIONS: Readonly<Record<string, Translate>> = {
  GroupedConv2D: convolution('Conv2D'),
  GroupedConv1D: convolution('Conv1D'),
  DilatedDepthwiseConv2D: inKeras('DepthwiseConv2D'),
  DilatedSeparableConv2D: inKeras('SeparableConv2D'),
  SameAveragePooling2D: as('AveragePooling2D', { padding: 'same' }),
  SameAveragePooling1D: as('AveragePooling1D', { padding: 'same' }),
  AdaptiveAveragePooling2D: (args, dialect) =>
    dialect === 'keras3' ? { className: 'AdaptiveAveragePooling2D', args } : null,
  ExactUpSampling2D: (args, dialect) =>
    dialect === 'tfjs' && args.interpolation === 'bilinear' ? null : { className: 'UpSampling2D', args },
  PartialBatchNormalization: as('BatchNormalization'),
  PartialLayerNormalization: as('LayerNormalization'),
  SeededDropout: as('Dropout'),
  SpatialDropout2D: (args, dialect) =>
    dialect === 'tfjs'
      ? { className: 'Dropout', args: { ...args, noiseShape: [null, 1, 1, null] } }
      : { className: 'SpatialDropout2D', args },
  GaussianNoise: as('GaussianNoise'),
  ELU: inKeras('ELU'),
  HardSwish: inKeras3('Activation', { activation: 'hard_silu' }),
  HardSigmoid: inKeras3('Activation', { activation: 'hard_sigmoid' }),
  GroupNormalization: inKeras('GroupNormalization'),
  Subtract: inKeras('Subtract'),
  MultiHeadAttention: inKeras('MultiHeadAttention'),
};

export function portableLayer({ callee, args }: Pick<PlanLayer, 'callee' | 'args'>, dialect: Dialect): PortableLayer {
  const translate = Object.hasOwn(TRANSLATIONS, callee) ? TRANSLATIONS[callee] : undefined;
  const words = translate?.(args, dialect) ?? null;
  if (words !== null) return { ...words, isOwn: false };
  const isOwn = KERAS_CLASSES[callee].custom || isForeignFunction(args, dialect);
  return { className: callee, args, isOwn };
}

/** Keras 3 gives `hard_sigmoid` another slope; TensorFlow.js's spelling says which one is meant. */
function isForeignFunction({ activation }: JsonObject, dialect: Dialect): boolean {
  return dialect === 'keras3' && activation === 'hardSigmoid';
}
