/** What is done to training samples. Numbers are greatest extents; 0 and false: not at all. */
export interface Effects {
  readonly flipHorizontal: boolean;
  readonly flipVertical: boolean;
  /** Share of width and height, either way. */
  readonly shift: number;
  /** By a factor in [1 − x, 1 + x]. */
  readonly scale: number;
  /** Degrees, either way. */
  readonly rotate: number;
  /** Pixels added on every side before a picture of the old size is cut out. */
  readonly crop: number;
  /** Standard deviation of what is added, of values in [0, 1]. */
  readonly noise: number;
  /** Added or taken, of values in [0, 1]. */
  readonly brightness: number;
  /** By a factor in [1 − x, 1 + x] around the picture's mean. */
  readonly contrast: number;
  /** Side of a blanked square, as a share of the shorter side. */
  readonly cutout: number;
  /** Parameter of the Beta distribution that mixes two samples. */
  readonly mixup: number;
}

export const NO_EFFECTS: Effects = {
  flipHorizontal: false,
  flipVertical: false,
  shift: 0,
  scale: 0,
  rotate: 0,
  crop: 0,
  noise: 0,
  brightness: 0,
  contrast: 0,
  cutout: 0,
  mixup: 0,
};

/** They move what is in the picture: where a target says a place, it would no longer be right. */
export const GEOMETRIC = ['flipHorizontal', 'flipVertical', 'shift', 'scale', 'rotate', 'crop'] as const;

export function withoutGeometry(effects: Effects): Effects {
  const off = Object.fromEntries(GEOMETRIC.map((name) => [name, NO_EFFECTS[name]]));
  return { ...effects, ...off };
}

export function hasEffect(effects: Effects): boolean {
  return Object.values(effects).some((extent) => extent !== false && extent !== 0);
}
