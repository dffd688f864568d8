import type { Localized } from '@/lib/core/locale';

/** A closer look at a trained network's answers on the test samples. */
export interface EvaluationMessages {
  readonly title: string;
  readonly class: string;
  readonly label: string;
  readonly column: string;
  readonly roc: string;
  readonly rocAxes: readonly [x: string, y: string];
  readonly precisionRecall: string;
  readonly precisionRecallAxes: readonly [x: string, y: string];
  readonly calibration: string;
  readonly calibrationAxes: readonly [x: string, y: string];
  readonly scatter: string;
  readonly scatterAxes: readonly [x: string, y: string];
  readonly area: (value: string) => string;
  readonly averagePrecision: (value: string) => string;
  readonly calibrationError: (value: string) => string;
  readonly hints: {
    readonly roc: string;
    readonly precisionRecall: string;
    readonly calibration: string;
  };
  readonly onlyOneKind: string;
  readonly tooMany: string;
  readonly labelAccuracy: string;
  readonly testLabelAccuracy: string;
  readonly testError: string;
  readonly meanAbsoluteError: string;
  readonly rootMeanSquareError: string;
  readonly determination: string;
  readonly perOutput: string;
  readonly output: string;
  readonly score: string;
  readonly perLabel: string;
  readonly perColumn: string;
  readonly holds: string;
}

export const evaluationMessages: Localized<EvaluationMessages> = {
  en: {
    title: 'How sure, and how often right',
    class: 'Class',
    label: 'Label',
    column: 'Value',
    roc: 'ROC curve',
    rocAxes: ['False positive rate', 'True positive rate'],
    precisionRecall: 'Precision and recall',
    precisionRecallAxes: ['Recall', 'Precision'],
    calibration: 'Calibration',
    calibrationAxes: ['Confidence', 'Right'],
    scatter: 'Predicted against true',
    scatterAxes: ['True', 'Predicted'],
    area: (value) => `Area ${value}`,
    averagePrecision: (value) => `Average precision ${value}`,
    calibrationError: (value) => `Expected calibration error ${value}`,
    hints: {
      roc: 'This class against all others, for every threshold; the dashed line is guessing.',
      precisionRecall: 'This class against all others, for every threshold.',
      calibration:
        'How often the surest class is right, by how sure the network is; on the dashed line it is as right as it says. Wider marks hold more samples.',
    },
    onlyOneKind: 'All test samples are alike in this: there is no curve.',
    tooMany: 'The test gave too many numbers to keep for curves.',
    labelAccuracy: 'Labels right',
    testLabelAccuracy: 'Labels right, test',
    testError: 'Mean absolute error, test',
    meanAbsoluteError: 'Mean absolute error',
    rootMeanSquareError: 'Root mean square error',
    determination: 'R²',
    perOutput: 'Every output',
    output: 'Output',
    score: 'Score',
    perLabel: 'Per label, from a probability of 0.5',
    perColumn: 'Per value',
    holds: 'Holds for',
  },
  vi: {
    title: 'Chắc chắn đến đâu, đúng bao nhiêu',
    class: 'Lớp',
    label: 'Nhãn',
    column: 'Giá trị',
    roc: 'Đường cong ROC',
    rocAxes: ['Tỉ lệ dương tính giả', 'Tỉ lệ dương tính thật'],
    precisionRecall: 'Độ chính xác và độ phủ',
    precisionRecallAxes: ['Độ phủ', 'Độ chính xác'],
    calibration: 'Hiệu chỉnh',
    calibrationAxes: ['Độ tin cậy', 'Đúng'],
    scatter: 'Dự đoán so với thật',
    scatterAxes: ['Thật', 'Dự đoán'],
    area: (value) => `Diện tích ${value}`,
    averagePrecision: (value) => `Độ chính xác trung bình ${value}`,
    calibrationError: (value) => `Sai số hiệu chỉnh kỳ vọng ${value}`,
    hints: {
      roc: 'Lớp này so với mọi lớp khác, với mọi ngưỡng; đường đứt nét là đoán mò.',
      precisionRecall: 'Lớp này so với mọi lớp khác, với mọi ngưỡng.',
      calibration:
        'Lớp chắc chắn nhất đúng bao nhiêu lần, theo mức chắc chắn của mạng; trên đường đứt nét mạng đúng như nó nói. Dấu lớn hơn có nhiều mẫu hơn.',
    },
    onlyOneKind: 'Mọi mẫu kiểm tra đều như nhau ở điểm này: không có đường cong.',
    tooMany: 'Kết quả kiểm tra có quá nhiều số để giữ lại vẽ đường cong.',
    labelAccuracy: 'Nhãn đúng',
    testLabelAccuracy: 'Nhãn đúng, kiểm tra',
    testError: 'Sai số tuyệt đối trung bình, kiểm tra',
    meanAbsoluteError: 'Sai số tuyệt đối trung bình',
    rootMeanSquareError: 'Căn bậc hai sai số bình phương trung bình',
    determination: 'R²',
    perOutput: 'Từng đầu ra',
    output: 'Đầu ra',
    score: 'Điểm',
    perLabel: 'Từng nhãn, từ xác suất 0,5',
    perColumn: 'Từng giá trị',
    holds: 'Đúng với',
  },
};
