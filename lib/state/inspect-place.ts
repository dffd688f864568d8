import type { StoreApi } from 'zustand/vanilla';
import type { NodeId } from '@/lib/core/ids';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectState } from '@/lib/state/inspect-state';

export interface PlaceDeps {
  readonly store: Pick<StoreApi<InspectState>, 'getState' | 'setState'>;
  /** The design that is open on the page; the network's may still be another. */
  readonly designId: () => string;
  readonly onOtherLayer: () => void;
}

export interface InspectPlace extends Pick<InspectActions, 'chooseLayer' | 'pickUnit' | 'lookAt'> {
  /** The network is this design's: of what was chosen before, what there is in it stays. */
  settle(design: string): void;
  /** This design's network is to be opened, which may fail. */
  leave(design: string): void;
  /** Changes something that others may answer by choosing: what a person asked for comes after that. */
  beforeWish(change: () => void): void;
}

interface Wish {
  readonly design: string;
  readonly layer: NodeId;
  readonly unit: number;
}

/** Which layer is looked at, and which unit of it. */
export function createPlace({ store, designId, onOtherLayer }: PlaceDeps): InspectPlace {
  const get = store.getState;
  /** The unit that was chosen last in each layer. */
  const picked = new Map<NodeId, number | null>();
  /** Asked for before its network was open. */
  let wish: Wish | null = null;

  const unitsOf = (node: NodeId | null): number =>
    get()
      .subject?.layers.find((known) => known.node === node)
      ?.shape.at(-1) ?? 0;

  function chooseLayer(node: NodeId): void {
    const { layer, subject } = get();
    forgetWish();
    if (layer === node || subject?.layers.every((known) => known.node !== node) === true) return;
    const last = picked.get(node) ?? null;
    store.setState({ layer: node, unit: last !== null && last < unitsOf(node) ? last : null });
    onOtherLayer();
  }

  function pickUnit(unit: number | null): void {
    const { layer } = get();
    forgetWish();
    if (layer !== null) picked.set(layer, unit);
    store.setState({ unit });
  }

  /** What is chosen while the network is on its way is the page's doing, not a person's. */
  function forgetWish(): void {
    if (get().phase.kind === 'ready' && get().design === designId()) wish = null;
  }

  /** What cannot be had yet is kept. */
  function fulfil(wanted: Wish | null): void {
    if (wanted === null) return;
    if (wanted.design === get().design && wanted.unit < unitsOf(wanted.layer)) {
      wish = null;
      chooseLayer(wanted.layer);
      pickUnit(wanted.unit);
    } else wish = wanted;
  }

  return {
    chooseLayer,
    pickUnit,
    lookAt: (layer, unit) => fulfil({ design: designId(), layer, unit }),
    settle(design) {
      const { layer, unit, subject } = get();
      const isOther = get().design !== design;
      if (isOther) picked.clear();
      const all = subject?.layers ?? [];
      const isThere = all.some(({ node }) => node === layer);
      const keepsUnit = isThere && !isOther && (unit ?? 0) < unitsOf(layer);
      // In one step: who keeps places must not take one of these for the other design's.
      store.setState({
        design,
        layer: isThere ? layer : ((all[1] ?? all[0])?.node ?? null),
        unit: keepsUnit ? unit : null,
      });
    },
    leave(design) {
      if (get().design !== null && get().design !== design) store.setState({ design: null });
    },
    beforeWish(change) {
      const wanted = wish;
      change();
      fulfil(wanted);
    },
  };
}
