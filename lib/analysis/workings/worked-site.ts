import { elementCount, tensorType, type Shape } from '@/lib/core/tensor-type';
import { checkParams } from '@/lib/layers/check-params';
import type { LayerDefinition, Site } from '@/lib/layers/definition';
import type { Fields, Params, ParamsOf } from '@/lib/layers/fields';

/** A layer on inputs so small that every number of them fits on a page. */
export interface WorkedSite {
  readonly definition: LayerDefinition;
  readonly site: Site<ParamsOf<Fields>>;
  /** It is set as the layer of the design is, but for its width; otherwise as in the layer's own example. */
  readonly isOwn: boolean;
}

/** Places and channels are few, so that each is seen; those first in the list are tried first. */
const SHAPES: Readonly<Record<1 | 2 | 3, readonly Shape[]>> = {
  3: [
    [4, 4, 1],
    [3, 3, 2],
    [2, 2, 2],
    ...[5, 6, 7, 8, 9, 11].flatMap((size) => [[size, size, 1] as const, [size, size, 2] as const]),
    [4, 4, 3],
    [4, 4, 4],
    [4, 4, 6],
    [2, 2, 8],
  ],
  2: [
    [4, 2],
    [6, 1],
    [5, 2],
    [3, 4],
    [8, 2],
    [4, 6],
    [3, 8],
  ],
  1: [[4], [3], [6], [8]],
};

/** More numbers than this in an output are no longer taken in. */
const MOST_NUMBERS = 160;
/** Filters, units and the like: two show that there are several. */
const FEW = 2;

/**
 * The layer of a design, made small: its own settings, at most two filters or units, on the smallest input of its input's
 * rank that they fit. Where none does, the layer's own example. `rank`: of what reaches it in the design; null: not known.
 */
export function workedSite(
  definition: LayerDefinition,
  { params, rank, inputs }: { readonly params: Params; readonly rank: number | null; readonly inputs: number },
): WorkedSite {
  const narrow = definition.widthParam === null ? {} : { [definition.widthParam]: FEW };
  const own = { ...params, ...narrow };
  for (const shape of candidates(definition, rank)) {
    const site = siteOf(
      definition,
      own,
      Array.from({ length: inputs }, () => shape),
    );
    if (site !== null && elementCount(site.output.shape) <= MOST_NUMBERS) return { definition, site, isOwn: true };
  }
  const [example] = definition.examples;
  const site = siteOf(definition, example.params, example.inputs);
  if (site === null) throw new Error(`the first example of ${definition.type} does not hold`);
  return { definition, site, isOwn: false };
}

/** A value for itself is seen best on several channels; a window on one; places forgotten on 2 × 2 × 2. */
function candidates(definition: LayerDefinition, rank: number | null): readonly Shape[] {
  const ranks: readonly (1 | 2 | 3)[] = rank === 1 || rank === 2 || rank === 3 ? [rank] : [3, 1, 2];
  const [example] = definition.examples;
  const site = siteOf(definition, example.params, example.inputs);
  const reach = site === null ? 'pointwise' : definition.reach(site);
  const preferred: Shape = reach === 'pointwise' ? [3, 3, 2] : reach === 'global' ? [2, 2, 2] : [4, 4, 1];
  return ranks.flatMap((each) => [...(each === 3 ? [preferred] : []), ...SHAPES[each]]);
}

function siteOf(definition: LayerDefinition, given: Params, shapes: readonly Shape[]): Site<ParamsOf<Fields>> | null {
  const { params, problems } = checkParams(definition.fields, given);
  const inputs = shapes.map((shape) => tensorType(...shape));
  const output = problems.length > 0 ? null : definition.infer({ params, inputs });
  return output?.ok ? { params, inputs, output: output.value } : null;
}
