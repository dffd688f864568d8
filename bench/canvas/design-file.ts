import { saveDocument } from '@/lib/document/save';
import { residualChain } from '../analysis/designs';

/** The text of a design of so many layers, in columns, as auto-layout places long networks. */
export function designFile(layers: number): string {
  const document = residualChain(layers);
  const rows = 50;
  const nodes = Object.values(document.nodes).map((node, index) => {
    const position = { x: Math.floor(index / rows) * 360, y: (index % rows) * 130 };
    return [node.id, { ...node, position }] as const;
  });
  return saveDocument({ ...document, nodes: Object.fromEntries(nodes) });
}
