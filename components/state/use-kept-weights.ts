import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import type { NamedTensor } from '@/lib/core/named-tensor';

/** The weights that came with the open design, null where there are none or they are still looked for; and a way to drop them. */
export function useKeptWeights(): readonly [kept: readonly NamedTensor[] | null, forget: () => void] {
  const { weights } = useDesigner();
  const design = useWorkspace((state) => state.openDesign);
  const version = useStore(weights.store);
  const [kept, setKept] = useState<readonly NamedTensor[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    void weights.read(design).then((found) => {
      if (isWanted) setKept(found);
    });
    return () => {
      isWanted = false;
    };
  }, [weights, design, version]);
  const forget = useCallback(() => {
    void weights.remove(design);
  }, [weights, design]);
  return [kept, forget];
}
