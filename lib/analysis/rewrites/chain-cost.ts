import type { TensorType } from '@/lib/core/tensor-type';
import { checkParams } from '@/lib/layers/check-params';
import type { InferSite, NewLayer } from '@/lib/layers/definition';
import { defaultParams, type Fields, type ParamsOf } from '@/lib/layers/fields';
import { evaluateProducts } from '@/lib/layers/products';
import { layerDefinition } from '@/lib/layers/registry';
import { countWeights } from '@/lib/analysis/layer-facts';

export interface ChainCost {
  readonly params: number;
  readonly macs: number;
  readonly output: TensorType;
}

/** What a chain of layers costs for such inputs; null where one of them refuses what reaches it. */
export function chainCost(layers: readonly NewLayer[], { inputs }: InferSite<ParamsOf<Fields>>): ChainCost | null {
  let [params, macs] = [0, 0];
  let arriving = inputs;
  for (const layer of layers) {
    const definition = layerDefinition(layer.type);
    if (definition === null) return null;
    const checked = checkParams(definition.fields, { ...defaultParams(definition.fields), ...layer.params });
    if (checked.problems.length > 0) return null;
    const inferred = definition.infer({ params: checked.params, inputs: arriving });
    if (!inferred.ok) return null;
    const site = { params: checked.params, inputs: arriving, output: inferred.value };
    params += countWeights(definition.weights(site));
    macs += evaluateProducts(definition.macs(site));
    arriving = [inferred.value];
  }
  const [output] = arriving;
  return output === undefined ? null : { params, macs, output };
}
