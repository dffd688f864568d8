import { Designer } from '@/components/shell/Designer';
import { fetchFirstParts } from '@/components/shell/slots';
import { createDesigner, type Designer as DesignerParts } from '@/components/state/create-designer';
import { DesignerProvider } from '@/components/state/designer-context';

/** What the page shows once this browser's designs are read. */
export interface Started {
  readonly Designer: typeof Designer;
  readonly DesignerProvider: typeof DesignerProvider;
  readonly designer: DesignerParts;
}

export interface Starting {
  readonly ready: Promise<Started>;
  readonly dispose: () => void;
}

export function start(): Starting {
  fetchFirstParts();
  const designer = createDesigner();
  return {
    ready: designer.ready.then(() => ({ Designer, DesignerProvider, designer })),
    dispose: designer.dispose,
  };
}
