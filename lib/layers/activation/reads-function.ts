import type { Json } from '@/lib/core/json';
import type { KerasConfig, KerasReader } from '@/lib/layers/definition';

/**
 * Keras's `Activation` layer with a function of one of these names, in any spelling: `hard_sigmoid` in Keras's files,
 * `hardSigmoid` in TensorFlow.js, an object around the name in some files of Keras 3. `make` may give null.
 */
export function readsFunction<P>(names: readonly string[], make: (call: KerasConfig) => P | null): KerasReader<P> {
  const wanted = names.map(plain);
  return {
    classes: ['Activation'],
    functions: names,
    params: ([call]) => {
      const name = functionName(call?.config['activation']);
      return call !== undefined && name !== null && wanted.includes(plain(name)) ? make(call) : null;
    },
  };
}

function functionName(value: Json | undefined): string | null {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const { config, className } = value as Readonly<Record<string, Json>>;
  if (typeof config === 'string') return config;
  return typeof className === 'string' ? className : null;
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
