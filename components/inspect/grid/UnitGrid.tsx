'use client';

import { useEffect, useId, useMemo, useRef, type PointerEvent } from 'react';
import { cellAt } from '@/components/inspect/grid/cells';
import { createGridPainter, type GridPainter, type GridWish } from '@/components/inspect/grid/grid-painter';
import { GridTools } from '@/components/inspect/grid/GridTools';
import { UnitOption } from '@/components/inspect/grid/UnitOption';
import { useRevealedUnit } from '@/components/inspect/grid/use-revealed-unit';
import { useUnitKeys } from '@/components/inspect/grid/use-unit-keys';
import { useUnitText } from '@/components/inspect/grid/use-unit-text';
import { onTheme } from '@/components/inspect/theme-now';
import { useInspect, useInspectStore } from '@/components/inspect/use-inspect';
import { useUnitNotes } from '@/components/inspect/top/use-unit-notes';
import { inspectView, setInspectView, useInspectView } from '@/components/inspect/view-state';
import { useSize } from '@/components/runs/use-size';
import { useMessages } from '@/components/ui/use-messages';
import { cornerOf, gridLayout, positionAt, sizeIndex } from '@/lib/inspect/grid-layout';
import { inspectMessages } from '@/lib/messages/inspect';
import type { InspectLayer } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/grid/grid.module.css';

interface UnitGridProps {
  readonly layer: InspectLayer;
  readonly names: readonly string[];
}

/** Every unit of a layer on one canvas; what is out of view is not drawn. */
export function UnitGrid({ layer, names }: UnitGridProps) {
  const t = useMessages(inspectMessages).grid;
  const store = useInspectStore();
  const unit = useInspect((state) => state.unit);
  const size = useInspectView((view) => view.size);
  const [scroll, room] = useSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<GridPainter | null>(null);
  const layout = useMemo(() => gridLayout(layer.shape, room, size), [layer.shape, room, size]);
  const notes = useUnitNotes(layer.node);
  const wish = useRef<() => GridWish>(null);
  const id = useId();
  const by = useInspectView((view) => view.order);

  const reveal = (position: number): void => {
    const element = scroll.current;
    if (element === null) return;
    const { y } = cornerOf(layout, position);
    const below = y + layout.cell.height - element.clientHeight;
    if (y < element.scrollTop) element.scrollTo({ top: y });
    else if (below > element.scrollTop) element.scrollTo({ top: below });
  };
  const order = () => painter.current?.order() ?? [];
  const paintSoon = () => painter.current?.paintSoon();
  const onPainted = useRevealedUnit({ unit, layout, by, order, reveal, paintSoon });

  useEffect(() => {
    wish.current = () => ({
      look: store.getState().looks.get(layer.node),
      ...{ layout, room, names, notes },
      top: scroll.current?.scrollTop ?? 0,
      unit: store.getState().unit,
      view: inspectView.getState(),
    });
    painter.current?.paintSoon();
  }, [store, layer, layout, room, names, notes, scroll]);

  useEffect(() => {
    if (canvas.current === null) return undefined;
    const drawn = () => {
      if (wish.current === null) throw new Error('drawn before it was known what');
      return wish.current();
    };
    const own = createGridPainter(canvas.current, drawn, onPainted);
    painter.current = own;
    own.paintSoon();
    const stops = [
      store.subscribe((now, before) => {
        if (now.looks !== before.looks || now.unit !== before.unit) own.paintSoon();
      }),
      inspectView.subscribe(own.paintSoon),
      onTheme(own.paintSoon),
    ];
    return () => {
      for (const stop of stops) stop();
      own.dispose();
      painter.current = null;
    };
  }, [store, onPainted]);

  // A cell of a map that is no longer shown.
  useEffect(() => () => setInspectView({ cell: null }), [layer.node]);

  const { pick, onKeyDown } = useUnitKeys({ shape: layer.shape, layout, room, order, reveal });

  const pointed = ({ clientX, clientY }: PointerEvent) => {
    const box = canvas.current?.getBoundingClientRect();
    if (box === undefined) return null;
    return positionAt(layout, clientX - box.left, clientY - box.top + (scroll.current?.scrollTop ?? 0));
  };
  const onPointerMove = (event: PointerEvent) => {
    const at = pointed(event);
    const over = at === null ? undefined : painter.current?.order()[at.position];
    setInspectView({ cell: at === null || over === undefined ? null : cellAt(layer.shape, over, at) });
  };

  return (
    <>
      <GridTools kind={layout.kind} size={sizeIndex(layout)} />
      <div
        ref={scroll}
        className={styles.grid}
        role="listbox"
        tabIndex={0}
        aria-label={layout.kind === 'bars' ? t.barsLabel(layer.title) : t.label(layer.title)}
        aria-orientation="horizontal"
        aria-activedescendant={unit === null ? undefined : id}
        aria-describedby={`${id}-help`}
        onScroll={paintSoon}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setInspectView({ cell: null })}
        onClick={(event) => {
          const at = pointed(event as unknown as PointerEvent);
          if (at !== null) pick(at.position);
        }}
      >
        <canvas
          ref={canvas}
          className={styles.canvas}
          style={{ width: room.width, height: room.height }}
          aria-hidden="true"
        />
        <div style={{ height: Math.max(0, layout.height - room.height) }} />
        {unit !== null && <ChosenUnit id={id} layer={layer} unit={unit} names={names} />}
        <span id={`${id}-help`} hidden>
          {t.help}
        </span>
      </div>
    </>
  );
}

function ChosenUnit({ id, layer, unit, names }: UnitGridProps & { readonly id: string; readonly unit: number }) {
  return <UnitOption id={id} layer={layer} unit={unit} text={useUnitText(layer, unit, names)} />;
}
