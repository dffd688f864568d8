import type { BlockId, NodeId } from '@/lib/core/ids';
import { plainName } from '@/lib/core/plain-name';
import type { ParamValue } from '@/lib/core/problem';
import type { Field, Params } from '@/lib/layers/fields';
import { layerDefinition } from '@/lib/layers/registry';
import { BLOCK_INPUT_TYPE, BLOCK_TYPE, blockOf } from '@/lib/document/blocks';
import type { DocumentNode, Position, UnitNotes } from '@/lib/document/document';
import { isFiniteNumber, isRecord, type Unknown, type Warn } from '@/lib/document/load/json-shape';
import { readBlockNode } from '@/lib/document/load/read-blocks';
import { createUsableIds } from '@/lib/document/load/usable-ids';
import { plainNote } from '@/lib/document/unit-notes';

export interface ReadNodes {
  readonly nodes: Readonly<Record<NodeId, DocumentNode>>;
  /** The id in the file → the id in the design. */
  readonly ids: ReadonlyMap<string, NodeId>;
  /** Layers of types that nobody here knows: to be removed once the edges are read. */
  readonly unknown: readonly NodeId[];
  /** Layers without a position: still to be given one. */
  readonly unplaced: readonly NodeId[];
}

/** `blocks`: those of the file, by their ids there → the ids in the design. */
export function readNodes(value: unknown, blocks: ReadonlyMap<string, BlockId>, warn: Warn): ReadNodes {
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
    const node = readNode(entry, { id, type: entry.type, position: position ?? { x: 0, y: 0 }, blocks, warn });
    nodes[id] = node;
    if (position === null) unplaced?.push(id);
    const isKnown = isBlockType(node.type) ? canStand(node, warn) : layerDefinition(node.type) !== null;
    if (!isKnown) unknown?.push(id);
    if (!isKnown && !isBlockType(node.type)) {
      warn({ code: 'file/unknown-layer', values: { layer: node.title ?? id, type: node.type } });
    }
  }
  return { nodes, ids, unknown: unknown ?? [], unplaced: unplaced ?? [] };
}

function readNode(
  entry: Unknown,
  {
    id,
    type,
    position,
    blocks,
    warn,
  }: { id: NodeId; type: string; position: Position; blocks: ReadonlyMap<string, BlockId>; warn: Warn },
): DocumentNode {
  const title = readTitle(entry.title, warn);
  const warnParam: WarnParam = (code, param) => warn({ code, values: { layer: title ?? id, param } });
  const params = isBlockType(type)
    ? (readBlockNode(entry, blocks, (param) => warnParam('file/bad-param', param)) ?? {})
    : readParams(entry.params, type, warnParam);
  const scope = typeof entry.scope === 'string' ? blocks.get(entry.scope) : undefined;
  if (entry.scope !== undefined && scope === undefined)
    warn({ code: 'file/lost-layer', values: { layer: title ?? id } });
  return {
    id,
    type,
    ...(title === null ? {} : { title }),
    params,
    position,
    ...(scope === undefined ? {} : { scope }),
    ...readNotes(entry.notes),
  };
}

function isBlockType(type: string): boolean {
  return type === BLOCK_TYPE || type === BLOCK_INPUT_TYPE;
}

/** A use of a block that is there; an input of the block that it is drawn in. */
function canStand(node: DocumentNode, warn: Warn): boolean {
  const stands = node.type === BLOCK_TYPE ? blockOf(node) !== null : node.scope !== undefined;
  if (!stands) warn({ code: 'file/missing-block', values: { layer: node.title ?? node.id } });
  return stands;
}

function readTitle(value: unknown, warn: Warn): string | null {
  if (typeof value !== 'string') return null;
  const title = plainName(value).trim();
  if (title !== value.trim()) warn({ code: 'file/cleaned-name', values: { name: title } });
  return title === '' ? null : title;
}

/** Notes are no part of what a network computes: those that are none are left out. */
function readNotes(value: unknown): { readonly notes?: UnitNotes } {
  if (!isRecord(value)) return {};
  const notes = Object.entries(value)
    .slice(0, MOST_NOTES)
    .flatMap(([key, text]) => {
      const note = typeof text === 'string' ? plainNote(text) : '';
      return NOTE_KEY.test(key) && note !== '' ? [[key, note] as const] : [];
    });
  return notes.length === 0 ? {} : { notes: Object.fromEntries(notes) };
}

const MOST_NOTES = 10_000;
const NOTE_KEY = /^([a-z0-9_.]+\.)?\d{1,6}$/i;

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
    case 'text':
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
