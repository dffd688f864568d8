import { useReactFlow, useStore, type OnMove, type ReactFlowState } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { useCanvasUiStore } from '@/components/canvas/canvas-ui';
import { fitNodes } from '@/components/canvas/fit-nodes';

const sizeOf = ({ width, height }: ReactFlowState) => `${width} ${height}`;

/**
 * A design that was fitted into view stays so when panels open and close, until someone moves the view. Returns what is
 * to be called when the view is moved.
 */
export function useFittedView(): OnMove {
  const flow = useReactFlow();
  const size = useStore(sizeOf);
  const ui = useCanvasUiStore();
  const lastSize = useRef(size);
  useEffect(() => {
    if (size === lastSize.current) return;
    lastSize.current = size;
    const { isFitted, shown } = ui.getState();
    if (isFitted) fitNodes(flow, shown);
  }, [size, flow, ui]);
  // Moves without an event are the program's own: fitting, or bringing a layer into view. A press that moves nothing is
  // none at all, although React Flow says that a move starts.
  return useCallback(
    (event) => {
      if (event !== null) ui.setState({ isFitted: false });
    },
    [ui],
  );
}
