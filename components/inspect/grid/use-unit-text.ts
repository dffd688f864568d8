import { useUnitNotes } from '@/components/inspect/top/use-unit-notes';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useInspectStore } from '@/components/inspect/use-inspect';
import { useSlowTurn } from '@/components/inspect/use-slow-turn';
import { useMessages } from '@/components/ui/use-messages';
import { channelMap } from '@/lib/inspect/channel-map';
import { spanOf } from '@/lib/inspect/normalise';
import { inspectMessages } from '@/lib/messages/inspect';
import type { InspectLayer } from '@/lib/state/inspect-state';

/** What a unit is called and gives: "Unit 3 “left edge”, from −0.2 to 1.4". */
export function useUnitText(layer: InspectLayer, unit: number, names: readonly string[]): string {
  const t = useMessages(inspectMessages).grid;
  const format = useShortNumber();
  const store = useInspectStore();
  useSlowTurn();
  const look = store.getState().looks.get(layer.node);
  const note = useUnitNotes(layer.node).get(unit);
  const name = `${names[unit] ?? t.unit(String(unit))}${note === undefined ? '' : ` “${note}”`}`;
  if (look === undefined || unit >= (look.shape.at(-1) ?? 0)) return name;
  const { low, high } = spanOf(channelMap(look, unit).values);
  if (layer.shape.length < 2) return `${name}, ${t.single(format(high))}`;
  return `${name}, ${low === 0 && high === 0 ? t.dead : t.value(format(low), format(high))}`;
}
