import type { NodeId } from '@/lib/core/ids';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectState } from '@/lib/state/inspect-state';
import type { ReadonlyStore } from '@/lib/state/store';

/** The layer that is looked at, and the unit in it. */
interface Place {
  readonly layer: NodeId;
  readonly unit: number | null;
}

interface MemoryDeps {
  /** Text that outlives the page. */
  readonly storage: { read(): string | null; write(text: string): void };
  readonly store: ReadonlyStore<InspectState>;
  readonly actions: Pick<InspectActions, 'chooseLayer' | 'pickUnit'>;
}

/** Designs whose places are kept, those looked at last. */
const MOST_DESIGNS = 30;

/** Keeps for each design which layer and unit were looked at, and goes back there when its network is opened anew. */
export function keepPlaces({ storage, store, actions }: MemoryDeps): () => void {
  const places = parsePlaces(storage.read());
  /** The design that was gone back to last. */
  let known: string | null = null;

  function goBack(design: string): void {
    const place = places.get(design);
    const channels = store
      .getState()
      .subject?.layers.find(({ node }) => node === place?.layer)
      ?.shape.at(-1);
    // What is no longer there is left out.
    if (place === undefined || channels === undefined) return;
    actions.chooseLayer(place.layer);
    if (place.unit !== null && place.unit < channels) actions.pickUnit(place.unit);
  }

  return store.subscribe((now, before) => {
    const { design } = now;
    if (design === null) known = null;
    if (design === null || now.subject === null || now.phase.kind !== 'ready') return;
    // When another design's network is ready, it was settled what of the one before stays.
    if (design !== known) {
      known = design;
      return goBack(design);
    }
    if (now.layer === null || (now.layer === before.layer && now.unit === before.unit)) return;
    places.delete(design);
    places.set(design, { layer: now.layer, unit: now.unit });
    storage.write(JSON.stringify([...places].slice(-MOST_DESIGNS)));
  });
}

function parsePlaces(text: string | null): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const entry of parseList(text)) {
    const [design, place] = parseList(entry);
    if (typeof design !== 'string' || typeof place !== 'object' || place === null) continue;
    const { layer, unit } = place as Readonly<Record<string, unknown>>;
    if (typeof layer !== 'string') continue;
    places.set(design, { layer, unit: Number.isInteger(unit) && Number(unit) >= 0 ? Number(unit) : null });
  }
  return places;
}

function parseList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string') return [];
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
