import { sameJson } from '@/lib/core/same-json';
import type { Document } from '@/lib/document/document';
import { readDocument } from '@/lib/document/load';
import { analyze } from '@/lib/analysis/analyze';

/** The key under which our own design travels in the files of other tools, which pass it by. */
export const METADATA_KEY = 'shapeflow';

/**
 * The design that this product put beside the model: with its titles, its places, its blocks and its training. Null
 * where it is not the model's any more, because another tool has changed the model since.
 */
export function withMetadata(read: Document, metadata: unknown): Document | null {
  const own = readDocument(metadata, read.name);
  if (!own.ok || own.value.warnings.length > 0) return null;
  return sameJson(networkOf(own.value.document), networkOf(read)) ? own.value.document : null;
}

/** What makes a network: the layers on a way from an input to an output, their settings and what each takes. */
export function networkOf(document: Document): unknown {
  const { flat, network, layers, outputs } = analyze(document, null);
  const names = new Map(network.map((id) => [id, plain(id)]));
  const members = network.map((id) => {
    const node = flat.nodes[id];
    return [names.get(id), { type: node?.type, params: node?.params, inputs: layers[id]?.inputs.map(plain) }] as const;
  });
  return { members: Object.fromEntries(members), outputs: outputs.map(plain) };
}

/** Layers written out of blocks have a point in their ids, which becomes an underscore on the way. */
function plain(id: string): string {
  return id.replace(/[^a-z0-9]+/g, '_');
}
