import { useEffect } from 'react';
import { maps, useDataMap } from '@/components/inspect/map/map-store';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';

/** While the view is open, the map is of the layer that is chosen. */
export function useFollowedLayer(): void {
  const actions = useInspectActions();
  const subject = useInspect((state) => (state.subject?.takesSamples === true ? state.subject : null));
  const layer = useInspect((state) => state.layer);
  // One that other weights have ended is begun again with them.
  const isIdle = useDataMap(({ making }) => making === null);
  useEffect(() => {
    if (subject !== null && layer !== null) void maps.follow({ subject, layer, actions });
  }, [subject, layer, actions, isIdle]);
}
