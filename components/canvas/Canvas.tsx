'use client';

import { ReactFlowProvider } from '@xyflow/react';
import { useState } from 'react';
import { Announcer } from '@/components/canvas/Announcer';
import { CanvasUiContext, createCanvasUi } from '@/components/canvas/canvas-ui';
import { CanvasView } from '@/components/canvas/CanvasView';

/** The design as a picture to work on. Fills its container. */
export function Canvas() {
  const [ui] = useState(createCanvasUi);
  return (
    <CanvasUiContext value={ui}>
      <ReactFlowProvider>
        <Announcer>
          <CanvasView />
        </Announcer>
      </ReactFlowProvider>
    </CanvasUiContext>
  );
}
