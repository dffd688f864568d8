import type { InspectLayer } from '@/lib/state/inspect-state';

interface UnitOptionProps {
  readonly id: string;
  readonly layer: InspectLayer;
  readonly unit: number;
  readonly text: string;
}

/** The chosen unit as a screen reader has it; the others are on the canvas only. */
export function UnitOption({ id, layer, unit, text }: UnitOptionProps) {
  const count = layer.shape.at(-1) ?? 0;
  return (
    <div
      id={id}
      role="option"
      className="visually-hidden"
      aria-selected="true"
      aria-setsize={count}
      aria-posinset={unit + 1}
    >
      {text}
    </div>
  );
}
