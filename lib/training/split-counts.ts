/** Of the training settings. */
interface Shares {
  /** Of all samples, in (0, 1]. */
  readonly dataShare: number;
  /** Of the used samples, in [0, 1). */
  readonly validationShare: number;
}

export interface SplitCounts {
  readonly training: number;
  readonly validation: number;
}

/** How many of `count` training samples are trained on and how many are held out; at least one is left for training. */
export function splitCounts(count: number, { dataShare, validationShare }: Shares): SplitCounts {
  const used = Math.min(count, Math.max(1, Math.round(count * dataShare)));
  const validation = Math.min(used - 1, Math.round(used * validationShare));
  return { training: used - validation, validation };
}

/** The last batch of an epoch may be smaller than the others. */
export function batchesPerEpoch(count: number, settings: Shares & { readonly batchSize: number }): number {
  return Math.ceil(splitCounts(count, settings).training / settings.batchSize);
}
