import type { Localized } from '@/lib/core/locale';
import type { HealthFinding } from '@/lib/messages/health-finding';
import { plural } from '@/lib/messages/plural';

/** Which of them are spoken of. */
interface Aspects {
  readonly gradients: boolean;
  readonly steps: boolean;
  readonly units: boolean;
}

export interface HealthMessages {
  readonly label: string;
  /** Nothing was seen yet. */
  readonly none: string;
  readonly onCanvas: string;
  readonly at: (batch: string, epoch: string) => string;
  readonly findings: string;
  /** Of what was measured, and of nothing else. */
  readonly healthy: (measured: Aspects) => string;
  readonly unmeasured: (missing: Aspects) => string;
  readonly finding: (finding: HealthFinding) => string;
  readonly fixes: { readonly replaceSaturating: string; readonly rate: (rate: string) => string };
  readonly columns: {
    readonly layer: string;
    readonly gradient: string;
    readonly update: string;
    readonly activation: string;
    readonly flat: string;
  };
  readonly hints: {
    readonly gradient: string;
    readonly update: string;
    readonly activation: string;
    readonly flat: string;
  };
  readonly dead: (share: string) => string;
  readonly saturated: (share: string) => string;
  readonly overTime: (layer: string) => string;
  readonly gradientCurve: string;
  readonly weightHistogram: string;
  readonly gradientHistogram: string;
  /** What a histogram over time shows, for who cannot see it. */
  readonly histogramSummary: (low: string, high: string, count: string) => string;
  readonly choose: string;
  /** On a node of the canvas. */
  readonly badge: (gradient: string) => string;
}

export const healthMessages: Localized<HealthMessages> = {
  en: {
    label: 'Gradient health',
    none: 'Train the network: what its gradients, steps and activations do then shows here, layer by layer.',
    onCanvas: 'Show gradients on the canvas',
    at: (batch, epoch) => `Measured after ${plural(batch, 'batch', 'batches')}, in epoch ${epoch}`,
    findings: 'Diagnosis',
    healthy: (measured) =>
      `Nothing stands out: ${those(measured, ['gradients of like size in all layers', 'steps of a usual size', 'units alive'])}.`,
    unmeasured: (missing) =>
      `Not measured here: ${those(missing, ['gradients', 'the size of steps', 'outputs and dead or saturated units'])}. They are measured while this view is open during training: keep it open when you train.`,
    finding(finding) {
      switch (finding.kind) {
        case 'vanishing':
          return `${finding.layer}’s gradient is ${finding.ratio} times smaller than ${finding.other}’s: it vanishes on its way to the front.${finding.isSaturating ? ' Activations that saturate multiply it by slopes below 1: try ReLU.' : ' Batch normalization or shortcuts keep it up.'}`;
        case 'exploding':
          return `${finding.layer}’s gradient is ${finding.ratio} times larger than ${finding.other}’s: it grows on its way to the front. Clip gradients, or start from smaller weights.`;
        case 'dead':
          return `${finding.share} of ${finding.layer}’s units give 0 for every sample: they no longer learn. Try a smaller learning rate, He’s start values or Leaky ReLU.`;
        case 'saturated':
          return `${finding.share} of ${finding.layer}’s values lie where its slope is nearly 0: little gradient passes. Try ReLU, smaller start values or batch normalization.`;
        case 'large-updates':
          return `A step changes ${finding.layer} by ${finding.share} of its weights; about 0.1 % is usual. Try a smaller learning rate.`;
        case 'small-updates':
          return 'A step changes every layer by less than a millionth of its weights; about a thousandth is usual. Try a larger learning rate.';
        case 'no-gradient':
          return `${finding.layer} gets no gradient at all: nothing that it does reaches the loss, or everything after it is saturated or dead.`;
      }
    },
    fixes: {
      replaceSaturating: 'Replace the activations…',
      rate: (rate) => `Set the learning rate to ${rate}`,
    },
    columns: {
      layer: 'Layer',
      gradient: 'Gradient per weight',
      update: 'Step / weights',
      activation: 'Output',
      flat: 'Dead or saturated',
    },
    hints: {
      gradient: 'Root mean square of the gradient over the layer’s weights; bars are logarithmic.',
      update: 'Norm of what one step changes over the norm of the weights; about 0.001 is usual (Karpathy, CS231n).',
      activation: 'Mean ± standard deviation of the layer’s output over the batch.',
      flat: 'ReLU: units that give 0 for every sample. Sigmoid, tanh: values whose slope is below a tenth of the steepest.',
    },
    dead: (share) => `${share} dead`,
    saturated: (share) => `${share} saturated`,
    overTime: (layer) => `${layer} over time`,
    gradientCurve: 'Gradient per weight',
    weightHistogram: 'Weights',
    gradientHistogram: 'Gradients',
    histogramSummary: (low, high, count) => `Spread over time, ${count} looks; now from ${low} to ${high}.`,
    choose: 'Choose a layer to see its weights and gradients over time.',
    badge: (gradient) => `Gradient per weight ${gradient}`,
  },
  vi: {
    label: 'Sức khỏe gradient',
    none: 'Hãy huấn luyện mạng: gradient, bước cập nhật và đầu ra kích hoạt của từng lớp sẽ hiện ở đây.',
    onCanvas: 'Hiện gradient trên bản vẽ',
    at: (batch, epoch) => `Đo sau ${batch} lô, ở epoch ${epoch}`,
    findings: 'Chẩn đoán',
    healthy: (measured) =>
      `Không có gì bất thường: ${those(measured, ['gradient các lớp cùng cỡ', 'bước cập nhật bình thường', 'các đơn vị đều hoạt động'])}.`,
    unmeasured: (missing) =>
      `Chưa đo ở đây: ${those(missing, ['gradient', 'cỡ của bước cập nhật', 'đầu ra và các đơn vị chết hoặc bão hòa'])}. Chúng chỉ được đo khi thẻ này đang mở trong lúc huấn luyện: hãy để thẻ mở khi huấn luyện.`,
    finding(finding) {
      switch (finding.kind) {
        case 'vanishing':
          return `Gradient của ${finding.layer} nhỏ hơn của ${finding.other} ${finding.ratio} lần: nó tiêu biến trên đường về đầu mạng.${finding.isSaturating ? ' Hàm kích hoạt bão hòa nhân nó với các độ dốc nhỏ hơn 1: hãy thử ReLU.' : ' Chuẩn hóa theo lô hoặc đường tắt giúp giữ nó lại.'}`;
        case 'exploding':
          return `Gradient của ${finding.layer} lớn hơn của ${finding.other} ${finding.ratio} lần: nó bùng nổ trên đường về đầu mạng. Hãy cắt gradient hoặc khởi tạo trọng số nhỏ hơn.`;
        case 'dead':
          return `${finding.share} đơn vị của ${finding.layer} cho 0 với mọi mẫu: chúng không học nữa. Hãy thử tốc độ học nhỏ hơn, khởi tạo He hoặc Leaky ReLU.`;
        case 'saturated':
          return `${finding.share} giá trị của ${finding.layer} nằm ở chỗ độ dốc gần bằng 0: gradient khó đi qua. Hãy thử ReLU, trọng số khởi tạo nhỏ hơn hoặc chuẩn hóa theo lô.`;
        case 'large-updates':
          return `Một bước thay đổi ${finding.layer} ${finding.share} trọng số; thường khoảng 0,1 %. Hãy thử tốc độ học nhỏ hơn.`;
        case 'small-updates':
          return 'Một bước thay đổi mọi lớp chưa đến một phần triệu trọng số; thường khoảng một phần nghìn. Hãy thử tốc độ học lớn hơn.';
        case 'no-gradient':
          return `${finding.layer} không nhận được gradient nào: đầu ra của nó không tới hàm mất mát, hoặc mọi thứ sau nó đã bão hòa hay chết.`;
      }
    },
    fixes: {
      replaceSaturating: 'Thay hàm kích hoạt…',
      rate: (rate) => `Đặt tốc độ học là ${rate}`,
    },
    columns: {
      layer: 'Lớp',
      gradient: 'Gradient mỗi trọng số',
      update: 'Bước / trọng số',
      activation: 'Đầu ra',
      flat: 'Chết hoặc bão hòa',
    },
    hints: {
      gradient: 'Căn bậc hai trung bình bình phương của gradient trên các trọng số của lớp; thanh theo thang logarit.',
      update: 'Chuẩn của thay đổi trong một bước chia cho chuẩn của trọng số; thường khoảng 0,001 (Karpathy, CS231n).',
      activation: 'Trung bình ± độ lệch chuẩn của đầu ra trên lô.',
      flat: 'ReLU: đơn vị cho 0 với mọi mẫu. Sigmoid, tanh: giá trị có độ dốc dưới một phần mười độ dốc lớn nhất.',
    },
    dead: (share) => `${share} chết`,
    saturated: (share) => `${share} bão hòa`,
    overTime: (layer) => `${layer} theo thời gian`,
    gradientCurve: 'Gradient mỗi trọng số',
    weightHistogram: 'Trọng số',
    gradientHistogram: 'Gradient',
    histogramSummary: (low, high, count) => `Phân bố theo thời gian, ${count} lần xem; hiện từ ${low} đến ${high}.`,
    choose: 'Chọn một lớp để xem trọng số và gradient của nó theo thời gian.',
    badge: (gradient) => `Gradient mỗi trọng số ${gradient}`,
  },
};

function those({ gradients, steps, units }: Aspects, words: readonly [string, string, string]): string {
  return words.filter((_, index) => [gradients, steps, units][index]).join(', ');
}
