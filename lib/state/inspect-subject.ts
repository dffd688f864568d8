import type { Analysis } from '@/lib/analysis/analysis';
import type { ModelPlan } from '@/lib/compile/plan';
import type { JsonObject } from '@/lib/core/json';
import type { Locale } from '@/lib/core/locale';
import { fail, succeed, type Result } from '@/lib/core/result';
import { sameShape } from '@/lib/core/tensor-type';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Document } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import type { InspectInput, InspectLayer, InspectPhase, InspectSubject } from '@/lib/state/inspect-state';
import { localDataset } from '@/lib/state/local-dataset';
import { sameNetwork } from '@/lib/state/same-network';
import type { OpenRequest, Split } from '@/lib/training/inspect/protocol';
import type { Sample } from '@/lib/training/protocol';

export type Refusal = Extract<InspectPhase, { readonly kind: 'refused' }>['reason'];

export interface SubjectDeps {
  /** Of the document with what its data set asks of it; null: of the network alone. */
  readonly analyze: (document: Document, withData: 'with-data' | 'alone') => Analysis;
  readonly compile: (
    document: Document,
    analysis: Analysis,
  ) => { readonly plan: ModelPlan; readonly model: JsonObject } | null;
  readonly dataset: (id: string) => Dataset | undefined;
  readonly locale: () => Locale;
}

/** A design made ready to be opened. */
export interface Prepared {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly plan: ModelPlan;
  readonly model: JsonObject;
  readonly dataset: Dataset;
  readonly unfit: Dataset | null;
}

/** A network that has no data set, or does not fit its own, can be looked at all the same, with other pictures. */
export function prepareSubject(deps: SubjectDeps, document: Document): Result<Prepared, Refusal> {
  const known = deps.dataset(document.training.dataset);
  for (const withData of ['with-data', 'alone'] as const) {
    const analysis = deps.analyze(document, withData);
    const compiled = deps.compile(document, analysis);
    if (compiled === null) continue;
    const local = known === undefined ? null : localDataset(known, deps.locale());
    const fits = local !== null && sameShape(local.inputShape, compiled.plan.inputShape);
    const dataset = fits ? local : nothingFor(compiled.plan);
    return succeed({ document, analysis, dataset, unfit: fits ? null : local, ...compiled });
  }
  return fail('mistakes');
}

/** A data set without samples, of the network's own shape. */
function nothingFor({ inputShape }: ModelPlan): Dataset {
  return {
    id: '',
    title: '',
    inputShape,
    element: 'uint8',
    targets: [{ kind: 'classes', name: '', classes: [] }],
    training: { count: 0 },
    test: { count: 0 },
    source: { kind: 'kept', bytes: 0 },
    statistics: null,
    isSynthetic: false,
    licence: null,
  };
}

export function openRequest(
  { document, plan, model, dataset }: Prepared,
  weights: readonly NamedTensor[] | null,
  baseUrl: string,
): OpenRequest {
  const { seed, dataShare, validationShare } = document.training;
  // Without samples there is no mean of them.
  const normalization = dataset.test.count === 0 ? 'unit' : document.training.normalization;
  return { plan, model, weights, dataset, normalization, seed, dataShare, validationShare, backend: null, baseUrl };
}

/** What is open can stay: other weights, at most, make it this design's. */
export function isSameSubject(subject: InspectSubject, document: Document): boolean {
  if (subject.document === document) return true;
  const [a, b] = [subject.document.training, document.training];
  return (
    sameNetwork(subject.document, document) &&
    (['dataset', 'normalization', 'seed', 'dataShare', 'validationShare'] as const).every((key) => a[key] === b[key])
  );
}

/** Every layer of the design, written out, with the shape that it gives; in the order of computation. */
export function layersOf({ layers }: ModelPlan, { flat }: Analysis, locale: Locale): readonly InspectLayer[] {
  const shapes = new Map(layers.map(({ node, outputShape }) => [node, outputShape] as const));
  return [...shapes].flatMap(([node, shape]) => {
    const own = flat.nodes[node];
    return own === undefined ? [] : [{ node, shape, title: layerTitle(own, locale) }];
  });
}

export function takesSamples({ plan, dataset }: Pick<Prepared, 'plan' | 'dataset'>): boolean {
  return dataset.test.count > 0 && sameShape(plan.inputShape, dataset.inputShape);
}

const WHITE = 255;

/** A sample as the network is given it: bytes over 255, other numbers as they are. */
export function sampleInput(split: Split, sample: Sample): InspectInput {
  const { values, index } = sample;
  const unit = values instanceof Float32Array ? values : Float32Array.from(values, (byte) => byte / WHITE);
  return { source: { kind: 'sample', split, index, sample }, values: unit };
}

/** The weights of a whole network, some of them others. */
export function overlaid(all: readonly NamedTensor[], some: readonly NamedTensor[]): readonly NamedTensor[] {
  const known = new Map(some.map((tensor) => [tensor.name, tensor]));
  return all.map((tensor) => {
    const other = known.get(tensor.name);
    return other !== undefined && sameShape(other.shape, tensor.shape) ? other : tensor;
  });
}
