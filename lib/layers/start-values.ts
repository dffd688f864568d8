import type { Json } from '@/lib/core/json';
import type { Field } from '@/lib/layers/fields';
import type { ConfigReader } from '@/lib/layers/read-config';

/**
 * What a kernel may start from, as Keras calls it: Glorot & Bengio 2010 (scaled by both sizes), He et al. 2015 and LeCun et
 * al. 1998 (by the size of the input), rows or columns at right angles (Saxe et al. 2013), or numbers of a fixed spread of
 * 0.05, which is Keras's default for them.
 */
export const START_VALUES = [
  'glorotUniform',
  'glorotNormal',
  'heUniform',
  'heNormal',
  'leCunUniform',
  'leCunNormal',
  'orthogonal',
  'truncatedNormal',
  'randomNormal',
  'randomUniform',
  'zeros',
  'ones',
] as const;

export const startOptionsEn = {
  glorotUniform: 'Glorot uniform',
  glorotNormal: 'Glorot normal',
  heUniform: 'He uniform',
  heNormal: 'He normal',
  leCunUniform: 'LeCun uniform',
  leCunNormal: 'LeCun normal',
  orthogonal: 'Orthogonal',
  truncatedNormal: 'Normal, deviation 0.05, cut at 0.1',
  randomNormal: 'Normal, deviation 0.05',
  randomUniform: 'Uniform, from −0.05 to 0.05',
  zeros: 'Zeros',
  ones: 'Ones',
} as const satisfies Record<(typeof START_VALUES)[number], string>;

export const startOptionsVi = {
  glorotUniform: 'Glorot đều',
  glorotNormal: 'Glorot chuẩn',
  heUniform: 'He đều',
  heNormal: 'He chuẩn',
  leCunUniform: 'LeCun đều',
  leCunNormal: 'LeCun chuẩn',
  orthogonal: 'Trực giao',
  truncatedNormal: 'Chuẩn, độ lệch 0,05, cắt ở 0,1',
  randomNormal: 'Chuẩn, độ lệch 0,05',
  randomUniform: 'Đều, từ −0,05 đến 0,05',
  zeros: 'Toàn số 0',
  ones: 'Toàn số 1',
} as const satisfies Record<(typeof START_VALUES)[number], string>;

/** What every bias of a layer starts from: Keras's zeros, ones, or a constant of one's own. */
export const biasStart = {
  kind: 'real',
  default: 0,
  min: -1000,
  max: 1000,
  step: 0.1,
  advanced: true,
} as const satisfies Field;

export const biasStartEn = {
  label: 'Bias starts at',
  hint: '0 as a rule; 1 keeps ReLUs active at first, as in AlexNet',
} as const;

export const biasStartVi = {
  label: 'Độ chệch ban đầu',
  hint: 'Thường là 0; 1 giúp ReLU hoạt động ngay từ đầu, như trong AlexNet',
} as const;

/**
 * The argument of a Keras call: a name, or the number itself for a constant; nothing for zeros, which is the default. Said
 * without a bias too, as Keras does: it may be switched on again.
 */
export function biasInitializer(params: { readonly biasStart: number }): Readonly<Record<string, Json>> {
  if (params.biasStart === 0) return {};
  return { biasInitializer: params.biasStart === 1 ? 'ones' : params.biasStart };
}

/** The reverse: biases that start at random have no place here. */
export function readBiasStart(read: ConfigReader): number {
  if (!read.isText('biasInitializer')) return read.number('biasInitializer', 0);
  return read.choice('biasInitializer', ['zeros', 'ones'], 'zeros') === 'ones' ? 1 : 0;
}
