import type { NodeId } from '@/lib/core/ids';
import { BLOCK_TYPE, documentId, repeatOf } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import type { Document } from '@/lib/document/document';
import type { Expansion } from '@/lib/document/expand-blocks';

/** By layer of the design written out: the outermost use of a block whose output it is, by its id written out. */
export type Lifts = ReadonlyMap<NodeId, NodeId>;

export function findLifts({ frames, resolve }: Expansion): Lifts {
  const lifts = new Map<NodeId, NodeId>();
  for (const { prefix, use } of frames) {
    if (use === null || use.repetition !== repeatOf(use.node)) continue;
    const output = resolve(use.parent, use.node.id);
    // A block that only passes its input on gives a layer that stands before it.
    if (output?.startsWith(prefix) && !lifts.has(output)) lifts.set(output, use.parent.prefix + use.node.id);
  }
  return lifts;
}

/**
 * Translates commands on the design written out into commands on the document. What changes a layer inside a block
 * changes it for every use; null where the command cannot be said of the document.
 */
export function createCommandMap(
  document: Document,
  { flat }: Expansion,
  lifts: Lifts,
): (command: Command) => Command | null {
  const behind = (id: NodeId) => documentId(lifts.get(id) ?? id);
  const outputs = new Set(lifts.values());
  const scopeAt = (id: NodeId) => document.nodes[id]?.scope;

  function mapJoin<C extends { readonly source: NodeId; readonly target: NodeId }>(command: C): C | null {
    const target = documentId(command.target);
    // An end inside a block leads on from the block, where the target stands outside.
    const source = [documentId(command.source), behind(command.source)].find((id) => scopeAt(id) === scopeAt(target));
    return source === undefined ? null : { ...command, source, target };
  }

  /** A use of a block that gives on what it is given, to layers that lose it with the block. */
  function passesOn(id: NodeId): boolean {
    if (document.nodes[id]?.type !== BLOCK_TYPE || outputs.has(id)) return false;
    return Object.values(document.edges).some(({ source }) => source === id);
  }

  function mapRemove(command: Extract<Command, { kind: 'remove' }>): Command | null {
    const nodes = wholeNodes(flat, command.nodes);
    if (nodes?.some(passesOn)) return null;
    const edges = command.edges.map(documentId);
    return nodes === null ? null : { ...command, nodes, edges };
  }

  function map(command: Command): Command | null {
    switch (command.kind) {
      case 'add-layer':
        return command.after === undefined ? command : { ...command, after: behind(command.after) };
      case 'insert-on-edge':
        return { ...command, edge: documentId(command.edge) };
      case 'connect':
        return mapJoin(command);
      case 'reconnect':
        return command.edge === documentId(command.edge) ? mapJoin(command) : null;
      case 'remove':
        return mapRemove(command);
      case 'set-param':
      case 'set-title':
        return { ...command, node: documentId(command.node) };
      case 'set-outputs': {
        const nodes = command.nodes.map(behind);
        return nodes.some((id) => scopeAt(id) !== undefined) ? null : { ...command, nodes };
      }
      case 'batch': {
        const commands = command.commands.map(map);
        return commands.every((each) => each !== null) ? { ...command, commands: withoutRepeats(commands) } : null;
      }
      case 'set-name':
      case 'set-training':
        return command;
      default:
        return mapByNode(command);
    }
  }
  return map;
}

/** What is said of every repetition of a layer is done once. */
function withoutRepeats(commands: readonly Command[]): readonly Command[] {
  return [...new Map(commands.map((command) => [JSON.stringify(command), command])).values()];
}

/** Commands that name one layer, whatever they do to it; of others nothing is known. */
function mapByNode(command: Command): Command | null {
  if (!('node' in command) || typeof command.node !== 'string') return null;
  return { ...command, node: documentId(command.node) };
}

/**
 * The nodes of the document that hold just these layers: a use of a block where all in it are meant. Null where a part
 * of a block is meant together with others: for its other uses that would be something else.
 */
function wholeNodes(flat: Document, ids: readonly NodeId[]): readonly NodeId[] | null {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return [documentId(only)];
  const meant = new Set(ids);
  const uses = new Set(ids.flatMap((id) => (id.includes('.') ? [id.slice(0, id.indexOf('.'))] : [])));
  const isWhole = [...uses].every((use) =>
    Object.keys(flat.nodes).every((id) => !id.startsWith(`${use}.`) || meant.has(id)),
  );
  return isWhole ? [...uses, ...ids.filter((id) => !id.includes('.'))] : null;
}
