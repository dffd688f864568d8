import type { NodeId } from '@/lib/core/ids';
import { plainName } from '@/lib/core/plain-name';
import type { ParamValue } from '@/lib/core/problem';
import type { Field, Params } from '@/lib/layers/fields';
import { layerDefinition } from '@/lib/layers/registry';
import type { DocumentNode, Position } from '@/lib/document/document';
import { isFiniteNumber, isRecord, type Unknown, type Warn } from '@/lib/document/load/json-shape';
import { createUsableIds } from '@/lib/document/load/usable-ids';

export interface ReadNodes {
  readonly nodes: Readonly<Record<NodeId, DocumentNode>>;
  /** The id in the file → the id in the design. */
  readonly ids: ReadonlyMap<string, NodeId>;
  /** Layers of types that nobody here knows: to be removed once the edges are read. */
  readonly unknown: readonly NodeId[];
  /** Layers without a position: still to be given one. */
  readonly unplaced: readonly NodeId[];
}

export function readNodes(value: unknown, warn: Warn): ReadNodes {
  if (!isRecord(value)) {
    warn({ code: 'file/bad-part', values: { part: 'nodes' } });
    return { nodes: {}, ids: new Map(), unknown: [], unplaced: [] };
  }
  const nodes: Record<NodeId, DocumentNode> = {};
  const ids = new Map<string, NodeId>();
  const [unknown, unplaced]: NodeId[][] = [[], []];
  const usableId = createUsableIds(value, stemOf);
  for (const [key, entry] of Object.entries(value)) {
    if (!isRecord(entry) || typeof entry.type !== 'string') {
      warn({ code: 'file/broken-layer', values: { layer: key } });
      continue;
    }
    const id = usableId(key);
    if (id !== key) warn({ code: 'file/renamed-layer', values: { layer: key, to: id } });
    const position = readPosition(entry.position);
    ids.set(key, id);
    nodes[id] = readNode(entry, { id, type: entry.type, position: position ?? { x: 0, y: 0 }, warn });
    if (position === null) unplaced?.push(id);
    if (layerDefinition(entry.type) === null) {
      unknown?.push(id);
      warn({ code: 'file/unknown-layer', values: { layer: nodes[id]?.title ?? id, type: entry.type } });
    }
  }
  return { nodes, ids, unknown: unknown ?? [], unplaced: unplaced ?? [] };
}

function readNode(
  entry: Unknown,
  { id, type, position, warn }: { id: NodeId; type: string; position: Position; warn: Warn },
): DocumentNode {
  const title = readTitle(entry.title, warn);
  const params = readParams(entry.params, type, (code, param) => warn({ code, values: { layer: title ?? id, param } }));
  return { id, type, ...(title === null ? {} : { title }), params, position };
}

function readTitle(value: unknown, warn: Warn): string | null {
  if (typeof value !== 'string') return null;
  const title = plainName(value).trim();
  if (title !== value.trim()) warn({ code: 'file/cleaned-name', values: { name: title } });
  return title === '' ? null : title;
}

type WarnParam = (code: 'file/bad-param' | 'file/unknown-param', param: string) => void;

/** Every field of the type: the file's value where it is of the field's kind, the default where it is missing or not. */
function readParams(value: unknown, type: string, warn: WarnParam): Params {
  const fields = layerDefinition(type)?.fields;
  if (fields === undefined) return {};
  const written = isRecord(value) ? value : {};
  for (const param of Object.keys(written)) {
    if (!Object.hasOwn(fields, param)) warn('file/unknown-param', param);
  }
  const params = Object.entries(fields).map(([param, field]): readonly [string, ParamValue] => {
    if (!Object.hasOwn(written, param)) return [param, field.default as ParamValue];
    const read = written[param];
    if (isOfKind(read, field)) return [param, read];
    warn('file/bad-param', param);
    return [param, field.default as ParamValue];
  });
  return Object.fromEntries(params);
}

/** Whether the value has the right form; its bounds are the analysis's business. */
function isOfKind(value: unknown, field: Field): value is ParamValue {
  switch (field.kind) {
    case 'integer':
    case 'real':
      // Text is what a person has typed so far.
      return isFiniteNumber(value) || typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string';
    case 'pair':
      return Array.isArray(value) && value.length === 2 && value.every(isFiniteNumber);
    case 'shape':
      return Array.isArray(value) && value.length <= field.maxRank && value.every(isFiniteNumber);
    case 'padding':
      return typeof value === 'string' || isBorders(value);
  }
}

function isBorders(value: unknown): boolean {
  const sides = ['top', 'bottom', 'left', 'right'];
  return isRecord(value) && Object.keys(value).length === 4 && sides.every((side) => isFiniteNumber(value[side]));
}

/** Pixels from the canvas's origin. Farther out even adding a step to a position may not change it any more. */
const FARTHEST = 1e6;

function readPosition(value: unknown): Position | null {
  return isRecord(value) && isCoordinate(value.x) && isCoordinate(value.y) ? { x: value.x, y: value.y } : null;
}

function isCoordinate(value: unknown): value is number {
  return isFiniteNumber(value) && Math.abs(value) <= FARTHEST;
}

function stemOf(key: string): string {
  const stem = key
    .slice(0, 1000)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 48);
  return stem || 'layer';
}
