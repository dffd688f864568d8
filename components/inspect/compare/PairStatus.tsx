'use client';

import { valueAt } from '@/components/inspect/grid/cells';
import { UnitOption } from '@/components/inspect/grid/UnitOption';
import { useSlowPair } from '@/components/inspect/compare/use-slow-pair';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useInspect } from '@/components/inspect/use-inspect';
import { useInspectView } from '@/components/inspect/view-state';
import { useMessages } from '@/components/ui/use-messages';
import { channelMap } from '@/lib/inspect/channel-map';
import { agreementOf } from '@/lib/inspect/compare-maps';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import type { InspectLayer } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/compare/compare.module.css';

interface PairStatusProps {
  readonly layer: InspectLayer;
  readonly names: readonly string[];
}

function Option({ id, layer, names }: PairStatusProps & { readonly id: string }) {
  const unit = useInspect((state) => state.unit);
  const textOf = useUnitText(names);
  if (unit === null) return null;
  return <UnitOption id={id} layer={layer} unit={unit} text={textOf(unit)} />;
}

/** One line, never two, which would move the grids: the unit that is pointed at or chosen, or one cell of it. */
function Line({ layer, names }: PairStatusProps) {
  const t = useMessages(inspectCompareMessages);
  const { unit: numbered } = useMessages(inspectMessages).grid;
  const unit = useInspect((state) => state.unit);
  const cell = useInspectView((view) => view.cell);
  const textOf = useUnitText(names);
  const pair = useSlowPair();
  const format = useShortNumber();
  const named = cell?.unit ?? unit;
  const [a, b, difference] = [pair?.a, pair?.b, pair?.difference].map((look) =>
    cell === null || !look || layer.shape.length < 2 ? undefined : valueAt(look, cell),
  );
  const hasValues = cell !== null && a !== undefined && b !== undefined && difference !== undefined;
  const name = cell === null ? '' : (names[cell.unit] ?? numbered(String(cell.unit)));
  return (
    <p className={styles.status}>
      {!hasValues && (named === null ? t.heads.hint : textOf(named))}
      <span role="status">
        {hasValues &&
          `${t.grid.cell(name, String(cell.row), String(cell.column))}: ${t.grid.values(format(a), format(b), format(difference))}`}
      </span>
    </p>
  );
}

/** "Unit 3: largest difference 0.5, correlation 0.9". */
function useUnitText(names: readonly string[]): (unit: number) => string {
  const t = useMessages(inspectCompareMessages).grid;
  const { unit: numbered } = useMessages(inspectMessages).grid;
  const format = useShortNumber();
  const pair = useSlowPair();
  return (unit) => {
    const name = names[unit] ?? numbered(String(unit));
    if (pair === null || pair.b === null || pair.difference === null) return t.unitAlone(name);
    if (pair.a.shape.length === 1) {
      const values = [pair.a, pair.b, pair.difference].map(({ values: all }) => format(all[unit] ?? Number.NaN));
      return `${name}: ${t.values(values[0] ?? '', values[1] ?? '', values[2] ?? '')}`;
    }
    const { most, correlation } = agreementOf(channelMap(pair.a, unit).values, channelMap(pair.b, unit).values);
    return t.unit(name, format(most), correlation === null ? null : format(correlation));
  };
}

export const PairStatus = { Option, Line };
