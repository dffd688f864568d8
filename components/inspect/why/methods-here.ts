import type { AskedUnit } from '@/components/inspect/why/use-origin';
import { mapSize } from '@/lib/inspect/channel-map';
import type { InspectLayer, InspectSubject } from '@/lib/state/inspect-state';
import type { Attribution } from '@/lib/training/inspect/protocol';

/** The method tells places of the input apart, and this input has none. */
export function needsPlaces(method: Attribution, { plan }: Pick<InspectSubject, 'plan'>): boolean {
  return (method === 'grad-cam' || method === 'occlusion') && plan.inputShape.length === 1;
}

/** The layers before the unit whose maps Grad-CAM can weigh. */
export function weighable({ subject, unit }: AskedUnit): readonly InspectLayer[] {
  const end = subject.layers.findIndex(({ node }) => node === unit.layer);
  return subject.layers.filter(({ shape }, at) => {
    const [rows, columns] = mapSize(shape);
    return at < end && rows * columns > 1;
  });
}
