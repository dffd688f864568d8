import { useUnitFocus } from '@/components/inspect/unit/unit-focus';
import type { AskedUnit } from '@/components/inspect/why/use-origin';
import { useWhy } from '@/components/inspect/why/why-state';
import type { Cell } from '@/lib/training/inspect/protocol';

/** The cell that is held on the map of the unit that is asked about; null: none is. */
export function useHeldCell(asked: AskedUnit | null): Cell | null {
  return useUnitFocus(({ layer, pinned }) => (asked !== null && layer === asked.unit.layer ? pinned : null));
}

/** Given here, or else held on the unit's map; null: the strongest, or the unit has no map. */
export function useAskedCell(asked: AskedUnit | null): Cell | null {
  const given = useWhy((state) => state.cell);
  const held = useHeldCell(asked);
  return asked === null || asked.extent === null ? null : (given ?? held);
}
