import { layerDefinition } from '@/lib/layers/registry';
import { FORMAT, FORMAT_VERSION, type Document, type DocumentFile } from '@/lib/document/document';

/** The text of a design's file: indented, so that a version control system shows what changed. */
export function saveDocument(document: Document): string {
  return `${JSON.stringify(documentFile(document), null, 2)}\n`;
}

/** What `saveDocument` writes, as plain JSON. */
export function documentFile(document: Document): DocumentFile {
  const types = [...new Set(Object.values(document.nodes).map((node) => node.type))].sort();
  const layers = Object.fromEntries(types.map((type) => [type, layerDefinition(type)?.version ?? 1]));
  return { format: FORMAT, version: FORMAT_VERSION, layers, ...document };
}
