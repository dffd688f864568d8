import type { NodeId } from '@/lib/core/ids';
import { elementCount, type Shape } from '@/lib/core/tensor-type';
import type { Family, Nature } from '@/lib/layers/definition';
import type { Pair, Params } from '@/lib/layers/fields';
import { layerDefinition } from '@/lib/layers/registry';
import { windowParams } from '@/lib/layers/window-params';
import type { Document } from '@/lib/document/document';
import type { OptimizerSettings } from '@/lib/document/training-settings';
import type { Analysis, AnalysisTask, LayerAnalysis, ReceptiveField } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { walkLayers } from '@/lib/analysis/compare/walk';
import { typedLayer } from '@/lib/analysis/typed-layer';

const FLOAT32_BYTES = 4;

/** A design to compare. `key` stands for it however it is edited: a kept design's id, a template's. */
export interface Subject {
  readonly key: string;
  readonly name: string;
  readonly document: Document;
  /** What its data set asks of it; null: nothing. */
  readonly task: AnalysisTask | null;
}

/** What the memory of all of them is counted for, so that it can be compared. */
export interface Conditions {
  readonly batchSize: number;
  readonly optimizer: OptimizerSettings;
}

/** One layer as it is compared; plain data. Figures are null where a fault leaves them unknown. */
export interface OutlineLayer {
  readonly id: NodeId;
  readonly type: string;
  /** The person's own name for it; null: it goes by its type's. */
  readonly title: string | null;
  readonly family: Family | null;
  readonly nature: Nature | null;
  readonly settings: Params;
  /** Which of them are the size of the window that it lays over its input. */
  readonly windows: readonly string[];
  /** Which input of the next merge it leads to: 0 on the main way, and where the ways do not part. */
  readonly lane: number;
  /** On a way from an input to the output, so that the totals count it. */
  readonly isCounted: boolean;
  readonly shape: Shape | null;
  readonly params: number | null;
  readonly macs: number | null;
  /** Bytes of its output for one batch, in float32: what training keeps of it. */
  readonly memory: number | null;
  readonly field: ReceptiveField | null;
}

export interface DesignTotals {
  readonly complete: boolean;
  readonly layers: number;
  readonly params: number;
  readonly trainableParams: number;
  readonly macs: number;
  /** Bytes of every counted layer's output for one batch. */
  readonly activations: number;
  /** Bytes of one batch, as the analysis counts them. */
  readonly inference: number;
  readonly training: number;
  /** What leaves the network; null where unknown. */
  readonly outputs: readonly (Shape | null)[];
  /** Height and width of what a unit sees of the input, in the last counted layer that does not see all of it. */
  readonly field: Pair | null;
}

export interface Outline {
  readonly key: string;
  readonly name: string;
  readonly hasErrors: boolean;
  /** In the order of computation, way by way; behind them what is on no way, and last what stands in a cycle. */
  readonly layers: readonly OutlineLayer[];
  readonly totals: DesignTotals;
}

export function outlineDesign({ key, name, document, task }: Subject, { batchSize, optimizer }: Conditions): Outline {
  const training = { ...document.training, batchSize, optimizer };
  const analysis = analyze({ ...document, training }, task);
  const counted = new Set(analysis.network);
  const layers = walkLayers(analysis).flatMap(({ id, lane }): readonly OutlineLayer[] => {
    const [node, known] = [analysis.flat.nodes[id], analysis.layers[id]];
    if (node === undefined) return [];
    const definition = layerDefinition(node.type);
    return [
      {
        id,
        type: node.type,
        title: node.title ?? null,
        family: definition?.family ?? null,
        nature: definition?.nature ?? null,
        settings: node.params,
        windows: windowsOf(analysis, id),
        lane,
        isCounted: counted.has(id),
        ...figuresOf(known, batchSize),
      },
    ];
  });
  return { key, name, hasErrors: analysis.hasErrors, layers, totals: totalsOf(analysis, layers) };
}

function windowsOf(analysis: Analysis, id: NodeId): readonly string[] {
  const typed = typedLayer(analysis, id);
  return typed === null ? [] : windowParams(typed.definition, typed.site);
}

type Figures = Pick<OutlineLayer, 'shape' | 'params' | 'macs' | 'memory' | 'field'>;

function figuresOf(known: LayerAnalysis | undefined, batchSize: number): Figures {
  if (known === undefined || known.output === null) {
    return { shape: null, params: null, macs: null, memory: null, field: null };
  }
  const { shape } = known.output;
  const memory = FLOAT32_BYTES * batchSize * elementCount(shape);
  return { shape, params: known.params, macs: known.macs, memory, field: known.receptiveField };
}

function totalsOf({ totals, outputs, layers: known }: Analysis, layers: readonly OutlineLayer[]): DesignTotals {
  const counted = layers.filter(({ isCounted }) => isCounted);
  const fields = counted.flatMap(({ field }) => (field === null || field.global ? [] : [field.size]));
  return {
    complete: totals.complete,
    layers: counted.length,
    params: totals.params,
    trainableParams: totals.trainableParams,
    macs: totals.macs,
    activations: totals.memory.trainingActivations,
    inference: totals.memory.inference,
    training: totals.memory.training,
    outputs: outputs.map((id) => known[id]?.output?.shape ?? null),
    field: fields.at(-1) ?? null,
  };
}
