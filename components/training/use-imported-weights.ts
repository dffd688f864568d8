import { useMemo } from 'react';
import { useKeptWeights } from '@/components/state/use-kept-weights';
import { useWorkspace } from '@/components/state/use-workspace';
import { compile } from '@/lib/compile/compile';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { weightsFit, type WeightsFit } from '@/lib/interop/write/fitting-weights';

interface ImportedWeights {
  readonly kept: readonly NamedTensor[];
  /** null while the design has mistakes: nobody can tell. */
  readonly fit: WeightsFit | null;
  readonly forget: () => void;
}

/** The weights that came with the open design and how far they still are its own; null where there are none. */
export function useImportedWeights(): ImportedWeights | null {
  const document = useWorkspace((state) => state.document);
  const analysis = useWorkspace((state) => state.analysis);
  const [kept, forget] = useKeptWeights();
  const fit = useMemo(() => {
    const plan = kept === null ? null : compile(document, analysis);
    return kept !== null && plan?.ok ? weightsFit(plan.value, kept) : null;
  }, [kept, document, analysis]);
  return kept === null ? null : { kept, fit, forget };
}
