import type { KeyboardEvent } from 'react';
import type { Scene } from '@/lib/runs/chart/scene';

interface KeySite {
  readonly scene: Scene;
  readonly place: number | null;
  /** Places lie so far apart; null: anywhere. */
  readonly step: number | null;
}

export interface Move {
  readonly place?: number | null;
  /** null: all of it. */
  readonly window?: readonly [number, number] | null;
}

/** Where a key leads in a chart that is read at a place; null: the key is none of the chart's. */
export function afterKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, site: KeySite): Move | null {
  if (ctrlKey || metaKey || altKey) return null;
  const { low, high } = site.scene.x;
  const at = site.place ?? high;
  const step = (site.step ?? (high - low) / 100) * (shiftKey ? 10 : 1);
  const within = (place: number) => ({ place: Math.min(high, Math.max(low, place)) });
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return within(at + step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(at - step);
    case 'Home':
      return within(low);
    case 'End':
      return within(high);
    case '+':
    case '=':
      return { window: around(at, (high - low) / 2, [low, high]) };
    case '-': {
      const wider = around(at, (high - low) * 2, [0, site.scene.end]);
      return { window: wider[0] <= 0 && wider[1] >= site.scene.end ? null : wider };
    }
    case '0':
      return { window: null };
    default:
      return null;
  }
}

function around(at: number, width: number, [low, high]: readonly [number, number]): readonly [number, number] {
  const from = Math.max(low, Math.min(at - width / 2, high - width));
  return [from, Math.min(high, from + width)];
}
