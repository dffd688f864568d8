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

/** What similarity looks at, worked out once a layer: every pair of a design of hundreds is judged. */
export interface Looks {
  readonly layer: OutlineLayer;
  readonly worth: number;
  /** Equal for layers of one type that are set alike: a design has few of these. */
  readonly setting: number;
  /** How often the picture has been halved by here; null where there is no picture. */
  readonly stage: number | null;
  /** Base 2 logarithm of the last axis; null without a shape. */
  readonly channels: number | null;
}

export interface Similarity {
  looksOf(layers: readonly OutlineLayer[]): readonly Looks[];
  /** How much it is worth to put these two in one row; NO_COUNTERPART: never. */
  score(a: Looks, b: Looks): number;
}

export function createSimilarity(): Similarity {
  const numbers = new Map<string, number>();
  const common = new Map<number, number>();

  function settingOf({ type, settings }: OutlineLayer): number {
    const sign = JSON.stringify([type, settings]);
    const number = numbers.get(sign) ?? numbers.size;
    numbers.set(sign, number);
    return number;
  }

  function commonOf(a: Looks, b: Looks): number {
    // Fewer than 2²⁰ settings, so that the key is a whole number a double can hold.
    const key = a.setting * 1_048_576 + b.setting;
    const known = common.get(key);
    if (known !== undefined) return known;
    const share = commonSettings(a.layer, b.layer);
    common.set(key, share);
    return share;
  }

  return {
    looksOf(layers) {
      const picture = layers.map(({ shape }) => extent(shape)).find((size) => size !== null) ?? null;
      return layers.map((layer) => {
        const last = layer.shape?.at(-1);
        const channels = last === undefined ? null : Math.log2(last);
        const stage = stageOf(layer.shape, picture);
        return { layer, worth: worthOf(layer), setting: settingOf(layer), stage, channels };
      });
    },
    score(a, b) {
      const known = judge(a, b, commonOf);
      return a.layer.id === b.layer.id ? known + SAME_ID : known;
    },
  };
}

function judge(a: Looks, b: Looks, commonOf: (a: Looks, b: Looks) => number): number {
  const [left, right] = [a.layer, b.layer];
  const isSameType = left.type === right.type;
  if (!isSameType && (left.family === null || left.family !== right.family)) return NO_COUNTERPART;
  if ((left.nature === 'source') !== (right.nature === 'source')) return NO_COUNTERPART;
  const share =
    (isSameType ? SHARES.type + SHARES.settings * commonOf(a, b) : SHARES.family) +
    stageShare(a.stage, b.stage) +
    SHARES.channels * commonChannels(a, b) +
    (left.lane === right.lane ? SHARES.lane : 0) +
    (left.title !== null && left.title === right.title ? SHARES.title : 0);
  return Math.min(a.worth, b.worth) * share;
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
function commonChannels(a: Looks, b: Looks): number {
  if (a.channels === null || b.channels === null || a.layer.shape?.length !== b.layer.shape?.length) return 0;
  return Math.max(0, 1 - Math.abs(a.channels - b.channels) / 3);
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
