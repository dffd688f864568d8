'use client';

import type { AlongDepth, DepthPoint } from '@/lib/analysis/compare/figures';
import { layerName } from '@/lib/analysis/compare/report/cell-text';
import { compareMessages } from '@/lib/messages/compare';
import { formatShare } from '@/lib/messages/figures';
import { writeFigure } from '@/components/compare/figure/figure-words';
import { useGrowing } from '@/components/compare/use-growing';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/compare/overview.module.css';

interface Depth {
  readonly key: string;
  readonly name: string;
  readonly points: readonly DepthPoint[];
}

interface DepthTableProps {
  readonly depths: readonly Depth[];
  readonly figure: AlongDepth;
}

/** The pictures' numbers: every layer that counts anything, design by design. */
export function DepthTable({ depths, figure }: DepthTableProps) {
  const words = useMessages(compareMessages);
  const locale = useLocale();
  const write = writeFigure(words, figure);
  const all = depths.flatMap(({ key, name, points }) =>
    points.flatMap((point) => (point.value === 0 ? [] : [{ key, name, point, total: points.at(-1)?.cumulative ?? 0 }])),
  );
  const shown = all.slice(0, useGrowing(all.length));
  return (
    <table className={styles.depthTable}>
      <caption className="visually-hidden">{words.depth.caption(words.depth[figure])}</caption>
      <thead>
        <tr>
          <th scope="col">{words.table.design}</th>
          <th scope="col">{words.table.layer}</th>
          <th scope="col">{words.depth.value}</th>
          <th scope="col">{words.depth.share}</th>
          <th scope="col">{words.depth.cumulative}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, name, point, total }) => (
          <tr key={`${key} ${point.layer.id}`}>
            <td>{name}</td>
            <th scope="row">
              {layerName(point.layer, locale)} <span className={styles.id}>{point.layer.id}</span>
            </th>
            <td>{write(point.value)}</td>
            <td>{formatShare(locale, point.share)}</td>
            <td>{formatShare(locale, total === 0 ? 0 : point.cumulative / total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
