import type { Json } from '@/lib/core/json';
import { entryOf, listOf, recordOf, textOf } from '@/lib/interop/json-access';

/** One output of one call of a layer. */
export interface Ref {
  readonly layer: string;
  /** Which of the layer's calls, from 0. */
  readonly node: number;
  readonly tensor: number;
  /** As Keras 3 writes it beside: the shape with the batch first. */
  readonly shape?: unknown;
}

/** One call of a layer: what it takes, in order. */
export interface Call {
  readonly refs: readonly Ref[];
}

/** `inbound_nodes` of either version: one entry for each call. */
export function readCalls(nodes: unknown): readonly Call[] {
  return (listOf(nodes) ?? []).map((node) => ({ refs: recordOf(node) ? keras3Refs(node) : keras2Refs(node) }));
}

/** `input_layers` and `output_layers`: a list, one that is not wrapped in a list, or a record of them. */
export function readRefs(value: unknown): readonly Ref[] {
  const single = refOf(value);
  if (single !== null) return [single];
  const parts = listOf(value) ?? Object.values(recordOf(value) ?? {});
  return parts.flatMap((part) => refOf(part) ?? readNested(part));
}

/** A record of lists, as a model with named outputs may have; one level is all that Keras writes. */
function readNested(value: Json): readonly Ref[] {
  return (listOf(value) ?? []).flatMap((part) => refOf(part) ?? []);
}

/** `[[name, call, tensor, kwargs?], …]`, or one of them bare; tensors may hide in the kwargs too. */
function keras2Refs(node: unknown): readonly Ref[] {
  const single = refOf(node);
  const entries = single === null ? (listOf(node) ?? []) : [node as Json];
  return entries.flatMap((entry) => {
    const ref = refOf(entry);
    const kwargs = recordOf(listOf(entry)?.[3]) ?? {};
    const inKwargs = Object.values(kwargs).flatMap((value) => refOf(value) ?? readNested(value));
    return ref === null ? inKwargs : [ref, ...inKwargs];
  });
}

/** `{args, kwargs}`: tensors at any depth, in the order they stand. */
function keras3Refs(node: unknown): readonly Ref[] {
  const found: Ref[] = [];
  // A stack of its own; the depth of the whole file is limited already.
  const waiting: Json[] = [entryOf(node, 'kwargs') ?? null, entryOf(node, 'args') ?? null];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const ref = keras3Ref(value);
    if (ref !== null) found.push(ref);
    else waiting.push(...[...(listOf(value) ?? Object.values(recordOf(value) ?? {}))].reverse());
  }
  return found;
}

function keras3Ref(value: Json): Ref | null {
  if (entryOf(value, 'class_name') !== '__keras_tensor__') return null;
  const config = entryOf(value, 'config');
  const ref = refOf(entryOf(config, 'keras_history'));
  return ref === null ? null : { ...ref, shape: entryOf(config, 'shape') };
}

/** `[name, call, tensor]`. A constant in their place has a call of −1. */
function refOf(value: unknown): Ref | null {
  const [name, node, tensor] = listOf(value) ?? [];
  const layer = textOf(name);
  if (layer === null || !isIndex(node) || !isIndex(tensor)) return null;
  return { layer, node, tensor };
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
