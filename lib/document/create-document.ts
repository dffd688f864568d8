import type { Document } from '@/lib/document/document';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';

/** A design without layers. */
export function createDocument(name: string): Document {
  return { name, nodes: {}, edges: {}, training: DEFAULT_TRAINING, blocks: {}, outputs: [], silenced: [] };
}
