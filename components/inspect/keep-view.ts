import { inspectView, setInspectView, type InspectView } from '@/components/inspect/view-state';
import { COLOUR_SCALES } from '@/lib/inspect/colours';
import { UNIT_ORDERS } from '@/lib/inspect/grid-statistics';
import { NORMALISATIONS } from '@/lib/inspect/normalise';
import type { PreferenceStore } from '@/lib/state/preferences';

type Kept = Pick<InspectView, 'order' | 'scale' | 'normalisation'>;

/** Order, colours and scaling of maps are a person's own: as they were left at the last visit, and kept for the next. */
export function keepView({ store, actions }: PreferenceStore): void {
  setInspectView(keptView(store.getState().maps));
  inspectView.subscribe(({ order, scale, normalisation }, before) => {
    if (order === before.order && scale === before.scale && normalisation === before.normalisation) return;
    actions.set({ maps: { order, scale, normalisation } });
  });
}

/** Each checked by itself: one that is unknown is as at a first visit. */
export function keptView(maps: Readonly<Record<string, unknown>>): Partial<Kept> {
  const order = UNIT_ORDERS.find((known) => known === maps['order']);
  const scale = COLOUR_SCALES.find((known) => known === maps['scale']);
  const normalisation = NORMALISATIONS.find((known) => known === maps['normalisation']);
  return {
    ...(order === undefined ? {} : { order }),
    ...(scale === undefined ? {} : { scale }),
    ...(normalisation === undefined ? {} : { normalisation }),
  };
}
