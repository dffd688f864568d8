import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { biasStart, START_VALUES } from '@/lib/layers/start-values';

export const conv2dFields = {
  filters: { kind: 'integer', default: 32, min: 1, max: 65536, onNode: 'always' },
  kernelSize: { kind: 'pair', default: [3, 3], min: 1, max: 1024, unit: 'px', onNode: 'always' },
  strides: { kind: 'pair', default: [1, 1], min: 1, max: 1024, unit: 'px', onNode: 'when-changed' },
  padding: { kind: 'padding', default: 'valid', min: 0, max: 1024, unit: 'px', onNode: 'when-changed' },
  dilation: { kind: 'pair', default: [1, 1], min: 1, max: 1024, unit: 'px', onNode: 'when-changed', advanced: true },
  groups: { kind: 'integer', default: 1, min: 1, max: 65536, onNode: 'when-changed', advanced: true },
  useBias: { kind: 'boolean', default: true, advanced: true },
  kernelInitializer: {
    kind: 'choice',
    default: 'glorotUniform',
    options: START_VALUES,
    advanced: true,
  },
  biasStart,
} as const satisfies Fields;

export type Conv2dParams = ParamsOf<typeof conv2dFields>;
