import type { NodeId } from '@/lib/core/ids';
import type { Document, Silence } from '@/lib/document/document';
import { isRecord, type Unknown, type Warn } from '@/lib/document/load/json-shape';
import type { ReadNodes } from '@/lib/document/load/read-nodes';

/** What a design says of its layers from outside: which are outputs, which rules are silenced for them. */
export function readMarks(
  file: Unknown,
  { nodes, ids }: Pick<ReadNodes, 'nodes' | 'ids'>,
  warn: Warn,
): Pick<Document, 'outputs' | 'silenced'> {
  const [outputs, silenced] = [listOf(file.outputs), listOf(file.silenced)];
  if (outputs === null) warn({ code: 'file/bad-part', values: { part: 'outputs' } });
  if (silenced === null) warn({ code: 'file/bad-part', values: { part: 'silenced' } });
  const named = (outputs ?? []).flatMap((id) => (typeof id === 'string' ? (ids.get(id) ?? []) : []));
  // The network's outputs are drawn in the design itself.
  const outside = named.filter((id) => nodes[id]?.scope === undefined);
  return {
    outputs: [...new Set(outside)],
    silenced: (silenced ?? []).flatMap((entry) => readSilence(entry, ids) ?? []),
  };
}

function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? (value as readonly unknown[]) : null;
}

function readSilence(entry: unknown, ids: ReadonlyMap<string, NodeId>): Silence | null {
  if (!isRecord(entry) || typeof entry.code !== 'string') return null;
  if (entry.node === undefined) return { code: entry.code };
  const node = typeof entry.node === 'string' ? ids.get(entry.node) : undefined;
  return node === undefined ? null : { code: entry.code, node };
}
