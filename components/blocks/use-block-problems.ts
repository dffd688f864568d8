import { useMemo } from 'react';
import type { NodeId } from '@/lib/core/ids';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import { useWorkspace } from '@/components/state/use-workspace';
import { problemsOfBlock } from '@/components/blocks/block-problems';

export function useBlockProblems(id: NodeId): readonly Diagnostic[] {
  const document = useWorkspace((state) => state.document);
  const analysis = useWorkspace((state) => state.analysis);
  return useMemo(() => problemsOfBlock(document, analysis, id), [document, analysis, id]);
}
