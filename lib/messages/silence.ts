import type { Localized } from '@/lib/core/locale';
import type { ProblemCode } from '@/lib/core/problem';

/** Hints and warnings by name, for the list of what is not shown any more. */
type RuleNames = Readonly<Partial<Record<ProblemCode, string>>>;

export interface SilenceMessages {
  readonly more: string;
  readonly here: string;
  readonly everywhere: string;
  readonly title: (count: number) => string;
  readonly wholeDesign: string;
  readonly showAgain: string;
  readonly rules: RuleNames;
}

export const silenceMessages: Localized<SilenceMessages> = {
  en: {
    more: 'Do not show this…',
    here: 'Not for this layer',
    everywhere: 'Not in this design',
    title: (count) => (count === 1 ? '1 rule is not shown' : `${count} rules are not shown`),
    wholeDesign: 'Whole design',
    showAgain: 'Show again',
    rules: {
      'topology/unreachable': 'Nothing leads here from the input',
      'topology/unused-output': 'Unused output',
      'task/softmax-in-middle': 'Softmax in the middle',
      'task/no-softmax': 'No softmax at the end',
      'design/empty': 'Empty design',
      'design/linear-stack': 'Linear layers without an activation between',
      'design/no-activation': 'Convolution without an activation',
      'design/saturating-stack': 'Many saturating activations in a row',
      'design/large-kernel': 'Large kernel instead of a stack of 3 × 3',
      'design/heavy-dense': 'Most parameters in one dense layer',
      'design/dropout-before-batch-norm': 'Dropout before batch normalization',
      'design/bias-before-batch-norm': 'Bias before batch normalization',
      'design/stride-over-kernel': 'Stride larger than the kernel',
      'design/small-field': 'Receptive field smaller than an object',
      'design/whole-field': 'Receptive field larger than the picture',
      'design/kernel-over-image': 'Kernel larger than the image',
      'design/dropped-edge': 'Rows or columns that are never read',
    },
  },
  vi: {
    more: 'Không hiện điều này…',
    here: 'Không hiện cho lớp này',
    everywhere: 'Không hiện trong thiết kế này',
    title: (count) => `${count} quy tắc đang được ẩn`,
    wholeDesign: 'Toàn bộ thiết kế',
    showAgain: 'Hiện lại',
    rules: {
      'topology/unreachable': 'Không có đường từ đầu vào đến',
      'topology/unused-output': 'Đầu ra không được dùng',
      'task/softmax-in-middle': 'Softmax ở giữa mạng',
      'task/no-softmax': 'Thiếu softmax ở cuối',
      'design/empty': 'Thiết kế trống',
      'design/linear-stack': 'Các lớp tuyến tính không có hàm kích hoạt ở giữa',
      'design/no-activation': 'Tích chập không có hàm kích hoạt',
      'design/saturating-stack': 'Nhiều hàm kích hoạt bão hòa liên tiếp',
      'design/large-kernel': 'Nhân lớn thay vì chồng 3 × 3',
      'design/heavy-dense': 'Phần lớn tham số nằm trong một lớp kết nối đầy đủ',
      'design/dropout-before-batch-norm': 'Dropout trước chuẩn hóa theo lô',
      'design/bias-before-batch-norm': 'Độ chệch trước chuẩn hóa theo lô',
      'design/stride-over-kernel': 'Bước trượt lớn hơn nhân',
      'design/small-field': 'Vùng tiếp nhận nhỏ hơn vật thể',
      'design/whole-field': 'Vùng tiếp nhận lớn hơn bức ảnh',
      'design/kernel-over-image': 'Nhân lớn hơn ảnh',
      'design/dropped-edge': 'Hàng hoặc cột không bao giờ được đọc',
    },
  },
};

/** The rule's name, or its code where this version does not know it (a file from a newer one). */
export function ruleName({ rules }: SilenceMessages, code: string): string {
  return Object.hasOwn(rules, code) ? (rules[code as ProblemCode] ?? code) : code;
}
