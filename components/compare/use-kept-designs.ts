import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Document } from '@/lib/document/document';
import { compareMessages } from '@/lib/messages/compare';
import { sourceKey, type ComparedSource } from '@/lib/state/comparing';
import type { DesignId } from '@/lib/state/workspace-state';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { useMessages } from '@/components/ui/use-messages';

interface Read {
  readonly changedAt: number;
  readonly document: Document;
}

/**
 * The designs among these that are kept in this browser but not open, as they are now; without an entry while they are
 * being read. One that cannot be read is taken out of the comparison, and a notice says so.
 */
export function useKeptDesigns(sources: readonly ComparedSource[]): ReadonlyMap<DesignId, Document> {
  const { workspace, comparing, notices } = useDesigner();
  const words = useMessages(compareMessages);
  const designs = useWorkspace((state) => state.designs);
  const openDesign = useWorkspace((state) => state.openDesign);
  const [kept, setKept] = useState<ReadonlyMap<DesignId, Read>>(new Map());

  const isKept = useEffectEvent((id: DesignId, changedAt: number) => kept.get(id)?.changedAt === changedAt);
  const drop = useEffectEvent((id: DesignId, name: string) => {
    const gone = sourceKey({ kind: 'design', id });
    const { sources: current } = comparing.store.getState();
    if (!current.some((source) => sourceKey(source) === gone)) return;
    comparing.choose(current.filter((source) => sourceKey(source) !== gone));
    notices.show('warning', 'text', { text: words.gone(name) });
  });

  const wanted = sources
    .filter((source) => source.kind === 'design')
    .filter(({ id }) => id !== openDesign)
    .map(({ id }) => ({ id, design: designs.find((design) => design.id === id) }))
    .map(({ id, design }) => JSON.stringify([id, design?.name ?? '', design?.changedAt ?? 0]))
    .join('\n');
  useEffect(() => {
    let isCurrent = true;
    for (const line of wanted.split('\n').filter((text) => text !== '')) {
      const [id, name, changedAt] = JSON.parse(line) as [string, string, number];
      if (isKept(id, changedAt)) continue;
      void workspace.readDesign(id).then((document) => {
        if (!isCurrent) return;
        if (document === null) drop(id, name);
        else setKept((before) => new Map(before).set(id, { changedAt, document }));
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [wanted, workspace]);

  return useMemo(() => new Map([...kept].map(([id, { document }]) => [id, document])), [kept]);
}
