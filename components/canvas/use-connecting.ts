import type { Connection, IsValidConnection, OnConnect, OnConnectEnd, OnReconnect } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import type { NodeId } from '@/lib/core/ids';
import { layerTitle } from '@/lib/document/layer-title';
import { canvasMessages } from '@/lib/messages/canvas';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspaceActions } from '@/components/state/use-workspace';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { useAnnounce } from '@/components/canvas/Announcer';
import { refusalOf } from '@/components/canvas/connection-rules';
import type { ShapeFlowEdge } from '@/components/canvas/flow-types';

export interface ConnectHandlers {
  readonly onConnect: OnConnect;
  readonly onConnectEnd: OnConnectEnd;
  readonly onReconnect: OnReconnect<ShapeFlowEdge>;
  readonly isValidConnection: IsValidConnection<ShapeFlowEdge>;
}

/** Joining by dragging: from a layer's output to anywhere on another layer, or the other way round. */
export function useConnecting(): ConnectHandlers {
  const { workspace } = useDesigner();
  const { apply } = useWorkspaceActions();
  const join = useJoin();

  const isValidConnection = useCallback<IsValidConnection<ShapeFlowEdge>>(
    ({ source, target }) => refusalOf(workspace.store.getState().document, source, target) === null,
    [workspace],
  );
  const onConnect = useCallback<OnConnect>(({ source, target }: Connection) => join(source, target), [join]);

  const onConnectEnd = useCallback<OnConnectEnd>(
    (event, { fromNode, fromHandle, toNode, isValid }) => {
      if (fromNode === null || fromHandle === null || isValid === true) return;
      const hit = toNode?.id ?? nodeAt(event);
      if (hit === null) return;
      if (fromHandle.type === 'source') join(fromNode.id, hit);
      else join(hit, fromNode.id);
    },
    [join],
  );

  const onReconnect = useCallback<OnReconnect<ShapeFlowEdge>>(
    (edge, { source, target }) => apply({ kind: 'reconnect', edge: edge.id, source, target }),
    [apply],
  );

  return useMemo(
    () => ({ onConnect, onConnectEnd, onReconnect, isValidConnection }),
    [onConnect, onConnectEnd, onReconnect, isValidConnection],
  );
}

/** Joins two layers, or says why it cannot be done. */
export function useJoin(): (source: NodeId, target: NodeId) => void {
  const { workspace, notices } = useDesigner();
  const { apply } = useWorkspaceActions();
  const announce = useAnnounce();
  const locale = useLocale();
  const messages = useMessages(canvasMessages);
  return useCallback(
    (source, target) => {
      const { document } = workspace.store.getState();
      const title = (id: NodeId) => layerTitle(document.nodes[id] ?? { type: id }, locale, document.blocks);
      const refusal = refusalOf(document, source, target);
      if (refusal !== null) {
        notices.show('warning', 'text', { text: messages.refused[refusal](title(source), title(target)) });
        return;
      }
      apply({ kind: 'connect', source, target });
      announce(messages.connected(title(source), title(target)));
    },
    [workspace, notices, apply, announce, locale, messages],
  );
}

/** The layer under the pointer; a drag needs not end on its small round handle. */
function nodeAt(event: MouseEvent | TouchEvent): NodeId | null {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  if (point === undefined) return null;
  const element = document.elementFromPoint(point.clientX, point.clientY);
  return element?.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? null;
}
