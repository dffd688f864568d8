import { useEffect, useRef, type ComponentType } from 'react';
import { inspectSession } from '@/components/inspect/inspect-session';
import { inspectView } from '@/components/inspect/view-state';
import { putPixels } from '@/components/inspect/put-pixels';
import { onTheme, themeNow } from '@/components/inspect/theme-now';
import { seenLayer } from '@/components/inspect/use-canvas-link';
import type { Designer } from '@/components/state/create-designer';
import type { NodeId } from '@/lib/core/ids';
import { paintMap } from '@/lib/inspect/paint-map';
import { sameNetwork } from '@/lib/state/same-network';
import styles from '@/components/inspect/miniature.module.css';

/** The canvases on the layers that are drawn at this moment. */
type Canvases = Map<NodeId, HTMLCanvasElement>;

/** Shows what the layers give on the canvas, look by look, without drawing a component anew; ends with the answer. */
export function connectMiniatures(designer: Designer): () => void {
  const { store, actions } = inspectSession(designer);
  const canvases: Canvases = new Map();
  let stopWatching = (): void => {};
  let isChanged = false;
  let frame = 0;

  const watch = (): void => {
    isChanged = false;
    stopWatching();
    const { subject } = store.getState();
    const isDrawn = subject !== null && sameNetwork(subject.document, designer.workspace.store.getState().document);
    const nodes = isDrawn ? [...canvases.keys()].flatMap((drawn) => seenLayer(subject, drawn) ?? []) : [];
    stopWatching = actions.watchMiniatures(nodes);
  };
  /** Once for all layers that come or go together. */
  const change = (): void => {
    if (isChanged) return;
    isChanged = true;
    queueMicrotask(() => isChanged && watch());
  };
  const Content = miniatureOf((node, canvas) => {
    canvases.set(node, canvas);
    change();
    return () => {
      if (canvases.get(node) === canvas) canvases.delete(node);
      change();
    };
  });
  const paint = (): void => {
    frame = 0;
    const { subject, miniatures } = store.getState();
    for (const [drawn, canvas] of canvases) {
      const node = subject === null ? null : seenLayer(subject, drawn);
      const look = node === null ? undefined : miniatures.get(node);
      canvas.hidden = look === undefined;
      if (look !== undefined) putPixels(canvas, paintMap(look, inspectView.getState().scale, themeNow()));
    }
  };
  const paintSoon = (): void => {
    frame ||= requestAnimationFrame(paint);
  };

  const stops = [
    store.subscribe((now, before) => {
      if (now.subject !== before.subject) change();
      if (now.miniatures !== before.miniatures) paintSoon();
    }),
    inspectView.subscribe((now, before) => {
      if (now.scale !== before.scale) paintSoon();
    }),
    onTheme(paintSoon),
  ];
  designer.nodeSlot.setState({ Content });
  return () => {
    designer.nodeSlot.setState({ Content: null });
    for (const stop of stops) stop();
    isChanged = false;
    stopWatching();
    cancelAnimationFrame(frame);
  };
}

function miniatureOf(
  add: (node: NodeId, canvas: HTMLCanvasElement) => () => void,
): ComponentType<{ readonly node: NodeId }> {
  return function Miniature({ node }) {
    const canvas = useRef<HTMLCanvasElement>(null);
    useEffect(() => (canvas.current === null ? undefined : add(node, canvas.current)), [node]);
    return <canvas ref={canvas} className={styles.miniature} aria-hidden="true" hidden />;
  };
}
