import type { Json, JsonObject } from '@/lib/core/json';
import { camelKeys, entryOf, listOf, lowerCamel, recordOf, textOf } from '@/lib/interop/json-access';
import type { KerasLayer, KerasVersion } from '@/lib/interop/keras/network';

/** Classes whose `activation` is applied to what they give; recurrent layers have theirs inside. */
const FUSED: ReadonlySet<string> = new Set([
  'Conv1D',
  'Conv2D',
  'Conv3D',
  'Conv1DTranspose',
  'Conv2DTranspose',
  'DepthwiseConv1D',
  'DepthwiseConv2D',
  'SeparableConv1D',
  'SeparableConv2D',
  'GroupedConv2D',
  'Dense',
]);

/** The same layer by its other names. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['Convolution1D', 'Conv1D'],
  ['Convolution2D', 'Conv2D'],
  ['Convolution2DTranspose', 'Conv2DTranspose'],
  ['SeparableConvolution2D', 'SeparableConv2D'],
  ['MaxPool1D', 'MaxPooling1D'],
  ['MaxPool2D', 'MaxPooling2D'],
  ['AvgPool1D', 'AveragePooling1D'],
  ['AvgPool2D', 'AveragePooling2D'],
  ['GlobalMaxPool1D', 'GlobalMaxPooling1D'],
  ['GlobalMaxPool2D', 'GlobalMaxPooling2D'],
  ['GlobalAvgPool1D', 'GlobalAveragePooling1D'],
  ['GlobalAvgPool2D', 'GlobalAveragePooling2D'],
  ['BatchNormalizationV1', 'BatchNormalization'],
  ['BatchNormalizationV2', 'BatchNormalization'],
  ['CuDNNLSTM', 'LSTM'],
]);

export interface Normalized {
  readonly layers: readonly KerasLayer[];
  /** The activation that stands behind a layer now, by the layer's name. */
  readonly endings: ReadonlyMap<string, string>;
}

/** The layers in one spelling: one name per class, activations as layers of their own, initializers by their names. */
export function normalizeLayers(layers: readonly KerasLayer[], version: KerasVersion): Normalized {
  const taken = new Set(layers.map(({ name }) => name));
  const endings = new Map<string, string>();
  const normalized = layers.flatMap((layer): readonly KerasLayer[] => {
    const plain = unwrap({ ...layer, className: ALIASES.get(layer.className) ?? layer.className }, version);
    const sound = { ...plain, config: withNames(plain.config) };
    const activation = sound.className === 'Activation' ? null : activationOf(sound.config.activation);
    if (!FUSED.has(sound.className) || activation === null) return [spelledOut(sound)];
    const name = unused(`${layer.name}_${activation.label}`, taken);
    endings.set(layer.name, name);
    const { activation: _, ...config } = sound.config;
    const place = { trail: [...layer.place.trail, name], path: '' };
    const { className, config: ownConfig } = activation;
    const ending = { ...sound, name, className, config: ownConfig, inputs: [layer.name], place };
    return [{ ...sound, config, declared: sound.declared, hasSeveralOutputs: false }, ending];
  });
  const redirected = normalized.map((layer) => ({
    ...layer,
    inputs: layer.inputs.map((input) => (endings.get(input) === layer.name ? input : (endings.get(input) ?? input))),
  }));
  return { layers: redirected, endings };
}

/** A dense layer works on the last axis wherever it stands, so that wrapping it changes nothing. */
function unwrap(layer: KerasLayer, version: KerasVersion): KerasLayer {
  if (layer.className === 'GRU' && layer.config.resetAfter === undefined) {
    // Files of Keras up to 2.3 and of TensorFlow.js, which only know the one without.
    return { ...layer, config: { ...layer.config, resetAfter: version === 3 } };
  }
  if (layer.className === 'MultiHeadAttention' && new Set(layer.inputs).size === 1) {
    // Query, value and key of one sequence: attention of it to itself.
    return { ...layer, inputs: layer.inputs.slice(0, 1) };
  }
  if (layer.className === 'Dropout' && isSpatial(layer.config.noiseShape)) {
    const { noiseShape: _, ...config } = layer.config;
    return { ...layer, className: 'SpatialDropout2D', config };
  }
  if (layer.className !== 'TimeDistributed') return layer;
  const inner = entryOf(layer.config, 'layer');
  const [className, config] = [textOf(entryOf(inner, 'class_name')), recordOf(entryOf(inner, 'config'))];
  return className === 'Dense' && config !== null ? { ...layer, className, config: camelKeys(config) } : layer;
}

/** One mask for all places of an image: batch × 1 × 1 × channels, where null stands for the size itself. */
function isSpatial(noiseShape: Json | undefined): boolean {
  const sizes = listOf(noiseShape);
  return sizes?.length === 4 && sizes[1] === 1 && sizes[2] === 1;
}

interface Activation {
  readonly className: string;
  readonly config: JsonObject;
  /** What the layer is called after. */
  readonly label: string;
}

/** A function's name, or a layer used as one; null for none. */
function activationOf(value: Json | undefined): Activation | null {
  const name = functionName(value);
  if (name === 'linear') return null;
  if (name !== null) return { className: 'Activation', config: { activation: name }, label: name };
  const className = textOf(entryOf(value, 'class_name'));
  if (className === null) return null;
  return { className, config: camelKeys(recordOf(entryOf(value, 'config')) ?? {}), label: lowerCamel(className) };
}

/** `"relu"`, or as Keras 3 writes some functions: `{module: "builtins", class_name: "function", config: "relu"}`. */
function functionName(value: Json | undefined): string | null {
  if (value === undefined || value === null) return 'linear';
  return textOf(value) ?? textOf(entryOf(value, 'config'));
}

/** An `Activation` layer with a layer for its function is that layer. */
function spelledOut(layer: KerasLayer): KerasLayer {
  if (layer.className !== 'Activation') return layer;
  const activation = activationOf(layer.config.activation);
  if (activation === null) return { ...layer, config: { ...layer.config, activation: 'linear' } };
  return { ...layer, className: activation.className, config: { ...layer.config, ...activation.config } };
}

/** `{class_name: "HeNormal", config: {…}}` and `"he_normal"` → `"heNormal"`, a constant → its value, for every initializer. */
function withNames(config: JsonObject): JsonObject {
  const entries = Object.entries(config).map(([key, value]) => {
    return [key, key.endsWith('Initializer') ? initializerName(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

function initializerName(value: Json): Json {
  const className = textOf(value) ?? textOf(entryOf(value, 'class_name'));
  if (className === null) return value;
  const config = entryOf(value, 'config');
  if (className === 'VarianceScaling') return scalingName(config);
  if (/^constant$/i.test(className)) return constantName(entryOf(config, 'value') ?? 0);
  // Keras writes "Lecun", TensorFlow.js "LeCun".
  const name = lowerCamel(className).replace(/^lecun/, 'leCun');
  const usual = SHORT_NAMES.get(name) ?? name;
  return isUsual(config) ? usual : `${usual}(…)`;
}

function constantName(value: Json): Json {
  return value === 0 ? 'zeros' : value === 1 ? 'ones' : value;
}

/** Keras's short names for the same. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['uniform', 'randomUniform'],
  ['normal', 'randomNormal'],
  ['zero', 'zeros'],
  ['one', 'ones'],
]);

/** Keras's defaults; start values with others have no name here. */
const USUAL_CONSTANTS: Readonly<Record<string, number>> = {
  mean: 0,
  stddev: 0.05,
  minval: -0.05,
  maxval: 0.05,
  gain: 1,
};

function isUsual(config: Json | undefined): boolean {
  return Object.entries(USUAL_CONSTANTS).every(([key, usual]) => (entryOf(config, key) ?? usual) === usual);
}

/** Glorot's, He's and LeCun's start values are variance scaling with constants of their own, and older files write them so. */
function scalingName(config: Json | undefined): string {
  const [mode, distribution] = [entryOf(config, 'mode'), entryOf(config, 'distribution')];
  const scale = entryOf(config, 'scale') ?? 1;
  const spread = distribution === 'uniform' ? 'Uniform' : 'Normal';
  if (mode === 'fan_avg' && scale === 1) return `glorot${spread}`;
  if ((mode ?? 'fan_in') === 'fan_in' && scale === 2) return `he${spread}`;
  return (mode ?? 'fan_in') === 'fan_in' && scale === 1 ? `leCun${spread}` : 'varianceScaling';
}

function unused(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${count}`;
  taken.add(name);
  return name;
}
