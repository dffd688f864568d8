'use client';

import { regionOf, type LayerView } from '@/lib/analysis/unit-view';
import { unitViewMessages } from '@/lib/messages/unit-view';
import { useMessages } from '@/components/ui/use-messages';
import { windowSize } from '@/components/unit-view/unit-sight';
import styles from '@/components/unit-view/unit-view.module.css';

interface WayTableProps {
  /** From the unit back to the inputs. */
  readonly views: readonly LayerView[];
  readonly nameOf: (layer: string) => string;
}

/** How the region grows on its way back: 1 × 1, 3 × 3, 5 × 5. */
export function WayTable({ views, nameOf }: WayTableProps) {
  const words = useMessages(unitViewMessages);
  return (
    <div className={styles.way} tabIndex={0} role="region" aria-label={words.way}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.wayLayer}</th>
            <th scope="col">{words.waySize}</th>
            <th scope="col">{words.wayRows}</th>
            <th scope="col">{words.wayColumns}</th>
          </tr>
        </thead>
        <tbody>
          {views.map((view) => {
            const region = regionOf(view);
            return (
              <tr key={view.layer}>
                <th scope="row">{nameOf(view.layer)}</th>
                <td>{view.isCertain ? windowSize(view).join(' × ') : '?'}</td>
                <td>{region === null ? '–' : range(region.first[0], region.last[0])}</td>
                <td>{region === null ? '–' : range(region.first[1], region.last[1])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function range(first: number, last: number): string {
  return first === last ? `${first}` : `${first}–${last}`;
}
