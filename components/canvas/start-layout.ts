import type { NodeId } from '@/lib/core/ids';
import type { Document, Position } from '@/lib/document/document';

type Positions = Readonly<Record<NodeId, Position>>;

/**
 * Lays a design out in a worker of its own; null where `stop` ends it first, or the browser. Load this module with
 * `import()`: what it names is not part of the first load.
 */
export function layOutAside(document: Document, stop: AbortSignal): Promise<Positions | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    const end = (positions: Positions | null) => {
      worker.terminate();
      resolve(positions);
    };
    worker.onmessage = ({ data }: MessageEvent<Positions>) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end(null);
    };
    stop.addEventListener('abort', () => end(null), { once: true });
    if (stop.aborted) end(null);
    else worker.postMessage(document);
  });
}
