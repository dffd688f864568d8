/** What is learned of every sample of a split, one column per target of the data set, in its order. */
export type TargetColumn =
  | { readonly kind: 'classes'; readonly width: number; readonly classes: Uint16Array }
  /** Of labels 0 or 1; row by row. */
  | { readonly kind: 'labels' | 'values'; readonly width: number; readonly values: Float32Array };

/** The targets of these samples, in the order asked. */
export function pickTargets(column: TargetColumn, samples: ArrayLike<number>): TargetColumn {
  const { width } = column;
  if (column.kind === 'classes') {
    return { ...column, classes: Uint16Array.from(samples, (sample) => column.classes[sample] ?? 0) };
  }
  const values = new Float32Array(samples.length * width);
  for (let row = 0; row < samples.length; row += 1) {
    const from = (samples[row] ?? 0) * width;
    values.set(column.values.subarray(from, from + width), row * width);
  }
  return { ...column, values };
}

export function targetBytes(column: TargetColumn): number {
  return column.kind === 'classes' ? column.classes.byteLength : column.values.byteLength;
}

/** How many samples the column is of. */
export function targetCount(column: TargetColumn): number {
  return column.kind === 'classes' ? column.classes.length : column.values.length / Math.max(1, column.width);
}
