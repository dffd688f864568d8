'use client';

import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useFrames } from '@/components/charts/use-frames';
import { onTheme, themeNow } from '@/components/inspect/theme-now';
import { cellAt, drawMap, drawOverlay, pictureBox, placeCells } from '@/components/inspect/unit/draw-unit';
import { sceneOf, seenBy, turned, unitImages, type UnitImages, type UnitScene } from '@/components/inspect/unit/scene';
import { focusedCell, hoverCell, pinCell, unitFocus } from '@/components/inspect/unit/unit-focus';
import type { ChosenUnit } from '@/components/inspect/unit/use-chosen-unit';
import { useInspectStore } from '@/components/inspect/use-inspect';
import { inspectView } from '@/components/inspect/view-state';
import { readInk } from '@/components/unit-view/draw-picture';
import { pictureMargin } from '@/components/unit-view/picture-margin';
import { useMessages } from '@/components/ui/use-messages';
import { mapSize } from '@/lib/inspect/channel-map';
import { strongestCell } from '@/lib/inspect/strongest-cell';
import type { Pair } from '@/lib/layers/fields';
import { inspectUnitMessages } from '@/lib/messages/inspect-unit';
import styles from '@/components/inspect/unit/unit.module.css';

interface UnitCanvasesProps {
  readonly chosen: ChosenUnit;
  readonly describedBy: string;
}

/** The unit's map enlarged, and laid over the picture; drawn with every look, outside rendering. */
export function UnitCanvases({ chosen, describedBy }: UnitCanvasesProps) {
  const { subject, layer, unit } = chosen;
  const t = useMessages(inspectUnitMessages);
  const scene = useMemo(() => sceneOf(subject, layer), [subject, layer]);
  const map = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const margin = useMemo(() => marginOf(subject.analysis, scene), [subject.analysis, scene]);
  const shown = useDrawing({ map, over }, { scene, unit, margin });

  const size = mapSize(layer.shape);
  const drawnSize = turned(layer, size);
  const onMap = (event: PointerEvent<HTMLElement>) => {
    const { canvas, at } = pointOn(event);
    const cell = cellAt(placeCells(canvas, drawnSize), drawnSize, at);
    return cell === null ? null : turned(layer, cell);
  };
  const onPicture = (event: PointerEvent<HTMLElement>): Pair | null => {
    const { picture, places } = scene;
    const { canvas, at } = pointOn(event);
    const [height = 1, width = 1] = picture ?? [];
    const pixel = cellAt(pictureBox(canvas, { width, height }, margin), [height, width], at);
    return pixel === null || places === null ? null : nearestCell(pixel, places, size);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && unitFocus.getState().pinned !== null) {
      event.stopPropagation();
      return pinCell(layer.node, null);
    }
    const from = focusedCell(unitFocus.getState(), inspectView.getState(), layer) ?? shown.current;
    const next = cellAfter(event.key, turned(layer, from), drawnSize);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    pinCell(layer.node, turned(layer, next));
  };
  const pointer = (cellOf: (event: PointerEvent<HTMLElement>) => Pair | null) => ({
    onPointerMove: (event: PointerEvent<HTMLElement>) => hoverCell(layer.node, cellOf(event)),
    onPointerLeave: () => hoverCell(layer.node, null),
    onPointerDown: (event: PointerEvent<HTMLElement>) => pinCell(layer.node, cellOf(event)),
  });

  return (
    <div className={styles.canvases}>
      <div
        className={styles.map}
        role="application"
        tabIndex={0}
        aria-label={t.map.label(unit, layer.title, size[0], size[1])}
        aria-describedby={describedBy}
        onKeyDown={onKeyDown}
        {...pointer(onMap)}
      >
        <canvas ref={map} aria-hidden="true" />
      </div>
      {scene.picture !== null && (
        <div className={styles.map} {...pointer(onPicture)}>
          <canvas ref={over} role="img" aria-label={t.map.overlayLabel(unit, layer.title)} />
        </div>
      )}
    </div>
  );
}

interface Canvases {
  readonly map: { readonly current: HTMLCanvasElement | null };
  readonly over: { readonly current: HTMLCanvasElement | null };
}

interface Drawn {
  readonly scene: UnitScene;
  readonly unit: number;
  readonly margin: ReturnType<typeof pictureMargin>;
}

/** The cell that is framed, as it was drawn last. */
function useDrawing({ map, over }: Canvases, { scene, unit, margin }: Drawn): { readonly current: Pair } {
  const store = useInspectStore();
  const shown = useRef<Pair>([0, 0]);
  const scratch = useRef<readonly [HTMLCanvasElement, HTMLCanvasElement] | null>(null);
  const subscribe = useCallback(
    (news: () => void) => {
      const resized = new ResizeObserver(news);
      for (const { current } of [map, over]) if (current !== null) resized.observe(current);
      const stops = [store.subscribe(news), inspectView.subscribe(news), unitFocus.subscribe(news), onTheme(news)];
      return () => {
        resized.disconnect();
        for (const stop of stops) stop();
      };
    },
    [store, map, over],
  );
  const draw = () => {
    const { looks, input } = store.getState();
    const look = looks.get(scene.layer.node);
    if (look === undefined || map.current === null) return;
    const focus = unitFocus.getState();
    const view = inspectView.getState();
    const { opacity } = focus;
    const images = unitImages({ scene, look, unit, input: input?.values ?? null, view, theme: themeNow(), opacity });
    const cell = focusedCell(focus, view, scene.layer) ?? strongestCell(images.map);
    shown.current = cell;
    scratch.current ??= [document.createElement('canvas'), document.createElement('canvas')];
    paint({ map: map.current, over: over.current, scratch: scratch.current }, { images, cell, scene, margin });
  };
  useFrames(subscribe, draw);
  useEffect(draw);
  return shown;
}

interface Painted {
  readonly images: UnitImages;
  readonly cell: Pair;
  readonly scene: UnitScene;
  readonly margin: ReturnType<typeof pictureMargin>;
}

function paint(
  {
    map,
    over,
    scratch,
  }: {
    map: HTMLCanvasElement;
    over: HTMLCanvasElement | null;
    scratch: readonly [HTMLCanvasElement, HTMLCanvasElement];
  },
  { images, cell, scene, margin }: Painted,
): void {
  const ink = readInk(map);
  fitCanvas(map);
  drawMap(map, scratch[0], { images, cell: turned(scene.layer, cell), ink });
  if (over === null) return;
  fitCanvas(over);
  drawOverlay(over, scratch, { images, view: seenBy(scene, cell, scene.source), margin, ink });
}

/** As many pixels as the screen has for it; setting a size empties the canvas and costs more than drawing. */
function fitCanvas(canvas: HTMLCanvasElement): void {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((side) => Math.round(side * devicePixelRatio));
  if (width !== undefined && width > 0 && canvas.width !== width) canvas.width = width;
  if (height !== undefined && height > 0 && canvas.height !== height) canvas.height = height;
}

function pointOn({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { canvas: { width, height }, at: [clientX - left, clientY - top] as const };
}

function nearestCell(pixel: Pair, places: NonNullable<UnitScene['places']>, size: Pair): Pair {
  const along = (axis: 0 | 1) => {
    const at = places.jump[axis] === 0 ? 0 : (pixel[axis] + 0.5 - places.start[axis]) / places.jump[axis];
    return Math.min(Math.max(Math.round(at), 0), size[axis] - 1);
  };
  return [along(0), along(1)];
}

function cellAfter(key: string, [row, column]: Pair, [rows, columns]: Pair): Pair | null {
  const clamped = (toRow: number, toColumn: number): Pair => [
    Math.min(Math.max(toRow, 0), rows - 1),
    Math.min(Math.max(toColumn, 0), columns - 1),
  ];
  switch (key) {
    case 'ArrowUp':
      return clamped(row - 1, column);
    case 'ArrowDown':
      return clamped(row + 1, column);
    case 'ArrowLeft':
      return clamped(row, column - 1);
    case 'ArrowRight':
      return clamped(row, column + 1);
    case 'PageUp':
      return [0, column];
    case 'PageDown':
      return [rows - 1, column];
    case 'Home':
      return [row, 0];
    case 'End':
      return [row, columns - 1];
    default:
      return null;
  }
}

function marginOf(analysis: ChosenUnit['subject']['analysis'], { layer, picture }: UnitScene) {
  const [rows = 1, columns = 1] = picture ?? [];
  return pictureMargin(analysis, [layer.node], [rows, columns]);
}
