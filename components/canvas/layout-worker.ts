import type { NodeId } from '@/lib/core/ids';
import { autoLayout } from '@/lib/document/auto-layout';
import type { Document, Position } from '@/lib/document/document';

/** Where the layers of a large design are laid out, which takes seconds: the page never waits for it. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Document>) => void) | null;
  postMessage(positions: Readonly<Record<NodeId, Position>>): void;
};

scope.onmessage = ({ data }) =>
  void autoLayout(data).then(
    (positions) => scope.postMessage(positions),
    // Only what is thrown outside a promise reaches the page.
    (error: unknown) =>
      setTimeout(() => {
        throw error;
      }),
  );
