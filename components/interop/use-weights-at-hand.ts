import { useEffect, useState } from 'react';
import { useDesigner } from '@/components/state/designer-context';
import { weightsAtHand, type WeightsAtHand } from '@/components/training/weights-at-hand';
import type { ModelPlan } from '@/lib/compile/plan';

/** What `weightsAtHand` finds for a plan; null while it is looked for, and where there is nothing. */
export function useWeightsAtHand(plan: ModelPlan | null): WeightsAtHand | null {
  const designer = useDesigner();
  const [found, setFound] = useState<WeightsAtHand | null>(null);
  useEffect(() => {
    if (plan === null) return;
    let isWanted = true;
    const take = (weights: WeightsAtHand | null) => {
      if (isWanted) setFound(weights);
    };
    weightsAtHand(designer, plan).then(take, () => take(null));
    return () => {
      isWanted = false;
    };
  }, [designer, plan]);
  return found;
}
