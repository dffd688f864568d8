'use client';

import { useCallback, useMemo, useRef, type PointerEvent } from 'react';
import { cellAt } from '@/components/inspect/grid/cells';
import { useCompareSession } from '@/components/inspect/compare/compare-session';
import { hasSameUnits, SIDES, sheetsOf, type Side } from '@/components/inspect/compare/pair-figures';
import { paintSheet } from '@/components/inspect/compare/pair-painter';
import { usePairDrawn } from '@/components/inspect/compare/use-pair-drawn';
import { useSideTexts } from '@/components/inspect/compare/use-pair-text';
import { useSlowPair } from '@/components/inspect/compare/use-slow-pair';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useInspect } from '@/components/inspect/use-inspect';
import { inspectView, setInspectView } from '@/components/inspect/view-state';
import { useSize } from '@/components/runs/use-size';
import { useMessages } from '@/components/ui/use-messages';
import type { Shape } from '@/lib/core/tensor-type';
import { channelMap } from '@/lib/inspect/channel-map';
import { agreementOf } from '@/lib/inspect/compare-maps';
import { drawnSize, gridKind, type GridLayout } from '@/lib/inspect/grid-layout';
import { summarize } from '@/lib/inspect/statistics';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import type { Pair } from '@/lib/state/inspect-compare';
import type { InspectLayer } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/compare/compare.module.css';

interface PairUnitProps {
  readonly layer: InspectLayer;
  readonly names: readonly string[];
}

/** The chosen unit in A, in B and the difference, large, with what can be counted. */
export function PairUnit({ layer, names }: PairUnitProps) {
  const t = useMessages(inspectCompareMessages).unit;
  const { unit: numbered } = useMessages(inspectMessages).grid;
  const unit = useInspect((state) => state.unit);
  const pair = useSlowPair();
  if (unit === null || pair === null || pair.a.node !== layer.node || unit >= (pair.a.shape.at(-1) ?? 0)) {
    return (
      <aside className={styles.unit} data-empty="true">
        <p className={styles.note}>{t.none}</p>
      </aside>
    );
  }
  const name = names[unit] ?? numbered(String(unit));
  return (
    <aside className={styles.unit} aria-label={t.title(name, layer.title)}>
      <h3>{t.title(name, layer.title)}</h3>
      {layer.shape.length > 1 && <UnitMaps layer={layer} unit={unit} name={name} />}
      <UnitNumbers pair={pair} unit={unit} />
    </aside>
  );
}

const GAP = 8;
const MOST = 260;

function UnitMaps({
  layer,
  unit,
  name,
}: {
  readonly layer: InspectLayer;
  readonly unit: number;
  readonly name: string;
}) {
  const t = useMessages(inspectCompareMessages);
  const { store } = useCompareSession();
  const texts = useSideTexts(useSlowPair());
  const [box, { width }] = useSize();
  const canvases = useRef<Partial<Record<Side, HTMLCanvasElement | null>>>({});
  const frame = useRef(0);
  const side = Math.min(MOST, Math.max(48, Math.floor((width - 2 * GAP) / 3)));
  const cell = useMemo(() => cellOf(layer.shape, side), [layer.shape, side]);

  const paint = useCallback(() => {
    frame.current = 0;
    const { pair } = store.getState();
    const sheets = pair === null || pair.a.node !== layer.node ? null : sheetsOf(pair);
    for (const one of SIDES) {
      const canvas = canvases.current[one];
      if (!canvas) continue;
      const sheet = sheets?.[one] ?? null;
      const isThere = sheet !== null && pair !== null && hasSameUnits(pair.a, sheet.look);
      const view = inspectView.getState();
      const layout = single(sheet?.look.shape ?? layer.shape, cell);
      const rest = { order: Uint32Array.of(unit), layout, room: cell, top: 0, unit: null, names: [] };
      paintSheet(canvas, isThere ? { side: one, sheet, view, ...rest } : null);
    }
  }, [store, layer, unit, cell]);
  usePairDrawn(
    useCallback(() => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(paint);
    }, [paint]),
  );

  const onPointerMove = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>) => {
    const { left, top, width: wide, height } = currentTarget.getBoundingClientRect();
    const at = {
      right: Math.min(0.999, Math.max(0, (clientX - left) / wide)),
      down: Math.min(0.999, Math.max(0, (clientY - top) / height)),
    };
    setInspectView({ cell: cellAt(layer.shape, unit, at) });
  };
  const captions = { a: texts.a.name, b: texts.b.name, difference: t.heads.difference };
  return (
    <div ref={box} className={styles.maps}>
      {SIDES.map((one) => (
        <figure key={one}>
          <canvas
            ref={(element) => {
              canvases.current[one] = element;
            }}
            role="img"
            aria-label={t.unit.picture(captions[one], name)}
            style={{ width: cell.width, height: cell.height }}
            onPointerMove={onPointerMove}
            onPointerLeave={() => setInspectView({ cell: null })}
          />
          <figcaption>{captions[one]}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function cellOf(shape: Shape, side: number): { readonly width: number; readonly height: number } {
  if (gridKind(shape) === 'rows') return { width: side, height: 40 };
  const [rows, columns] = drawnSize(shape);
  const longer = Math.max(rows, columns, 1);
  return {
    width: Math.max(8, Math.round((side * columns) / longer)),
    height: Math.max(8, Math.round((side * rows) / longer)),
  };
}

/** One unit fills the canvas: the order names only that one. */
function single(shape: Shape, cell: GridLayout['cell']): GridLayout {
  return { kind: gridKind(shape), count: 1, columns: 1, rows: 1, cell, gap: 0, height: cell.height };
}

function UnitNumbers({ pair, unit }: { readonly pair: Pair; readonly unit: number }) {
  const t = useMessages(inspectCompareMessages).unit;
  const format = useShortNumber();
  const a = channelMap(pair.a, unit).values;
  const b = pair.b !== null && hasSameUnits(pair.a, pair.b) ? channelMap(pair.b, unit).values : null;
  const [ofA, ofB] = [summarize(a), b === null ? null : summarize(b)];
  const agreement = b === null || pair.difference === null ? null : agreementOf(a, b);
  const range = ({ min, max }: typeof ofA) => `${format(min)} … ${format(max)}`;
  const isSingle = a.length === 1;
  return (
    <table className={styles.numbers}>
      <thead>
        <tr>
          <td />
          <th scope="col">A</th>
          <th scope="col">B</th>
        </tr>
      </thead>
      <tbody>
        {isSingle ? (
          <Row name={t.value} a={format(ofA.max)} b={ofB === null ? '–' : format(ofB.max)} />
        ) : (
          <>
            <Row name={t.range} a={range(ofA)} b={ofB === null ? '–' : range(ofB)} />
            <Row name={t.mean} a={format(ofA.mean)} b={ofB === null ? '–' : format(ofB.mean)} />
          </>
        )}
        {agreement !== null && (
          <>
            <Row name={t.most} both={format(agreement.most)} />
            {!isSingle && <Row name={t.meanDistance} both={format(agreement.mean)} />}
            {!isSingle && (
              <Row name={t.correlation} both={agreement.correlation === null ? '–' : format(agreement.correlation)} />
            )}
          </>
        )}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly name: string;
  readonly a?: string;
  readonly b?: string;
  readonly both?: string;
}

function Row({ name, a, b, both }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {both === undefined ? (
        <>
          <td>{a}</td>
          <td>{b}</td>
        </>
      ) : (
        <td colSpan={2}>{both}</td>
      )}
    </tr>
  );
}
