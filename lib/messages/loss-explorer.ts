import type { Localized } from '@/lib/core/locale';

type Loss = 'binary-cross-entropy' | 'mean-squared-error' | 'mean-absolute-error' | 'huber' | 'hinge';

interface StepsCompared {
  readonly loss: string;
  readonly times: string;
  readonly other: string;
  /** p or θ: what is learned, over which the steps are measured; the sentences before this one speak of p. */
  readonly parameter: string;
}

/** Losses over the prediction, their slopes, and one step of each. */
export interface LossExplorerMessages {
  readonly title: string;
  readonly intro: string;
  readonly losses: Readonly<Record<Loss, string>>;
  readonly shown: string;
  readonly truth: string;
  readonly truths: readonly [string, string];
  readonly parameter: string;
  readonly parameters: Readonly<Record<'logit' | 'probability', string>>;
  readonly rate: string;
  readonly rateHint: string;
  readonly prediction: string;
  readonly lossChart: string;
  readonly slopeChart: string;
  readonly chart: (what: string, y: string, p: string) => string;
  readonly axis: string;
  readonly table: {
    readonly caption: string;
    readonly loss: string;
    readonly value: string;
    readonly slope: string;
    readonly gradient: string;
    readonly lands: string;
    readonly after: string;
    readonly outside: string;
  };
  readonly formulas: string;
  readonly one: (loss: string, from: string, to: string) => string;
  readonly longer: (steps: StepsCompared) => string;
  readonly same: (parameter: string) => string;
  readonly why: Readonly<Record<'logit' | 'probability', string>>;
}

export const lossExplorerMessages: Localized<LossExplorerMessages> = {
  en: {
    title: 'Losses compared',
    intro:
      'One prediction p, the truth y. Drag the point, or move it with the arrow keys, and see how far one step of gradient descent goes for each loss.',
    losses: {
      'binary-cross-entropy': 'Binary cross-entropy',
      'mean-squared-error': 'Squared error',
      'mean-absolute-error': 'Absolute error',
      huber: 'Huber, δ = 0.25',
      hinge: 'Hinge',
    },
    shown: 'Losses shown',
    truth: 'Truth y',
    truths: ['0', '1'],
    parameter: 'What is learned',
    parameters: { logit: 'θ, with p = 1 / (1 + e^−θ)', probability: 'p itself' },
    rate: 'Learning rate α',
    rateHint: 'How far the step goes: α times the slope.',
    prediction: 'Prediction p',
    lossChart: 'Loss over p',
    slopeChart: 'Size of the slope |∂L/∂p| over p',
    chart: (what, y, p) => `${what}, for y = ${y}; the point stands at p = ${p}. The table below has its numbers.`,
    axis: 'prediction p',
    table: {
      caption: 'One step from here',
      loss: 'Loss',
      value: 'L',
      slope: '∂L/∂p',
      gradient: 'gradient',
      lands: 'lands at p =',
      after: 'L then',
      outside: 'no probability',
    },
    formulas: 'With the numbers of this point',
    one: (loss, from, to) => `${loss} goes from p = ${from} to ${to}.`,
    longer: ({ loss, times, other, parameter }) =>
      `Over ${parameter} the step of ${loss} is ${times} times as long as that of ${other}.`,
    same: (parameter) => `Over ${parameter} both steps are equally long.`,
    why: {
      logit:
        'Over θ the slope of cross-entropy is p − y, largest where the network is most wrong; that of squared error also has the factor p · (1 − p), which vanishes there.',
      probability:
        'Over p itself cross-entropy grows without bound where the network is most wrong, squared error has a slope of 2 at most.',
    },
  },
  vi: {
    title: 'So sánh các hàm mất mát',
    intro:
      'Một dự đoán p, giá trị thật y. Kéo điểm, hoặc dùng phím mũi tên, để xem một bước hạ gradient đi xa bao nhiêu với mỗi hàm mất mát.',
    losses: {
      'binary-cross-entropy': 'Entropy chéo nhị phân',
      'mean-squared-error': 'Sai số bình phương',
      'mean-absolute-error': 'Sai số tuyệt đối',
      huber: 'Huber, δ = 0,25',
      hinge: 'Hinge (bản lề)',
    },
    shown: 'Hàm được vẽ',
    truth: 'Giá trị thật y',
    truths: ['0', '1'],
    parameter: 'Đại lượng được học',
    parameters: { logit: 'θ, với p = 1 / (1 + e^−θ)', probability: 'chính p' },
    rate: 'Tốc độ học α',
    rateHint: 'Bước dài bao nhiêu: α nhân với độ dốc.',
    prediction: 'Dự đoán p',
    lossChart: 'Mất mát theo p',
    slopeChart: 'Độ lớn độ dốc |∂L/∂p| theo p',
    chart: (what, y, p) => `${what}, với y = ${y}; điểm đang ở p = ${p}. Bảng bên dưới có các con số.`,
    axis: 'dự đoán p',
    table: {
      caption: 'Một bước từ đây',
      loss: 'Hàm mất mát',
      value: 'L',
      slope: '∂L/∂p',
      gradient: 'gradient',
      lands: 'đến p =',
      after: 'L sau đó',
      outside: 'không còn là xác suất',
    },
    formulas: 'Với các con số của điểm này',
    one: (loss, from, to) => `${loss} đi từ p = ${from} đến ${to}.`,
    longer: ({ loss, times, other, parameter }) =>
      `Theo ${parameter}, bước của ${loss} dài gấp ${times} lần bước của ${other}.`,
    same: (parameter) => `Theo ${parameter}, hai bước dài bằng nhau.`,
    why: {
      logit:
        'Theo θ, độ dốc của entropy chéo là p − y, lớn nhất nơi mạng sai nhất; độ dốc của sai số bình phương còn có thừa số p · (1 − p), gần bằng 0 ở đó.',
      probability:
        'Theo chính p, độ dốc của entropy chéo lớn vô hạn nơi mạng sai nhất, còn của sai số bình phương nhiều nhất là 2.',
    },
  },
};
