/** What a picture of the canvas says beyond names and numbers. */
export interface CanvasWords {
  readonly shapeUnknown: string;
  /** Of a block: how many layers it has. */
  readonly layers: (count: number) => string;
  /** A layer's share of all parameters, in [0, 1]. */
  readonly share: (share: number) => string;
}
