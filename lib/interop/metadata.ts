import { sameJson } from '@/lib/core/same-json';
import type { Document } from '@/lib/document/document';
import { readDocument } from '@/lib/document/load';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';

/** The key under which our own design travels in the files of other tools, which pass it by. */
export const METADATA_KEY = 'shapeflow';

/**
 * The design that this product put beside the model: with its titles, its places, its blocks and its training. Null
 * where it is not the model's any more, because another tool has changed the model since.
 */
export function withMetadata(read: Document, metadata: unknown): Document | null {
  const own = readDocument(metadata, read.name);
  if (!own.ok || own.value.warnings.length > 0) return null;
  const network = networkOf(own.value.document);
  return network !== null && sameJson(network, networkOf(read)) ? own.value.document : null;
}

/** What makes a network: the calls that it is computed by, and what each takes; null while it has mistakes. */
export function networkOf(document: Document): unknown {
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) return null;
  const { layers, outputs } = plan.value;
  const calls = layers.map(({ name, callee, args, inputs }) => [
    plain(name),
    { callee, args, inputs: inputs.map(plain) },
  ]);
  return { calls: Object.fromEntries(calls) as unknown, outputs: outputs.map(plain) };
}

/** Layers written out of blocks have a point in their ids, which becomes an underscore on the way. */
function plain(id: string): string {
  return id.replace(/[^a-z0-9]+/g, '_');
}
