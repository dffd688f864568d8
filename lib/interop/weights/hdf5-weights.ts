import type { Hdf5Reader } from '@/lib/interop/foreign-file';
import type { RawTensor, WeightSource } from '@/lib/interop/weights/weight-source';

/** What a layer keeps to draw random numbers with is no weight. */
const NO_WEIGHTS = /^seed_generator/;

/** Deeper than any layer keeps its weights; a file can link a group into itself. */
const MOST_DEPTH = 8;

/**
 * The weights of a `.keras` file: `layers/conv2d_1/vars/0`, numbered by class and order. The first versions of the format
 * called the folder `_layer_checkpoint_dependencies`; later ones may go by the layer's own name.
 */
export function numberedWeights(file: Hdf5Reader): WeightSource {
  return {
    tensorsOf({ place }) {
      if (place.path === '') return [];
      const older = place.path.replace(/(^|\/)layers\//g, '$1_layer_checkpoint_dependencies/');
      const named = `layers/${place.trail.join('/layers/')}`;
      const path = [place.path, older, named].find((candidate) => file.children(candidate) !== null);
      return path === undefined ? [] : tensorsBelow(file, path, 0);
    },
  };
}

/** A layer's own variables first, then those of its parts, in the file's order with numbers counted. */
function tensorsBelow(file: Hdf5Reader, path: string, depth: number): readonly RawTensor[] {
  if (depth > MOST_DEPTH) return [];
  const names = [...(file.children(path) ?? [])].filter((name) => !NO_WEIGHTS.test(name));
  const ordered = names.sort((a, b) => partRank(a) - partRank(b) || byNumber(a, b));
  return ordered.flatMap((name): readonly RawTensor[] => {
    const below = `${path}/${name}`;
    const dataset = file.dataset(below);
    return dataset === null ? tensorsBelow(file, below, depth + 1) : [dataset];
  });
}

/** Attention's parts, in the order in which Keras makes them; a file has them by the alphabet. */
const PARTS = ['vars', 'query_dense', 'key_dense', 'value_dense', 'output_dense'];

function partRank(name: string): number {
  const rank = PARTS.indexOf(name.replace(/^_/, ''));
  return rank === -1 ? PARTS.length : rank;
}

function byNumber(a: string, b: string): number {
  const [first, second] = [Number(a), Number(b)];
  return Number.isNaN(first) || Number.isNaN(second) ? 0 : first - second;
}

/** The weights of a whole model in one `.h5`: a group for each outermost layer, which lists the names of its weights. */
export function groupedWeights(file: Hdf5Reader): WeightSource {
  const root = file.children('model_weights') === null ? '' : 'model_weights/';
  return {
    tensorsOf({ place }) {
      const [outermost = '', ...inner] = place.trail;
      const own = inner.at(-1);
      const names = weightNames(file, `${root}${outermost}`);
      const wanted = own === undefined ? names : names.filter((name) => name.split('/').slice(0, -1).includes(own));
      return wanted.flatMap((name) => file.dataset(`${root}${outermost}/${name}`) ?? []);
    },
  };
}

/** A list too long for one attribute is cut into `weight_names0`, `weight_names1`, … */
function weightNames(file: Hdf5Reader, group: string): readonly string[] {
  const whole = listed(file.attribute(group, 'weight_names'));
  if (whole !== null) return whole;
  const names: string[] = [];
  for (let part = 0; part < 1000; part += 1) {
    const some = listed(file.attribute(group, `weight_names${part}`));
    if (some === null) break;
    names.push(...some);
  }
  return names;
}

function listed(value: string | readonly string[] | null): readonly string[] | null {
  return typeof value === 'string' ? [value] : value;
}
