'use client';

import { useEffect, useMemo, useRef } from 'react';
import { createGridPainter, type GridPainter, type GridWish } from '@/components/inspect/grid/grid-painter';
import { onTheme } from '@/components/inspect/theme-now';
import { unitNames } from '@/components/inspect/unit-names';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { gridPart } from '@/components/inspect/unit/grid-part';
import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { SIGNED_VIEW } from '@/components/inspect/why/numbers-part';
import { SaveFigures } from '@/components/inspect/why/SaveFigures';
import { answerFileName, useAnswerLines } from '@/components/inspect/why/use-answer-text';
import type { Answered } from '@/components/inspect/why/use-attribution';
import { inspectView } from '@/components/inspect/view-state';
import { useSize } from '@/components/runs/use-size';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import type { NodeId } from '@/lib/core/ids';
import { largestSize, strongestUnits } from '@/lib/inspect/attribution';
import { gridLayout } from '@/lib/inspect/grid-layout';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { LayerLook } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/why/why.module.css';

const STRONGEST = 6;

/** Of the section, to lead to it from above. */
export const ECHO_ID = 'why-echo';

/** Scrolls the view so far that the echo is seen, at most to where it begins. */
export function showEcho(): void {
  const echo = document.getElementById(ECHO_ID);
  const view = echo?.parentElement;
  if (echo == null || view == null) return;
  const end = echo.offsetTop + echo.offsetHeight - view.clientHeight;
  view.scrollTop = Math.max(view.scrollTop, Math.min(echo.offsetTop, end));
}

/** When another layer is gone to, its echo is what is looked for. */
function useShownEcho(layer: NodeId | null): void {
  const last = useRef(layer);
  useEffect(() => {
    if (layer !== null && last.current !== null && last.current !== layer) showEcho();
    last.current = layer;
  }, [layer]);
}

/** The same unit in the layer that is chosen: what each of its maps has to do with it. */
export function EchoView({ answer }: { readonly answer: Answered }) {
  const t = useMessages(inspectWhyMessages).echo;
  const nameOf = useLayerNames();
  const { echo, method } = answer;
  useShownEcho(echo === null ? answer.asked.unit.layer : echo.layer);
  if (echo === null) return <p className={styles.note}>{t.same}</p>;
  const title = nameOf(echo.layer);
  if (echo.reply.kind === 'refused') return <p className={styles.note}>{t.behind(title)}</p>;
  const { shape, values } = echo.reply;
  const look = { node: echo.layer, shape, values };
  return (
    <section id={ECHO_ID} tabIndex={-1} className={styles.part} aria-label={t.title(title)}>
      <h4>{t.title(title)}</h4>
      <p className={styles.note}>{t.explain[method]}</p>
      <EchoUnits look={look} />
      <EchoGrid look={look} answer={answer} label={t.picture(title, shape.at(-1) ?? 0)} />
      <SaveEcho look={look} answer={answer} layer={title} />
    </section>
  );
}

interface SaveEchoProps {
  readonly look: LayerLook;
  readonly answer: Answered;
  /** What it is called. */
  readonly layer: string;
}

function SaveEcho({ look, answer, layer }: SaveEchoProps) {
  const t = useMessages(inspectWhyMessages);
  const format = useShortNumber();
  const lines = useAnswerLines()(answer);
  const { asked, method } = answer;
  const names = unitNames(asked.subject, look.node);
  const parts = () => {
    const isRow = look.shape.length === 1;
    const caption = isRow ? t.echoBars(layer) : t.echoCaption(layer, format(largestSize(look.values)));
    return [gridPart(look, { view: SIGNED_VIEW, names, caption })];
  };
  return (
    <div className={styles.row}>
      <SaveFigures
        title={t.echo.of(t.methods[method].name, asked.name, layer)}
        name={`${answerFileName(answer)} echo in ${look.node}`}
        parts={parts}
        values={() => look}
        lines={[t.echo.explain[method], ...lines]}
      />
    </div>
  );
}

function EchoUnits({ look }: { readonly look: LayerLook }) {
  const t = useMessages(inspectWhyMessages).echo;
  const format = useShortNumber();
  const { pickUnit } = useInspectActions();
  const units = strongestUnits(look, STRONGEST);
  if (units.length === 0) return <p className={styles.notice}>{t.dead}</p>;
  return (
    <div className={styles.row}>
      <span>{t.strongest}</span>
      {units.map(({ unit, value }) => (
        <Button key={unit} look="quiet" onClick={() => pickUnit(unit)}>
          {t.unit(unit, format(value))}
        </Button>
      ))}
    </div>
  );
}

interface EchoGridProps {
  readonly look: LayerLook;
  readonly answer: Answered;
  readonly label: string;
}

function EchoGrid({ look, answer, label }: EchoGridProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<GridPainter | null>(null);
  const wish = useRef<GridWish>(null);
  const unit = useInspect((state) => state.unit);
  const [scroll, room] = useSize();
  const layout = useMemo(() => gridLayout(look.shape, room, null), [look.shape, room]);
  const names = useMemo(() => unitNames(answer.asked.subject, look.node), [answer.asked.subject, look.node]);

  useEffect(() => {
    const view = { ...inspectView.getState(), ...SIGNED_VIEW, cell: null };
    wish.current = { look, layout, room, names, unit, view, top: scroll.current?.scrollTop ?? 0 };
    painter.current?.paintSoon();
  }, [look, layout, room, names, unit, scroll]);

  useEffect(() => {
    if (canvas.current === null) return undefined;
    const own = createGridPainter(canvas.current, () => {
      if (wish.current === null) throw new Error('drawn before it was known what');
      return { ...wish.current, top: scroll.current?.scrollTop ?? 0 };
    });
    painter.current = own;
    if (wish.current !== null) own.paintSoon();
    const stop = onTheme(own.paintSoon);
    return () => {
      stop();
      own.dispose();
      painter.current = null;
    };
  }, [scroll]);

  return (
    <div
      ref={scroll}
      className={styles.echo}
      tabIndex={0}
      role="group"
      aria-label={label}
      onScroll={() => painter.current?.paintSoon()}
    >
      <canvas
        ref={canvas}
        className={styles.echoCanvas}
        style={{ width: room.width, height: room.height }}
        aria-hidden="true"
      />
      <div style={{ height: Math.max(0, layout.height - room.height) }} />
    </div>
  );
}
