import type { Localized } from '@/lib/core/locale';

/** The learning-rate range test. */
export interface RateRangeMessages {
  readonly title: string;
  readonly intro: string;
  readonly from: string;
  readonly to: string;
  readonly steps: string;
  readonly start: string;
  readonly again: string;
  readonly stop: string;
  readonly phases: Readonly<Record<'loading-data' | 'building' | 'calibrating' | 'training' | 'idle', string>>;
  readonly step: (done: string, all: string) => string;
  readonly wrongRange: string;
  readonly untrainable: string;
  readonly noDataset: string;
  readonly chart: (from: string, to: string, lowest: string, at: string) => string;
  readonly lossAxis: string;
  readonly rateAxis: string;
  readonly raw: string;
  readonly smoothed: string;
  readonly pick: string;
  readonly picked: (rate: string, loss: string) => string;
  readonly rule: (rate: string) => string;
  readonly noRule: string;
  readonly ended: Readonly<Record<'blown-up' | 'all' | 'stopped', string>>;
  readonly use: (rate: string) => string;
  readonly close: string;
}

export const rateRangeMessages: Localized<RateRangeMessages> = {
  en: {
    title: 'Learning-rate range test',
    intro:
      'A short run on the design and data as they are, whose learning rate grows with every batch. It trains a network of its own: the design, its weights and its runs stay as they are.',
    from: 'From',
    to: 'To',
    steps: 'Batches',
    start: 'Start',
    again: 'Start again',
    stop: 'Stop',
    phases: {
      'loading-data': 'Loading the data set',
      building: 'Building the network',
      calibrating: 'Measuring the backends',
      training: 'Training',
      idle: 'Ready',
    },
    step: (done, all) => `batch ${done} of ${all}`,
    wrongRange: 'The second rate must be the larger one.',
    untrainable: 'The design has errors: mend them first.',
    noDataset: 'Choose a data set first.',
    chart: (from, to, lowest, at) =>
      `Smoothed loss over learning rates from ${from} to ${to}: lowest ${lowest} at a rate of ${at}.`,
    lossAxis: 'Loss',
    rateAxis: 'Learning rate (logarithmic)',
    raw: 'each batch',
    smoothed: 'smoothed',
    pick: 'Learning rate',
    picked: (rate, loss) => `${rate}, smoothed loss ${loss}`,
    rule: (rate) =>
      `Suggested: ${rate}, where the smoothed loss falls most steeply over the logarithm of the rate. A little less is safer for long runs.`,
    noRule: 'The loss never falls clearly, so there is nothing to suggest; try other rates or more batches.',
    ended: {
      'blown-up': 'Ended early: the smoothed loss is four times its best, larger rates need not be tried.',
      all: 'All rates were tried.',
      stopped: 'Stopped.',
    },
    use: (rate) => `Use ${rate}`,
    close: 'Close',
  },
  vi: {
    title: 'Dò khoảng tốc độ học',
    intro:
      'Một lần chạy ngắn trên thiết kế và dữ liệu hiện có, với tốc độ học tăng sau mỗi lô. Nó huấn luyện một mạng riêng: thiết kế, trọng số và các lần chạy giữ nguyên.',
    from: 'Từ',
    to: 'Đến',
    steps: 'Số lô',
    start: 'Bắt đầu',
    again: 'Chạy lại',
    stop: 'Dừng',
    phases: {
      'loading-data': 'Đang tải tập dữ liệu',
      building: 'Đang dựng mạng',
      calibrating: 'Đang đo các nền tính toán',
      training: 'Đang huấn luyện',
      idle: 'Sẵn sàng',
    },
    step: (done, all) => `lô ${done} trên ${all}`,
    wrongRange: 'Tốc độ thứ hai phải lớn hơn.',
    untrainable: 'Thiết kế có lỗi: hãy sửa trước.',
    noDataset: 'Hãy chọn tập dữ liệu trước.',
    chart: (from, to, lowest, at) =>
      `Mất mát đã làm mượt theo tốc độ học từ ${from} đến ${to}: thấp nhất ${lowest} tại tốc độ ${at}.`,
    lossAxis: 'Mất mát',
    rateAxis: 'Tốc độ học (thang logarit)',
    raw: 'từng lô',
    smoothed: 'đã làm mượt',
    pick: 'Tốc độ học',
    picked: (rate, loss) => `${rate}, mất mát đã làm mượt ${loss}`,
    rule: (rate) =>
      `Gợi ý: ${rate}, nơi mất mát đã làm mượt giảm dốc nhất theo logarit của tốc độ học. Nhỏ hơn một chút thì an toàn hơn cho lần chạy dài.`,
    noRule: 'Mất mát không giảm rõ ở đâu nên không có gợi ý; hãy thử khoảng khác hoặc nhiều lô hơn.',
    ended: {
      'blown-up': 'Kết thúc sớm: mất mát đã làm mượt gấp bốn lần mức tốt nhất, không cần thử tốc độ lớn hơn.',
      all: 'Đã thử mọi tốc độ.',
      stopped: 'Đã dừng.',
    },
    use: (rate) => `Dùng ${rate}`,
    close: 'Đóng',
  },
};
