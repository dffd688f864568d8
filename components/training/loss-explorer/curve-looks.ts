import type { ExploredLoss } from '@/lib/training/loss-explorer';

/** Told apart by dashes as well as by colour. */
export const CURVE_LOOKS = {
  'binary-cross-entropy': { stroke: 'var(--family-convolution)', strokeDasharray: 'none' },
  'mean-squared-error': { stroke: 'var(--family-activation)', strokeDasharray: '7 4' },
  'mean-absolute-error': { stroke: 'var(--family-pooling)', strokeDasharray: '2 3' },
  huber: { stroke: 'var(--family-dense)', strokeDasharray: '10 3 2 3' },
  hinge: { stroke: 'var(--family-input)', strokeDasharray: '1 5' },
} as const satisfies Record<ExploredLoss, { readonly stroke: string; readonly strokeDasharray: string }>;
