import type { NodeId } from '@/lib/core/ids';
import type { LayerDefinition } from '@/lib/layers/definition';
import type { Graph } from '@/lib/analysis/graph';

/**
 * The layers in the order of computation, then those in cycles: passes go through numbers instead of looking ids up, and
 * keep what they found by these numbers. Follows from which layers there are, their types and how they are joined; as
 * long as that stays, so does the object.
 */
export interface Slots {
  readonly ids: readonly NodeId[];
  readonly index: ReadonlyMap<NodeId, number>;
  /** By slot: the layers whose outputs it takes, superfluous ones left out; null where they are too few. */
  readonly sources: readonly (readonly number[] | null)[];
  /** By slot: all layers that lead to it. */
  readonly inputs: readonly (readonly NodeId[])[];
  /** The slots of the layers that make the network. */
  readonly network: readonly number[];
  /** The slot of every layer, in the order of the document. */
  readonly drawn: readonly number[];
}

interface Parts {
  readonly ids: readonly NodeId[];
  readonly members: ReadonlySet<NodeId>;
}

export function createSlots(graph: Graph, { ids, members }: Parts): Slots {
  const index = new Map(ids.map((id, slot) => [id, slot] as const));
  const sources: (readonly number[] | null)[] = [];
  const inputs: (readonly NodeId[])[] = [];
  for (const id of ids) {
    const { definition = null, incoming = [] } = graph.get(id) ?? {};
    const before = incoming.map(({ source }) => source);
    inputs.push(before);
    const taken = definition === null ? null : takenInputs(definition, before);
    sources.push(taken?.map((source) => index.get(source) ?? -1) ?? null);
  }
  const network = ids.flatMap((id, slot) => (members.has(id) ? [slot] : []));
  const drawn = [...graph.keys()].map((id) => index.get(id) ?? -1);
  return { ids, index, sources, inputs, network, drawn };
}

/** The inputs a layer takes; superfluous ones have their own report and are left out. Null where there are too few. */
function takenInputs<E>({ inputs }: LayerDefinition, incoming: readonly E[]): readonly E[] | null {
  switch (inputs.arity) {
    case 'none':
      return [];
    case 'one':
      return incoming.length === 0 ? null : incoming.slice(0, 1);
    case 'many':
      return incoming.length < inputs.min ? null : incoming.slice(0, inputs.max);
  }
}
