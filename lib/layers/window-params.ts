import { sameJson } from '@/lib/core/same-json';
import type { ParamValue } from '@/lib/core/problem';
import type { LayerDefinition, Reach, Site } from '@/lib/layers/definition';
import type { Fields, Pair, ParamsOf } from '@/lib/layers/fields';

/** The parameters that say how large a window the layer lays over its input: those that the size in its reach follows. */
export function windowParams(
  { reach }: Pick<LayerDefinition, 'reach'>,
  site: Site<ParamsOf<Fields>>,
): readonly string[] {
  const size = sizeOf(reach(site));
  if (size === null) return [];
  return Object.entries(site.params).flatMap(([name, value]) => {
    const other = larger(value);
    if (other === null) return [];
    const changed = sizeOf(reach({ ...site, params: { ...site.params, [name]: other } }));
    return sameJson(size, changed) ? [] : [name];
  });
}

function sizeOf(reach: Reach): Pair | null {
  return typeof reach === 'object' && 'size' in reach ? reach.size : null;
}

/** Null for what is no count of pixels. */
function larger(value: ParamValue): number | Pair | null {
  if (typeof value === 'number') return value + 1;
  const [height, width, ...more] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return typeof height === 'number' && typeof width === 'number' && more.length === 0 ? [height + 1, width + 1] : null;
}
