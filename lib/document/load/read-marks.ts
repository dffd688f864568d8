import type { NodeId } from '@/lib/core/ids';
import type { Document, Silence } from '@/lib/document/document';
import { isRecord, type Unknown, type Warn } from '@/lib/document/load/json-shape';

/** What a design says of its layers from outside: which are outputs, which rules are silenced for them. */
export function readMarks(
  file: Unknown,
  ids: ReadonlyMap<string, NodeId>,
  warn: Warn,
): Pick<Document, 'outputs' | 'silenced'> {
  const [outputs, silenced] = [listOf(file.outputs), listOf(file.silenced)];
  if (outputs === null) warn({ code: 'file/bad-part', values: { part: 'outputs' } });
  if (silenced === null) warn({ code: 'file/bad-part', values: { part: 'silenced' } });
  const named = (outputs ?? []).flatMap((id) => (typeof id === 'string' ? (ids.get(id) ?? []) : []));
  return {
    outputs: [...new Set(named)],
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
