/**
 * What a kernel may start from, as Keras calls it: Glorot & Bengio 2010 (scaled by both sizes), He et al. 2015 and LeCun et
 * al. 1998 (by the size of the input), or numbers of a fixed spread of 0.05, which is Keras's default for them.
 */
export const START_VALUES = [
  'glorotUniform',
  'glorotNormal',
  'heUniform',
  'heNormal',
  'leCunUniform',
  'leCunNormal',
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
  truncatedNormal: 'Chuẩn, độ lệch 0,05, cắt ở 0,1',
  randomNormal: 'Chuẩn, độ lệch 0,05',
  randomUniform: 'Đều, từ −0,05 đến 0,05',
  zeros: 'Toàn số 0',
  ones: 'Toàn số 1',
} as const satisfies Record<(typeof START_VALUES)[number], string>;
