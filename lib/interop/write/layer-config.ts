import type { Json, JsonObject } from '@/lib/core/json';
import type { PlanLayer } from '@/lib/compile/plan';
import type { Dialect, PortableLayer } from '@/lib/interop/write/portable';

/** Layers whose axes Keras reads by a setting of the machine where the file does not say. */
const SPATIAL = /Conv\dD|Pooling\dD|Padding\dD|Cropping\dD|UpSampling\dD|^Flatten$|SpatialDropout/;

/** A layer's config as its file has it: snake_case, initializers as objects, and what Keras would otherwise assume. */
export function layerConfig(layer: PlanLayer, portable: PortableLayer, dialect: Dialect): JsonObject {
  if (portable.className === 'InputLayer') return inputConfig(layer, dialect);
  const common = { name: layer.name, trainable: true, dtype: dtypeOf(dialect) };
  const order = SPATIAL.test(portable.className) ? { data_format: 'channels_last' } : {};
  return { ...common, ...order, ...translated(portable, dialect) };
}

/** Keras refuses an input that says whether it is trainable. */
function inputConfig({ name, outputShape }: PlanLayer, dialect: Dialect): JsonObject {
  const shape = [null, ...outputShape];
  const common = { dtype: 'float32', sparse: false, ragged: false, name };
  return dialect === 'keras3' ? { batch_shape: shape, ...common } : { batch_input_shape: shape, ...common };
}

function translated({ className, args, isOwn }: PortableLayer, dialect: Dialect): JsonObject {
  const entries = Object.entries(args).map(([key, value]): readonly [string, Json] => {
    if (key.endsWith('Initializer')) return [snakeCase(key), initializer(value, dialect)];
    if (key === 'activation' && typeof value === 'string' && !isOwn) return [key, snakeCase(value)];
    // Renamed in Keras 3.
    if (className === 'LeakyReLU' && key === 'alpha' && dialect === 'keras3') return ['negative_slope', value];
    return [snakeCase(key), value];
  });
  return Object.fromEntries(entries);
}

/** Of its name, or of the number that all values are. */
function initializer(start: Json, dialect: Dialect): JsonObject {
  const name = typeof start === 'string' ? start : 'constant';
  const spelled = name.charAt(0).toUpperCase() + name.slice(1);
  // TensorFlow.js and Keras spell LeCun's differently, and neither reads the other's.
  const className = dialect === 'tfjs' ? spelled : spelled.replace(/^LeCun/, 'Lecun');
  const config = typeof start === 'number' ? { value: start } : CONSTANTS.includes(className) ? {} : { seed: null };
  if (dialect !== 'keras3') return { class_name: className, config };
  return { module: 'keras.initializers', class_name: className, config, registered_name: null };
}

const CONSTANTS = ['Zeros', 'Ones'];

function dtypeOf(dialect: Dialect): Json {
  if (dialect !== 'keras3') return 'float32';
  return { module: 'keras', class_name: 'DTypePolicy', config: { name: 'float32' }, registered_name: null };
}

function snakeCase(text: string): string {
  return text.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
