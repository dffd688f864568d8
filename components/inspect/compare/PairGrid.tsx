'use client';

import { useCallback, useEffect, useId, useMemo, useRef, type PointerEvent } from 'react';
import { cellAt } from '@/components/inspect/grid/cells';
import { useRevealedUnit } from '@/components/inspect/grid/use-revealed-unit';
import { useUnitKeys } from '@/components/inspect/grid/use-unit-keys';
import { compareOrder, usePairOrder } from '@/components/inspect/compare/compare-order';
import { useCompare, useCompareSession } from '@/components/inspect/compare/compare-session';
import { SIDES, sheetsOf, type Side } from '@/components/inspect/compare/pair-figures';
import { createPairPainter, type PairPainter, type PairWish } from '@/components/inspect/compare/pair-painter';
import { PairHeads } from '@/components/inspect/compare/PairHeads';
import { PairStatus } from '@/components/inspect/compare/PairStatus';
import { usePairDrawn } from '@/components/inspect/compare/use-pair-drawn';
import { useUnitNotes } from '@/components/inspect/top/use-unit-notes';
import { useInspect, useInspectStore } from '@/components/inspect/use-inspect';
import { inspectView, setInspectView, useInspectView } from '@/components/inspect/view-state';
import { useSize } from '@/components/runs/use-size';
import { useMessages } from '@/components/ui/use-messages';
import { cornerOf, positionAt } from '@/lib/inspect/grid-layout';
import { pairLayouts } from '@/lib/inspect/pair-layout';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import type { InspectLayer } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/compare/compare.module.css';

interface PairGridProps {
  readonly layer: InspectLayer;
  readonly names: readonly string[];
}

/** Between the columns, and above them; as in the style sheet. */
const GAP = 12;
const HEADS = 52;

/** Every unit of a layer three times, in A, in B and their difference, in one order and at one place of scrolling. */
export function PairGrid({ layer, names }: PairGridProps) {
  const t = useMessages(inspectCompareMessages).grid;
  const { store: pairs } = useCompareSession();
  const store = useInspectStore();
  const unit = useInspect((state) => state.unit);
  const size = useInspectView((view) => view.size);
  const shapeOfB = useCompare(({ pair }) => pair?.b?.shape ?? null);
  const [scroll, whole] = useSize();
  const canvases = useRef<Partial<Record<Side, HTMLCanvasElement | null>>>({});
  const painter = useRef<PairPainter | null>(null);
  const room = useMemo(
    () => ({
      width: Math.max(40, Math.floor((whole.width - 2 * GAP) / 3)),
      height: Math.max(20, whole.height - HEADS),
    }),
    [whole],
  );
  const [layout, layoutOfB] = useMemo(
    () => pairLayouts([layer.shape, shapeOfB], room, size),
    [layer.shape, shapeOfB, room, size],
  );
  const height = Math.max(layout.height, layoutOfB?.height ?? 0);
  const id = useId();
  const notes = useUnitNotes(layer.node);
  const by = usePairOrder();

  const reveal = (position: number): void => {
    const element = scroll.current;
    if (element === null) return;
    const { y } = cornerOf(layout, position);
    const below = y + layout.cell.height - room.height;
    if (y < element.scrollTop) element.scrollTo({ top: y });
    else if (below > element.scrollTop) element.scrollTo({ top: below });
  };
  const order = () => painter.current?.order() ?? [];
  const paintSoon = () => painter.current?.paintSoon();
  const onPainted = useRevealedUnit({ unit, layout, by, order, reveal, paintSoon });

  const wish = useCallback((): PairWish | null => {
    const { pair } = pairs.getState();
    if (pair === null || pair.a.node !== layer.node) return null;
    const sheets = sheetsOf(pair);
    const view = inspectView.getState();
    return {
      sheets,
      by: compareOrder.getState().order,
      column(side, order) {
        const sheet = sheets[side];
        const own = side === 'b' ? layoutOfB : layout;
        const units = sheet?.figures.low.length;
        if (sheet === null || own === null || units !== own.count) return null;
        const shared = { side, sheet, layout: own, room, names, notes, top: scroll.current?.scrollTop ?? 0 };
        // Units that are not the same ones stand by their numbers, and none of them is the chosen one.
        if (units === order.length) return { ...shared, order, unit: store.getState().unit, view };
        return {
          ...shared,
          order: Uint32Array.from({ length: units }, (_, at) => at),
          unit: null,
          view: { ...view, cell: null },
        };
      },
    };
  }, [pairs, store, layer, layout, layoutOfB, room, names, notes, scroll]);

  const latest = useRef(wish);
  useEffect(() => {
    latest.current = wish;
    painter.current?.paintSoon();
  }, [wish]);

  useEffect(() => {
    const { a, b, difference } = canvases.current;
    if (!a || !b || !difference) return undefined;
    const own = createPairPainter({ a, b, difference }, () => latest.current(), onPainted);
    painter.current = own;
    own.paintSoon();
    return () => {
      own.dispose();
      painter.current = null;
    };
  }, [onPainted]);
  usePairDrawn(useCallback(() => painter.current?.paintSoon(), []));

  // A cell of a map that is no longer shown.
  useEffect(() => () => setInspectView({ cell: null }), [layer.node]);

  const { pick, onKeyDown } = useUnitKeys({ shape: layer.shape, layout, room, order, reveal });

  const pointed = ({ clientX, clientY, target }: Pick<PointerEvent, 'clientX' | 'clientY' | 'target'>) => {
    if (!(target instanceof HTMLCanvasElement)) return null;
    if (target === canvases.current.b && layoutOfB?.count !== layout.count) return null;
    const box = target.getBoundingClientRect();
    return positionAt(layout, clientX - box.left, clientY - box.top + (scroll.current?.scrollTop ?? 0));
  };

  return (
    <div className={styles.grids}>
      <div
        ref={scroll}
        className={styles.scroll}
        role="listbox"
        tabIndex={0}
        aria-label={t.label(layer.title)}
        aria-orientation="horizontal"
        aria-activedescendant={unit === null ? undefined : id}
        aria-describedby={`${id}-help`}
        onScroll={paintSoon}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          const at = pointed(event);
          const over = at === null ? undefined : order()[at.position];
          setInspectView({ cell: at === null || over === undefined ? null : cellAt(layer.shape, over, at) });
        }}
        onPointerLeave={() => setInspectView({ cell: null })}
        onClick={(event) => {
          const at = pointed(event);
          if (at !== null) pick(at.position);
        }}
      >
        <div className={styles.sticky} style={{ height: whole.height }}>
          <PairHeads layer={layer} />
          {SIDES.map((side) => (
            <canvas
              key={side}
              ref={(element) => {
                canvases.current[side] = element;
              }}
              style={{ width: room.width, height: room.height }}
              aria-hidden="true"
            />
          ))}
        </div>
        <div style={{ height: Math.max(0, height - room.height) }} />
        <PairStatus.Option id={id} layer={layer} names={names} />
        <span id={`${id}-help`} hidden>
          {t.help}
        </span>
      </div>
      <PairStatus.Line layer={layer} names={names} />
    </div>
  );
}
