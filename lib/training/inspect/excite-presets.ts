import type { ExciteRequest } from '@/lib/training/inspect/protocol';

/** What of a request is chosen by a person; the unit and the seed apart. */
export type ExciteSettings = Omit<ExciteRequest, 'unit' | 'cell' | 'seed'>;

export const EXCITE_PRESETS = ['clipped', 'decayed', 'smooth', 'sparse', 'none'] as const;
export type ExcitePreset = (typeof EXCITE_PRESETS)[number];

/**
 * The first four are the rows of table 1 of Yosinski et al. 2015 (arXiv:1506.06579), from the top: θ decay, b_width, b_every,
 * n_pct and c_pct as their toolbox has them (github.com/yosinski/deep-visualization-toolbox, doc/running-optimize-image.md).
 * Steps and their size are ours: theirs (500 to 1,000 steps, 100 times the gradient or a set gain of the unit) are for a
 * network of 227 × 227 pixels on a scale to 255, whose gradients are of another size. A step of ours has one length.
 */
const FIGURES = {
  clipped: { decay: 0, blurRadius: 0.5, blurEvery: 4, clipSmallNorm: 50, clipSmallContribution: 0, learningRate: 0.06 },
  decayed: { decay: 0.3, blurRadius: 0, blurEvery: 0, clipSmallNorm: 20, clipSmallContribution: 0, learningRate: 0.2 },
  smooth: {
    decay: 0.0001,
    blurRadius: 1,
    blurEvery: 4,
    clipSmallNorm: 0,
    clipSmallContribution: 0,
    learningRate: 0.06,
  },
  sparse: { decay: 0, blurRadius: 0.5, blurEvery: 4, clipSmallNorm: 0, clipSmallContribution: 90, learningRate: 0.06 },
  none: { decay: 0, blurRadius: 0, blurEvery: 0, clipSmallNorm: 0, clipSmallContribution: 0, learningRate: 0.06 },
} as const satisfies Record<ExcitePreset, Partial<ExciteSettings>>;

const STEPS = 200;
/** Pixels that are seen from which a blur of the paper's width is meant as it stands. */
const FULL_BLUR_FROM = 64;
/** Below 0.3 a blur does nothing, as the toolbox says. */
const LEAST_BLUR = 0.4;
/**
 * The picture jitters by one in so many of the pixels that the driven cell sees: of a small field even one pixel would wash
 * out what the cell answers to, since the picture moves and the cell does not. Lucid, which has jitter for what sees whole
 * pictures, moves them by 8 of 128 (Olah, Mordvintsev & Schubert 2017, distill.pub/2017/feature-visualization).
 */
const JITTER_SHARE = 16;
const MOST_JITTER = 4;

/**
 * For a unit that sees this many pixels (the shorter side of its field, or of the picture). Small ones are blurred by less
 * (a stroke of a digit is two pixels wide), and all but the bare gradient jitter where the field is large enough for it,
 * which the table does not have.
 */
export function excitePreset(preset: ExcitePreset, shape: readonly number[], field: number): ExciteSettings {
  const { blurRadius, ...figures } = FIGURES[preset];
  const side = shape.length === 3 ? Math.min(field, shape[0] ?? 1, shape[1] ?? 1) : 1;
  const scaled = Math.max(LEAST_BLUR, blurRadius * Math.min(1, side / FULL_BLUR_FROM));
  return {
    ...figures,
    steps: STEPS,
    withinRange: preset !== 'none',
    blurRadius: blurRadius === 0 || side === 1 ? 0 : Math.min(blurRadius, scaled),
    jitter: preset === 'none' ? 0 : Math.min(MOST_JITTER, Math.floor(side / JITTER_SHARE)),
  };
}
