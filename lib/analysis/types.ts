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
import { describeProblem } from '@/lib/analysis/problem-fixes';

/** A layer of which everything is known. */
export interface TypedLayer {
  readonly definition: LayerDefinition;
  readonly site: Site<ParamsOf<Fields>>;
  readonly weights: readonly Weight[];
}

export interface Types {
  /** Only the layers whose parameters are right and whose inputs are all known. */
  readonly layers: ReadonlyMap<NodeId, TypedLayer>;
  readonly edges: Readonly<Record<EdgeId, TensorType | null>>;
  readonly diagnostics: readonly Diagnostic[];
  /** Layers whose shapes are known but which the browser cannot compute. */
  readonly limited: ReadonlySet<NodeId>;
}

/**
 * The shape of every layer's output, from the inputs on. A layer is asked only when its own parameters are right and all
 * its inputs are known, so that one mistake is reported once, where it was made.
 */
export function inferTypes(context: AnalysisContext, order: readonly NodeId[]): Types {
  const layers = new Map<NodeId, TypedLayer>();
  const problems = new Map<NodeId, readonly Diagnostic[]>();
  const limited = new Set<NodeId>();
  for (const id of [...order, ...context.cyclic]) {
    const node = context.graph.get(id);
    if (node === undefined || node.definition === null) continue;
    const { params, problems: faults } = checkedParams(node.node, node.definition);
    const canInfer = faults.length === 0 && !context.cyclic.has(id);
    const inferred = canInfer ? infer(node, params, layers) : faults;
    if (isTyped(inferred)) layers.set(id, inferred);
    const limits = isTyped(inferred) ? (node.definition.browserLimits?.(params) ?? []) : [];
    if (limits.length > 0) limited.add(id);
    const found = isTyped(inferred) ? limits : firstOfEach(inferred);
    if (found.length > 0)
      problems.set(
        id,
        found.map((problem) => describeProblem(context, node, problem)),
      );
  }
  const edges: Record<EdgeId, TensorType | null> = {};
  for (const { id, source } of Object.values(context.document.edges))
    edges[id] = layers.get(source)?.site.output ?? null;
  return { layers, edges, diagnostics: [...problems.values()].flat(), limited };
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

/** No problems where the layer cannot be asked yet: what it lacks is reported elsewhere. */
function infer(
  { node, definition, incoming }: GraphNode,
  params: ParamsOf<Fields>,
  known: ReadonlyMap<NodeId, TypedLayer>,
): TypedLayer | readonly Problem[] {
  const edges = definition === null ? null : usableInputs(definition, incoming);
  if (definition === null || edges === null) return [];
  const inputs = edges.flatMap(({ source }) => known.get(source)?.site.output ?? []);
  if (inputs.length < edges.length) return [];
  const before = inferredBefore.get(node);
  if (before !== undefined && sameTypes(before.inputs, inputs)) return before.inferred;
  const inferred = inferFrom(definition, params, inputs);
  inferredBefore.set(node, { inputs, inferred });
  return inferred;
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

/** The inputs a layer takes; superfluous ones have their own report and are left out. Null where there are too few. */
function usableInputs<E>({ inputs }: LayerDefinition, incoming: readonly E[]): readonly E[] | null {
  switch (inputs.arity) {
    case 'none':
      return [];
    case 'one':
      return incoming.length === 0 ? null : incoming.slice(0, 1);
    case 'many':
      return incoming.length < inputs.min ? null : incoming.slice(0, inputs.max);
  }
}
