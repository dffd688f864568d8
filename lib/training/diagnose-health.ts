import type { NodeId } from '@/lib/core/ids';
import { gradientSize, type HealthSnapshot, type LayerHealth } from '@/lib/training/health';

/** What is wrong with a training as seen from inside; worded in lib/messages/health.ts. Ratios are above 1. */
export type HealthFinding =
  /** The gradient per weight of `node` is `ratio` times smaller than that of `other`, nearer to the loss. */
  | {
      readonly kind: 'vanishing';
      readonly node: NodeId;
      readonly other: NodeId;
      readonly ratio: number;
      /** Layers between them whose values are saturated for the most part, or that saturate at all. */
      readonly saturating: readonly NodeId[];
    }
  | { readonly kind: 'exploding'; readonly node: NodeId; readonly other: NodeId; readonly ratio: number }
  | { readonly kind: 'dead'; readonly node: NodeId; readonly share: number }
  | { readonly kind: 'saturated'; readonly node: NodeId; readonly share: number }
  /** Of a step's change over the weights. */
  | { readonly kind: 'large-updates' | 'small-updates'; readonly node: NodeId; readonly ratio: number }
  | { readonly kind: 'no-gradient'; readonly node: NodeId };

/** Per weight, from one end of the network to the other: two orders of magnitude learn at unlike speeds. */
const UNLIKE_GRADIENTS = 100;
const MOSTLY = 0.5;
/** A step of about a thousandth of the weights is usual (Karpathy, CS231n notes, "Ratio of weights:updates"). */
const LARGE_UPDATE = 0.1;
const SMALL_UPDATE = 1e-6;

/** What a snapshot can be judged on: seldom looks, while nobody watches, have gradients alone. */
export interface Measured {
  readonly gradients: boolean;
  readonly steps: boolean;
  readonly units: boolean;
}

export function measuredOf({ layers }: HealthSnapshot): Measured {
  return {
    gradients: layers.some((layer) => gradientSize(layer) !== null),
    steps: layers.some(({ updateRatio }) => updateRatio !== null),
    units: layers.some(({ activation }) => activation !== null),
  };
}

/** What stands out in a snapshot, the gravest first; empty where nothing does of what was measured. */
export function diagnoseHealth({ layers }: HealthSnapshot): readonly HealthFinding[] {
  return [...gradientFindings(layers), ...activationFindings(layers), ...updateFindings(layers)];
}

interface Sized {
  readonly layer: LayerHealth;
  readonly size: number;
}

function gradientFindings(layers: readonly LayerHealth[]): readonly HealthFinding[] {
  const sized = layers.flatMap((layer): readonly Sized[] => {
    const size = gradientSize(layer);
    return size === null ? [] : [{ layer, size }];
  });
  const none = sized.find(({ size }) => size === 0);
  if (none !== undefined) return [{ kind: 'no-gradient', node: none.layer.node }];
  return [...unlike(sized, layers)];
}

/** The earlier of the two layers whose gradients differ most, against the later one. */
function unlike(sized: readonly Sized[], layers: readonly LayerHealth[]): readonly HealthFinding[] {
  let [smallest, largest] = [sized[0], sized[0]];
  for (const one of sized) {
    if (smallest !== undefined && one.size < smallest.size) smallest = one;
    if (largest !== undefined && one.size > largest.size) largest = one;
  }
  if (smallest === undefined || largest === undefined) return [];
  const ratio = largest.size / smallest.size;
  if (!(ratio >= UNLIKE_GRADIENTS)) return [];
  const isVanishing = layers.indexOf(smallest.layer) < layers.indexOf(largest.layer);
  const [node, other] = [smallest.layer.node, largest.layer.node];
  if (!isVanishing) return [{ kind: 'exploding', node: other, other: node, ratio }];
  const between = layers.slice(layers.indexOf(smallest.layer), layers.indexOf(largest.layer));
  const saturating = between.filter(({ activation }) => activation?.flat?.kind === 'saturated');
  return [{ kind: 'vanishing', node, other, ratio, saturating: saturating.map((layer) => layer.node) }];
}

function activationFindings(layers: readonly LayerHealth[]): readonly HealthFinding[] {
  return layers.flatMap(({ node, activation }) => {
    const flat = activation?.flat;
    return flat && flat.share > MOSTLY ? [{ kind: flat.kind, node, share: flat.share }] : [];
  });
}

function updateFindings(layers: readonly LayerHealth[]): readonly HealthFinding[] {
  const rated = layers.flatMap(({ node, updateRatio }) => (updateRatio === null ? [] : [{ node, ratio: updateRatio }]));
  const [most] = [...rated].sort((a, b) => b.ratio - a.ratio);
  if (most !== undefined && most.ratio > LARGE_UPDATE) return [{ kind: 'large-updates', ...most }];
  const isTiny = rated.length > 0 && rated.every(({ ratio }) => ratio < SMALL_UPDATE);
  return isTiny && most !== undefined ? [{ kind: 'small-updates', ...most }] : [];
}
