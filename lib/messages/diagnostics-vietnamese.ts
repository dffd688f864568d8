import { INPUT_TARGET, type LossName } from '@/lib/core/learning';
import type { ParamPart } from '@/lib/core/problem';
import { formatShape, type Shape } from '@/lib/core/tensor-type';
import type { DiagnosticMessages } from '@/lib/messages/diagnostics';
import { designVietnamese } from '@/lib/messages/diagnostics-design-vietnamese';
import { formatCount } from '@/lib/messages/figures';
import { rewriteNames } from '@/lib/messages/rewrite-names';

const SIDES = { height: 'cao', width: 'rộng', length: 'dài' } as const;
const RANKS = ['một số', 'một vectơ', 'một ma trận', 'một ảnh (cao × rộng × kênh)'] as const;
const PARTS = {
  height: 'Chiều cao',
  width: 'Chiều rộng',
  top: 'Trên',
  bottom: 'Dưới',
  left: 'Trái',
  right: 'Phải',
} as const;

/** Those that a mend chooses. */
const LOSSES: Partial<Record<LossName, string>> = {
  'binary-cross-entropy': 'entropy chéo nhị phân',
  'mean-squared-error': 'sai số bình phương trung bình',
};

function targetName(target: string): string {
  return target === INPUT_TARGET ? 'chính đầu vào của mạng' : `“${target}”`;
}

export const diagnosticsVietnamese: DiagnosticMessages = {
  problems: {
    'shape/window-too-large': ({ axis, window, input, padding }) =>
      `Cửa sổ ${SIDES[axis]} ${window} nhưng đầu vào chỉ ${SIDES[axis]} ${input}${padding ? ` cộng ${padding} phần đệm` : ''}; hãy dùng cửa sổ nhỏ hơn hoặc đệm “same”.`,
    'shape/rank-unsupported': ({ expected, got }) =>
      `Ở đây chỉ nhận ${either(expected.map(rankName))}, không nhận ${shapeName(got)}; hãy dời lớp đến chỗ có loại dữ liệu phù hợp hoặc bỏ lớp này.`,
    'shape/needs-vector': ({ got }) =>
      `Đầu vào là ${shapeName(got)} nhưng lớp này cần một vectơ; hãy đặt một lớp làm phẳng phía trước.`,
    'shape/add-unequal': ({ shapes }) =>
      `Các đầu vào có hình dạng ${both(shapes.map(formatShape))}, mà chỉ cộng được các hình dạng bằng nhau; hãy chiếu một bên về hình dạng bên kia bằng tích chập 1 × 1.`,
    'shape/concatenate-unequal': ({ shapes }) =>
      `Các đầu vào có hình dạng ${both(shapes.map(formatShape))}, mà mọi kích thước trừ kích thước cuối phải bằng nhau; hãy đưa chúng về cùng chiều cao và chiều rộng.`,
    'shape/merge-unequal': ({ shapes }) =>
      `Các đầu vào có hình dạng ${both(shapes.map(formatShape))}, mà chúng được kết hợp từng giá trị một nên phải bằng nhau; hãy chiếu một bên về hình dạng bên kia bằng tích chập 1 × 1.`,
    'shape/multiply-unequal': ({ shapes }) =>
      `Các đầu vào có hình dạng ${both(shapes.map(formatShape))}, mà muốn nhân thì trên mỗi trục kích thước phải bằng nhau hoặc bằng 1; hãy cho thừa số mỗi kênh một giá trị, hoặc cùng hình dạng.`,
    'shape/permute-axes': ({ order, rank }) =>
      `Thứ tự ${order.join(', ')} không nêu mỗi trục trong ${rank} trục của đầu vào đúng một lần; hãy dùng các số từ 1 đến ${rank}.`,
    'shape/reshape-mismatch': ({ from, to, elements }) =>
      `${formatShape(from)} gồm ${formatCount('vi', elements)} số, không lấp vừa ${formatShape(to)}; hãy chọn các kích thước có tích bằng ${formatCount('vi', elements)}, hoặc để một kích thước là -1 để tự tính.`,
    'shape/slice-outside': ({ start, count, channels }) =>
      `Cần các kênh từ ${start} đến ${start + count - 1} nhưng đầu vào chỉ có ${channels} kênh (0 đến ${channels - 1}); hãy bắt đầu sớm hơn hoặc lấy ít hơn.`,
    'shape/attention-unequal': ({ value, key }) =>
      `Giá trị là ${formatShape(value)} còn khóa là ${formatShape(key)}, mà mỗi bước của bên này ứng với một bước của bên kia nên kích thước đầu phải bằng nhau; hãy nối các chuỗi cùng độ dài, theo thứ tự truy vấn, giá trị, khóa.`,
    'browser/gru-reset-after': () =>
      'TensorFlow.js không tính được GRU đặt lại sau phép nhân, nên bản thiết kế vẫn đếm và lưu cho Keras được, nhưng trang này lẫn dự án xuất ra đều không huấn luyện được; hãy tắt “Đặt lại sau” để huấn luyện ở đây.',
    'layer/unknown-class': ({ className }) =>
      `Ở đây không có lớp “${className}”, nên chỗ của nó được giữ với hình dạng ghi trong tệp, nhưng không tính cũng không xuất được; hãy thay bằng lớp khác hoặc bỏ lớp này.`,
    'shape/parts-do-not-divide': ({ parts, channels }) =>
      `${channels} kênh không chia được thành ${parts} phần bằng nhau; hãy chọn một ước của ${channels}.`,
    'shape/groups-do-not-divide': ({ groups, channels, what }) =>
      what === 'channels'
        ? `${channels} kênh không chia đều được cho ${groups} nhóm; hãy chọn số nhóm là ước của số kênh.`
        : `${channels} ${what === 'input' ? 'kênh đầu vào' : 'bộ lọc'} không chia đều được cho ${groups} nhóm; hãy chọn số nhóm là ước của cả hai.`,
    'shape/too-large': ({ elements, most }) =>
      `Sẽ có một tensor gồm ${formatCount('vi', elements)} số, trong khi nhiều nhất chỉ đánh địa chỉ được ${formatCount('vi', most)}; hãy thu nhỏ lớp này hoặc đầu vào của nó.`,
    'param/not-integer': ({ value, part }) => `${partName(part)}${decimal(value)} không phải số nguyên; hãy làm tròn.`,
    'param/not-odd': ({ value }) =>
      `Số kênh trong tổng là ${value}, nhưng cửa sổ phải có kênh ở chính giữa; hãy chọn một số lẻ.`,
    'param/not-a-number': ({ value, part }) => `${partName(part)}“${value}” không phải là số; hãy nhập một số.`,
    'param/out-of-range': ({ value, min, max, part }) =>
      `${partName(part)}${decimal(value)} nằm ngoài khoảng từ ${decimal(min)} đến ${formatCount('vi', max)}; hãy chọn một số trong khoảng đó.`,
    'param/not-text': ({ length, most }) =>
      `Ở đây cần một đoạn chữ dài nhất ${formatCount('vi', most)} ký tự, ${length === 0 ? 'mà giá trị này không phải chữ' : `không phải ${formatCount('vi', length)}`}; hãy nhập đoạn ngắn hơn.`,
    'param/unknown-option': ({ value, options }) => `Không dùng được “${value}” ở đây; hãy chọn ${either(options)}.`,
    'param/stride-with-dilation': ({ stride, dilation }) =>
      `Không thể dùng bước trượt ${stride} cùng độ giãn ${dilation}; hãy đặt một trong hai về 1.`,
    'topology/cycle': ({ layers }) =>
      `Các lớp ${layers.join(' → ')} nối thành vòng tròn nên không lớp nào tính được trước; hãy bỏ một trong các kết nối.`,
    'topology/missing-input': () => 'Lớp này không có đầu vào; hãy nối một lớp khác vào hoặc bỏ lớp này.',
    'topology/too-few-inputs': ({ got, least }) =>
      `Lớp này ghép ít nhất ${least} đầu vào nhưng mới có ${got}; hãy nối thêm một đầu vào hoặc bỏ lớp này.`,
    'topology/extra-input': ({ got, most }) =>
      `Lớp này nhận ${most === 0 ? '0' : most} đầu vào nhưng đang có ${got}; hãy bỏ bớt kết nối, hoặc gộp chúng trước bằng phép cộng hay ghép nối.`,
    'topology/unreachable': () =>
      'Không có đường nào từ đầu vào đến đây nên chưa biết gì về lớp này; hãy nối phần đứng trước nó.',
    'topology/no-input-layer': () => 'Mạng chưa có lớp đầu vào để dữ liệu đi vào; hãy thêm một lớp.',
    'topology/several-inputs': ({ count }) =>
      `Mạng có ${count} lớp đầu vào, mà mỗi mẫu chỉ vào được qua một lớp; hãy lấy mọi nhánh từ cùng một lớp đầu vào.`,
    'topology/several-outputs': ({ layers }) =>
      `Mạng kết thúc ở ${layers.length} lớp (${layers.join(', ')}) nên chưa rõ đâu là đầu ra; hãy gộp chúng lại, chỉ giữ một, hoặc lấy cả làm đầu ra.`,
    'topology/unused-output': () =>
      'Không lớp nào dùng đầu ra của lớp này nên nó bị để ngoài mạng; hãy nối nó vào đâu đó hoặc bỏ đi.',
    'block/no-output': ({ block }) =>
      `Khối “${block}” chưa có đầu ra; hãy mở khối và thêm một lớp, hoặc chọn một lớp trong khối làm đầu ra.`,
    'block/repeat-needs-one-input': ({ inputs, repeat }) =>
      `Khi chạy ${repeat} lần liên tiếp, khối nhận kết quả của lần trước, nhưng khối này có ${inputs} đầu vào; hãy chạy một lần hoặc dùng khối nhiều lần riêng biệt.`,
    'block/too-many-layers': ({ most }) =>
      `Các khối thay cho tổng cộng hơn ${formatCount('vi', most)} lớp; hãy lặp lại hoặc lồng vào nhau ít hơn.`,
    'task/input-shape': ({ expected, got, dataset }) =>
      `Đầu vào là ${formatShape(got)} nhưng một mẫu của ${dataset} là ${formatShape(expected)}; hãy đặt theo hình dạng của tập dữ liệu.`,
    'task/output-units': ({ expected, got, dataset }) =>
      `Mạng cho ra ${formatCount('vi', got)} giá trị nhưng ${dataset} có ${expected} lớp phân loại; hãy đặt lớp cuối có ${expected} đơn vị.`,
    'task/output-not-vector': ({ got, dataset }) =>
      `Mạng kết thúc bằng ${shapeName(got)} nhưng ${dataset} cần một giá trị cho mỗi lớp phân loại; hãy kết thúc bằng một lớp kết nối đầy đủ.`,
    'task/several-outputs': ({ count, dataset }) =>
      `Mạng cho ra ${count} đầu ra nhưng ${dataset} không có gì cùng hình dạng để huấn luyện đầu ra này; hãy giữ lại một đầu ra, hoặc không chọn tập dữ liệu để thiết kế và xuất mà không huấn luyện.`,
    'task/output-shape': ({ expected, got, target }) =>
      `Đầu ra có hình dạng ${formatShape(got)} nhưng được huấn luyện theo ${targetName(target)} có hình dạng ${formatShape(expected)}; hãy kết thúc bằng hình dạng đó hoặc chọn mục tiêu khác.`,
    'task/unknown-target': ({ target, dataset }) =>
      `Đầu ra cần học “${target}” nhưng ${dataset} không có mục tiêu này; hãy chọn mục tiêu khác.`,
    'task/loss-target': ({ areLabels, target }) =>
      areLabels
        ? `Hàm mất mát so sánh các lớp mà chỉ một lớp đúng, nhưng ${targetName(target)} gồm các nhãn có thể cùng đúng; hãy chọn entropy chéo nhị phân.`
        : `Hàm mất mát dành cho lớp hoặc nhãn, nhưng ${targetName(target)} gồm các số; hãy chọn một khoảng cách như sai số bình phương trung bình.`,
    'task/hinge-with-mixup': () =>
      'Hàm hinge cần đúng một lớp cho mỗi ảnh, nhưng mixup cho hai lớp; hãy chọn entropy chéo, vốn nhận cả hai, hoặc bỏ mixup.',
    'task/softmax-in-middle': () =>
      'Softmax ở giữa mạng ép phần sau về những số rất nhỏ và làm chậm việc học; hãy bỏ nó hoặc dùng ReLU thay thế.',
    'task/no-softmax': () =>
      'Mạng chưa kết thúc bằng xác suất, thứ mà hàm mất mát entropy chéo so sánh; hãy thêm softmax ở cuối.',
    ...designVietnamese,
  },
  fixes: {
    insert: ({ type }, words) => `Chèn lớp ${words.layer(type)}`,
    'set-param': ({ type, param, value }, words) => `Đặt ${words.field(type, param).toLowerCase()} thành ${value}`,
    'set-target': ({ target }) => `Huấn luyện theo ${targetName(target)}`,
    'leave-out-mixup': () => 'Bỏ mixup',
    'set-loss': ({ loss }) => `Chọn ${LOSSES[loss] ?? loss}`,
    'remove-layer': () => 'Bỏ lớp này',
    'remove-branch': ({ layers }) => `Bỏ cả nhánh (${layers} lớp)`,
    'remove-edge': () => 'Bỏ kết nối',
    connect: ({ from }) => `Nối vào sau ${from}`,
    'keep-output': ({ layer }) => `Chỉ giữ đường đến ${layer}`,
    project: ({ filters }) => `Chèn phép chiếu 1 × 1 (${filters} bộ lọc)`,
    'all-outputs': ({ count }) => `Lấy cả ${count} làm đầu ra`,
    'add-output': () => 'Lấy làm đầu ra nữa',
    'join-inputs': () => 'Dùng chung một đầu vào',
    'add-input': () => 'Thêm lớp đầu vào',
    'replace-all': ({ count, type }, words) =>
      count === 1 ? `Dùng ${words.layer(type)} thay thế` : `Dùng ${words.layer(type)} ở cả ${count} chỗ`,
    'move-behind': ({ layer }) => `Dời ra sau ${layer}`,
    'drop-biases': ({ count }) => (count === 1 ? 'Bỏ độ chệch' : `Bỏ độ chệch ở ${count} lớp`),
    'shrink-kernels': ({ count }) => (count === 1 ? 'Đặt nhân thành 1 × 1' : `Đặt ${count} nhân thành 1 × 1`),
    rewrite: ({ rewrite }) => `${rewriteNames.vi[rewrite]}…`,
    'run-once': () => 'Chạy khối một lần',
  },
};

function rankName(rank: number): string {
  return RANKS[rank] ?? `tensor ${rank} trục`;
}

function shapeName(shape: Shape): string {
  if (shape.length === 1) return `một vectơ ${shape[0] ?? 0} giá trị`;
  return shape.length === 3 ? `một ảnh ${formatShape(shape)}` : `${rankName(shape.length)} ${formatShape(shape)}`;
}

function partName(part: ParamPart | undefined): string {
  if (part === undefined) return '';
  return typeof part === 'number' ? `Kích thước thứ ${part + 1}: ` : `${PARTS[part]}: `;
}

function decimal(value: number): string {
  return String(value).replace('.', ',');
}

function either(words: readonly string[]): string {
  return join(words, 'hoặc');
}

function both(words: readonly string[]): string {
  return join(words, 'và');
}

function join(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
