'use client';

import { valueAt } from '@/components/inspect/grid/cells';
import { ColourLegend } from '@/components/inspect/grid/ColourLegend';
import { useUnitText } from '@/components/inspect/grid/use-unit-text';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useInspect, useInspectStore } from '@/components/inspect/use-inspect';
import { useSlowTurn } from '@/components/inspect/use-slow-turn';
import { useInspectView } from '@/components/inspect/view-state';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { deadCount, layerSpan, unitFigures } from '@/lib/inspect/grid-statistics';
import { formatCount } from '@/lib/messages/figures';
import { inspectMessages } from '@/lib/messages/inspect';
import type { InspectLayer } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/grid/grid.module.css';

interface GridStatusProps {
  readonly layer: InspectLayer;
  readonly names: readonly string[];
}

/** One line: what is pointed at or chosen, and of all units how far they go and how many are dead. */
export function GridStatus({ layer, names }: GridStatusProps) {
  const unit = useInspect((state) => state.unit);
  const cell = useInspectView((view) => view.cell);
  const named = cell?.unit ?? unit;
  return (
    <p className={styles.status}>
      <span className={styles.unit}>
        {named !== null && <UnitWords layer={layer} unit={named} names={names} />}
        <CellWords layer={layer} />
      </span>
      <LayerWords layer={layer} />
    </p>
  );
}

function UnitWords({ layer, unit, names }: GridStatusProps & { readonly unit: number }) {
  return useUnitText(layer, unit, names);
}

/** Announced: the keyboard goes from cell to cell too. */
function CellWords({ layer }: { readonly layer: InspectLayer }) {
  const t = useMessages(inspectMessages).grid;
  const cell = useInspectView((view) => view.cell);
  const format = useShortNumber();
  const store = useInspectStore();
  useSlowTurn();
  const look = store.getState().looks.get(layer.node);
  const value = cell === null || look === undefined || layer.shape.length < 2 ? undefined : valueAt(look, cell);
  return (
    <span role="status">
      {value === undefined || cell === null ? '' : ` · ${t.cell(String(cell.row), String(cell.column), format(value))}`}
    </span>
  );
}

function LayerWords({ layer }: { readonly layer: InspectLayer }) {
  const t = useMessages(inspectMessages).grid;
  const locale = useLocale();
  const format = useShortNumber();
  const store = useInspectStore();
  useSlowTurn();
  const look = store.getState().looks.get(layer.node);
  if (look === undefined) return <span>{t.waiting}</span>;
  const figures = unitFigures(look);
  const { low, high } = layerSpan(figures);
  const [dead, all] = [deadCount(figures), figures.low.length];
  return (
    <>
      {layer.shape.length > 1 && <ColourLegend span={{ low, high }} />}
      <span>
        {t.count(formatCount(locale, all))} · {t.value(format(low), format(high))}
        {dead > 0 && ` · ${t.deadCount(formatCount(locale, dead), formatCount(locale, all))}`}
      </span>
    </>
  );
}
