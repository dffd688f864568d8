import type { AnalysisContext } from '@/lib/analysis/context';
import type { View } from '@/lib/analysis/receptive-field';
import { biasBeforeBatchNorm, dropoutBeforeBatchNorm } from '@/lib/analysis/rules/batch-norm-order';
import { smallField, wholeField } from '@/lib/analysis/rules/field-rules';
import { heavyDense } from '@/lib/analysis/rules/heavy-dense';
import { largeKernel } from '@/lib/analysis/rules/large-kernel';
import { linearStack, noActivation } from '@/lib/analysis/rules/linear-stack';
import { createRuleSite, type Rule } from '@/lib/analysis/rules/rule';
import { saturatingStack } from '@/lib/analysis/rules/saturating-stack';
import { droppedEdge, kernelOverImage, strideOverKernel } from '@/lib/analysis/rules/window-rules';
import type { Heard, IsSilenced } from '@/lib/analysis/silence';
import type { Types } from '@/lib/analysis/types';

const RULES: readonly Rule[] = [
  linearStack,
  noActivation,
  saturatingStack,
  largeKernel,
  heavyDense,
  dropoutBeforeBatchNorm,
  biasBeforeBatchNorm,
  strideOverKernel,
  kernelOverImage,
  droppedEdge,
  smallField,
  wholeField,
];

/** Reads a network as an experienced engineer would: nothing here is wrong, but some things are known to go badly. */
export function checkDesign(
  context: AnalysisContext,
  known: { readonly types: Types; readonly views: readonly View[] },
  isSilenced: IsSilenced,
): Heard {
  const site = createRuleSite(context, known);
  const heard = RULES.map((rule) => rule(site, isSilenced));
  return {
    diagnostics: heard.flatMap(({ diagnostics }) => diagnostics),
    silenced: heard.flatMap(({ silenced }) => silenced),
  };
}
