import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { Problem } from '@/lib/core/problem';
import { elementCount, sameShape, type TensorType } from '@/lib/core/tensor-type';
import { checkParams, type CheckedParams } from '@/lib/layers/check-params';
import type { LayerDefinition, Site, Weight } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { MOST_ELEMENTS } from '@/lib/layers/shapes';
import type { DocumentNode } from '@/lib/document/document';
import type { AnalysisContext } from '@/lib/analysis/context';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import type { GraphNode } from '@/lib/analysis/graph';
import { factsOf, type LayerFacts } from '@/lib/analysis/layer-facts';
import { describeProblem } from '@/lib/analysis/problem-fixes';
import type { Slots } from '@/lib/analysis/slots';

/** A layer of which everything is known. */
export interface TypedLayer {
  readonly definition: LayerDefinition;
  readonly site: Site<ParamsOf<Fields>>;
  readonly weights: readonly Weight[];
}

export interface Types {
  /** By slot. */
  readonly found: readonly Found[];
  /** Only the layers whose parameters are right and whose inputs are all known. */
  readonly layers: Layers;
  readonly edges: Readonly<Record<EdgeId, TensorType | null>>;
  readonly diagnostics: readonly Diagnostic[];
  /** Layers whose shapes are known but which the browser cannot compute. */
  readonly limited: readonly NodeId[];
}

export interface Layers {
  readonly get: (id: NodeId) => TypedLayer | undefined;
}

/** What was found of a layer; the same object as long as the layer and what comes in stay. */
export interface Found {
  readonly node: DocumentNode;
  /** Null where the layer cannot be asked yet. */
  readonly inputs: readonly TensorType[] | null;
  readonly layer: TypedLayer | null;
  readonly facts: LayerFacts | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly isLimited: boolean;
}

const known = new WeakMap<Slots, Types>();

/**
 * The shape of every layer's output, from the inputs on. A layer is asked only when its own parameters are right and all
 * its inputs are known, so that one mistake is reported once, where it was made.
 */
export function inferTypes(context: AnalysisContext): Types {
  const { slots, nodes } = context;
  const before = known.get(slots);
  const found: Found[] = [];
  let [isSame, hasSameOutputs] = [before !== undefined, before !== undefined];
  for (const [slot, node] of nodes.entries()) {
    const last = before?.found[slot];
    const sources = slots.sources[slot] ?? null;
    const same = last !== undefined && last.node === node.node && isUnchanged(last.inputs, sources, found);
    const now = same ? last : findLayer(context, node, { inputs: inputsOf(sources, found), last });
    found.push(now);
    isSame &&= now === last;
    hasSameOutputs &&= now.layer?.site.output === last?.layer?.site.output;
  }
  if (before !== undefined && isSame) return before;
  const types = {
    found,
    layers: { get: (id: NodeId) => found[slots.index.get(id) ?? -1]?.layer ?? undefined },
    edges: before !== undefined && hasSameOutputs ? before.edges : findEdges(context, found),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
    limited: slots.ids.filter((_, slot) => found[slot]?.isLimited),
  };
  known.set(slots, types);
  return types;
}

function inputsOf(sources: readonly number[] | null, found: readonly Found[]): readonly TensorType[] | null {
  if (sources === null) return null;
  const inputs: TensorType[] = [];
  for (const source of sources) {
    const output = found[source]?.layer?.site.output;
    if (output === undefined) return null;
    inputs.push(output);
  }
  return inputs;
}

/** Whether just this comes in. */
function isUnchanged(
  inputs: readonly TensorType[] | null,
  sources: readonly number[] | null,
  found: readonly Found[],
): boolean {
  if (inputs === null || sources === null) return inputs === null && inputsOf(sources, found) === null;
  for (const [index, source] of sources.entries()) {
    if (found[source]?.layer?.site.output !== inputs[index] || inputs[index] === undefined) return false;
  }
  return true;
}

interface Arriving {
  readonly inputs: readonly TensorType[] | null;
  readonly last: Found | undefined;
}

function findLayer(context: AnalysisContext, node: GraphNode, { inputs, last }: Arriving): Found {
  const { definition } = node;
  const nothing = { node: node.node, inputs, layer: null, facts: null, diagnostics: [], isLimited: false };
  if (definition === null) return nothing;
  const { params, problems } = checkedParams(node.node, definition);
  const canInfer = problems.length === 0 && !context.cyclic.has(node.id);
  const inferred = canInfer ? infer(node.node, { definition, params, inputs, last }) : problems;
  const describe = (problem: Problem) => describeProblem(context, node, problem);
  if (!isTyped(inferred)) return { ...nothing, diagnostics: firstOfEach(inferred).map(describe) };
  const limits = definition.browserLimits?.(params) ?? [];
  const known = { layer: inferred, facts: factsOf(inferred) };
  return { ...nothing, ...known, diagnostics: limits.map(describe), isLimited: limits.length > 0 };
}

function findEdges({ document, slots }: AnalysisContext, found: readonly Found[]): Types['edges'] {
  const edges: Record<EdgeId, TensorType | null> = {};
  for (const { id, source } of Object.values(document.edges)) {
    edges[id] = found[slots.index.get(source) ?? -1]?.layer?.site.output ?? null;
  }
  return edges;
}

/** A kernel too tall and too wide is one mistake with one mend: one report per code and parameter. */
function firstOfEach(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(
    ({ code, param }, index) => index === problems.findIndex((other) => other.code === code && other.param === param),
  );
}

function isTyped(inferred: TypedLayer | readonly Problem[]): inferred is TypedLayer {
  return 'site' in inferred;
}

interface Asked extends Arriving {
  readonly definition: LayerDefinition;
  readonly params: ParamsOf<Fields>;
}

/** No problems where the layer cannot be asked yet: what it lacks is reported elsewhere. */
function infer(node: DocumentNode, { definition, params, inputs, last }: Asked): TypedLayer | readonly Problem[] {
  if (inputs === null) return [];
  const before = inferredBefore.get(node);
  if (before !== undefined && sameTypes(before.inputs, inputs)) return before.inferred;
  const inferred = withKnownOutput(inferFrom(definition, params, inputs), last);
  inferredBefore.set(node, { inputs, inferred });
  return inferred;
}

/** An output like the one before is the same object, so that what follows sees that nothing has changed. */
function withKnownOutput(
  inferred: TypedLayer | readonly Problem[],
  last: Found | undefined,
): TypedLayer | readonly Problem[] {
  const output = last?.layer?.site.output;
  if (!isTyped(inferred) || output === undefined || !sameType(inferred.site.output, output)) return inferred;
  return { ...inferred, site: { ...inferred.site, output } };
}

/** An edit leaves the other layers the same objects: what was found of them holds as long as the same types come in. */
const inferredBefore = new WeakMap<
  DocumentNode,
  { readonly inputs: readonly TensorType[]; readonly inferred: TypedLayer | readonly Problem[] }
>();
/** What was found of a layer the last time it was looked at, in whatever design; null: nothing. */
export function lastFoundOf(node: DocumentNode): TypedLayer | null {
  const inferred = inferredBefore.get(node)?.inferred;
  return inferred !== undefined && isTyped(inferred) ? inferred : null;
}

const checkedBefore = new WeakMap<DocumentNode, CheckedParams<Fields>>();

function checkedParams(node: DocumentNode, definition: LayerDefinition): CheckedParams<Fields> {
  const checked = checkedBefore.get(node) ?? checkParams(definition.fields, node.params);
  checkedBefore.set(node, checked);
  return checked;
}

function sameTypes(a: readonly TensorType[], b: readonly TensorType[]): boolean {
  return a.length === b.length && a.every((type, index) => sameType(type, b[index]));
}

function sameType(a: TensorType, b: TensorType | undefined): boolean {
  return a === b || (b !== undefined && a.dtype === b.dtype && sameShape(a.shape, b.shape));
}

function inferFrom(
  definition: LayerDefinition,
  params: ParamsOf<Fields>,
  inputs: readonly TensorType[],
): TypedLayer | readonly Problem[] {
  const output = definition.infer({ params, inputs });
  if (!output.ok) return output.error;
  const site = { params, inputs, output: output.value };
  const weights = definition.weights(site);
  const elements = Math.max(0, ...weights.map(({ shape }) => elementCount(shape)));
  if (elements <= MOST_ELEMENTS) return { definition, site, weights };
  return [{ code: 'shape/too-large', values: { elements, most: MOST_ELEMENTS } }];
}
