'use client';

import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { inspectMessages } from '@/lib/messages/inspect';

/** Holds what moves, and lets it go on. */
export function FreezeButton() {
  const t = useMessages(inspectMessages).input;
  const isFrozen = useInspect((state) => state.isFrozen);
  const { setFrozen } = useInspectActions();
  return (
    <Button
      icon={isFrozen ? 'play' : 'pause'}
      title={t.freezeHint}
      aria-pressed={isFrozen}
      onClick={() => setFrozen(!isFrozen)}
    >
      {isFrozen ? t.goOn : t.freeze}
    </Button>
  );
}
