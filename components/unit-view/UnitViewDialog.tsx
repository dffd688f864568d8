'use client';

import type { NodeId } from '@/lib/core/ids';
import { unitViewMessages } from '@/lib/messages/unit-view';
import { useWorkspace } from '@/components/state/use-workspace';
import { Dialog } from '@/components/ui/Dialog';
import { useMessages } from '@/components/ui/use-messages';
import { UnitView } from '@/components/unit-view/UnitView';
import { useUnit } from '@/components/unit-view/use-unit';

interface UnitViewDialogProps {
  /** The layer to begin with: an id of `analysis.flat`. */
  readonly node: NodeId;
  readonly onClose: () => void;
}

/** The receptive field on the picture: for any unit of any layer, the pixels that it sees. */
export function UnitViewDialog({ node, onClose }: UnitViewDialogProps) {
  const words = useMessages(unitViewMessages);
  const analysis = useWorkspace((state) => state.analysis);
  const unit = useUnit(analysis, node);
  return (
    <Dialog title={words.title} width="wide" onClose={onClose}>
      {unit === null ? <p>{words.none}</p> : <UnitView analysis={analysis} unit={unit} />}
    </Dialog>
  );
}
