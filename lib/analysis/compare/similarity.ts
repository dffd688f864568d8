import { sameJson } from '@/lib/core/same-json';
import type { Shape } from '@/lib/core/tensor-type';
import type { Nature } from '@/lib/layers/definition';
import { placesOf } from '@/lib/layers/reach';
import type { OutlineLayer } from '@/lib/analysis/compare/outline';

/** Layers that are no counterparts of each other, however the rest looks. */
export const NO_COUNTERPART = -1e6;

/**
 * How much a pair of counterparts is worth, by what the layer does: what learns decides which layers stand side by side,
 * and what follows it goes with it.
 */
const WEIGHTS: Readonly<Record<Nature, number>> = {
  source: 6,
  affine: 6,
  mixing: 6,
  probabilities: 4,
  selection: 4,
  linear: 3,
  activation: 2,
  saturating: 2,
  'batch-statistics': 2,
  normalization: 2,
  noise: 2,
};

/** Shares of that worth, for what two layers have in common; worth of a type above all else. */
const SHARES = {
  type: 1,
  family: 0.4,
  settings: 0.3,
  stage: 0.35,
  nearStage: 0.1,
  channels: 0.15,
  lane: 0.1,
  title: 0.4,
};

/** Where nothing else decides: two versions of one design have their ids in common. */
const SAME_ID = 0.02;

/** A layer reduced to what similarity looks at; equal ones share a `kind`, so that each pair is judged once. */
export interface Looks {
  readonly layer: OutlineLayer;
  readonly kind: number;
  /** How often the picture has been halved by here; null where there is no picture. */
  readonly stage: number | null;
}

export interface Similarity {
  looksOf(layers: readonly OutlineLayer[]): readonly Looks[];
  /** How much it is worth to put these two in one row; NO_COUNTERPART: never. */
  score(a: Looks, b: Looks): number;
}

export function createSimilarity(): Similarity {
  const kinds = new Map<string, number>();
  const judged = new Map<number, number>();
  return {
    looksOf(layers) {
      const picture = layers.map(({ shape }) => extent(shape)).find((size) => size !== null) ?? null;
      return layers.map((layer) => {
        const stage = stageOf(layer.shape, picture);
        const { type, settings, shape, lane, title } = layer;
        const sign = JSON.stringify([type, settings, shape, lane, title, stage]);
        const kind = kinds.get(sign) ?? kinds.size;
        kinds.set(sign, kind);
        return { layer, kind, stage };
      });
    },
    score(a, b) {
      // Fewer kinds than 2²⁰, so that the key is a whole number a double can hold.
      const key = a.kind * 1_048_576 + b.kind;
      const known = judged.get(key) ?? judge(a, b);
      judged.set(key, known);
      return a.layer.id === b.layer.id ? known + SAME_ID : known;
    },
  };
}

function judge(a: Looks, b: Looks): number {
  const [left, right] = [a.layer, b.layer];
  const isSameType = left.type === right.type;
  if (!isSameType && (left.family === null || left.family !== right.family)) return NO_COUNTERPART;
  const isSource = (layer: OutlineLayer) => layer.nature === 'source';
  if (isSource(left) !== isSource(right)) return NO_COUNTERPART;
  const worth = Math.min(worthOf(left), worthOf(right));
  const share =
    (isSameType ? SHARES.type + SHARES.settings * commonSettings(left, right) : SHARES.family) +
    stageShare(a.stage, b.stage) +
    SHARES.channels * commonChannels(left.shape, right.shape) +
    (left.lane === right.lane ? SHARES.lane : 0) +
    (left.title !== null && left.title === right.title ? SHARES.title : 0);
  return worth * share;
}

function worthOf({ nature }: OutlineLayer): number {
  return nature === null ? 2 : WEIGHTS[nature];
}

/** In [0, 1]. */
function commonSettings({ settings: a }: OutlineLayer, { settings: b }: OutlineLayer): number {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const equal = [...names].filter((name) => sameJson(a[name], b[name])).length;
  return names.size === 0 ? 1 : equal / names.size;
}

/** In [0, 1]: 1 for as many channels, 0 from eight times as many on. */
function commonChannels(a: Shape | null, b: Shape | null): number {
  const [left, right] = [a?.at(-1), b?.at(-1)];
  if (left === undefined || right === undefined || a?.length !== b?.length) return 0;
  return Math.max(0, 1 - Math.abs(Math.log2(left / right)) / 3);
}

function stageShare(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? SHARES.stage : 0;
  const apart = Math.abs(a - b);
  return apart === 0 ? SHARES.stage : apart === 1 ? SHARES.nearStage : 0;
}

function stageOf(shape: Shape | null, picture: number | null): number | null {
  const size = extent(shape);
  return size === null || picture === null ? null : Math.round(Math.log2(picture / size));
}

/** The longer side of a picture, the length of a sequence; null for what has no places. */
function extent(shape: Shape | null): number | null {
  const places = shape === null ? null : placesOf(shape);
  return places ? Math.max(...places) : null;
}
