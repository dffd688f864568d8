import type {
  ForeignFormat,
  ImportNote,
  ImportNoteCode,
  ImportNoteValues,
  OpaqueReason,
} from '@/lib/core/import-report';
import type { Locale, Localized } from '@/lib/core/locale';
import { formatShape } from '@/lib/core/tensor-type';

/** What is said of a file of another tool once it is open. */
export interface ImportMessages {
  readonly title: string;
  readonly formats: Readonly<Record<ForeignFormat, (version: string | null) => string>>;
  readonly read: (layers: number, params: string) => string;
  readonly weights: (tensors: number, size: string) => string;
  readonly noWeights: string;
  readonly exact: string;
  readonly headings: Readonly<Record<'opaque' | 'assumed' | 'left-out', string>>;
  readonly notes: { readonly [C in ImportNoteCode]: (values: Readonly<ImportNoteValues[C]>) => string };
}

export const importMessages: Localized<ImportMessages> = {
  en: {
    title: 'The file was opened',
    formats: {
      'keras-2-json': (version) => `Keras JSON${named(version)}`,
      'keras-3-json': (version) => `Keras 3 JSON${named(version)}`,
      'keras-zip': (version) => `.keras file of Keras${named(version)}`,
      'keras-h5': (version) => `.h5 file of Keras${named(version)}`,
      'tfjs-layers': (version) => `TensorFlow.js layers model${named(version)}`,
    },
    read: (layers, params) => `${layers} ${layers === 1 ? 'layer' : 'layers'}, ${params} parameters.`,
    weights: (tensors, size) => `Weights: ${tensors} ${tensors === 1 ? 'tensor' : 'tensors'}, ${size}.`,
    noWeights: 'The file holds no weights.',
    exact: 'Everything in the file has its place here.',
    headings: {
      opaque: 'Kept, but not understood',
      assumed: 'Assumed; please check',
      'left-out': 'Left out',
    },
    notes: {
      'assumed/size': ({ layer, shape }) =>
        `“${layer}” leaves sizes open; they were set to ${formatShape(shape)}. Change the layer's shape if your data differ.`,
      'assumed/shape': ({ layer, className, shape }) =>
        `The file does not say what “${layer}” (${className}) gives; ${formatShape(shape)} was assumed.`,
      'assumed/shared': ({ layer, times }) =>
        `“${layer}” is used ${times} times with the same weights; here it stands ${times} times, each with weights of its own.`,
      'assumed/channels-first': () =>
        'The model had its channels first; all shapes and axes were turned to channels last.',
      'assumed/no-version': ({ version }) => `The file names no version of Keras; it was read as Keras ${version}.`,
      'left-out/option': ({ option, layers, count }) => `${option}: ${inEnglish(layers, count)}.`,
      'left-out/identity': ({ layers, count }) =>
        `${inEnglish(layers, count)}: ${count === 1 ? 'it changes' : 'they change'} nothing, so the neighbours were joined.`,
      'left-out/training': () => 'Optimizer and loss: choose them under Training.',
      'left-out/weights': ({ layers, count }) =>
        `The weights of ${inEnglish(layers, count)}: they are not those that the layer has here.`,
      'left-out/metadata': () =>
        'Titles, places and blocks that Shapeflow had put into the file: another tool has changed the model since.',
      'left-out/shards': () =>
        'The weights: they are in files of their own; open those together with model.json to have them.',
      'opaque/layer': ({ layer, className, reason }) => `“${layer}” (${className}): ${REASONS_EN[reason]}`,
      'opaque/more': ({ count }) => `and ${count} more.`,
    },
  },
  vi: {
    title: 'Đã mở tệp',
    formats: {
      'keras-2-json': (version) => `JSON của Keras${named(version)}`,
      'keras-3-json': (version) => `JSON của Keras 3${named(version)}`,
      'keras-zip': (version) => `Tệp .keras của Keras${named(version)}`,
      'keras-h5': (version) => `Tệp .h5 của Keras${named(version)}`,
      'tfjs-layers': (version) => `Mô hình lớp của TensorFlow.js${named(version)}`,
    },
    read: (layers, params) => `${layers} lớp, ${params} tham số.`,
    weights: (tensors, size) => `Trọng số: ${tensors} tensor, ${size}.`,
    noWeights: 'Tệp không có trọng số.',
    exact: 'Mọi thứ trong tệp đều có chỗ ở đây.',
    headings: {
      opaque: 'Giữ lại nhưng không hiểu',
      assumed: 'Phỏng đoán; xin hãy kiểm tra',
      'left-out': 'Bỏ qua',
    },
    notes: {
      'assumed/size': ({ layer, shape }) =>
        `“${layer}” để ngỏ kích thước; đã đặt thành ${formatShape(shape)}. Hãy đổi hình dạng của lớp nếu dữ liệu của bạn khác.`,
      'assumed/shape': ({ layer, className, shape }) =>
        `Tệp không cho biết “${layer}” (${className}) cho ra gì; đã giả định là ${formatShape(shape)}.`,
      'assumed/shared': ({ layer, times }) =>
        `“${layer}” được dùng ${times} lần với cùng trọng số; ở đây lớp xuất hiện ${times} lần, mỗi lần có trọng số riêng.`,
      'assumed/channels-first': () => 'Mô hình đặt kênh ở trước; mọi hình dạng và trục đã được chuyển sang kênh ở sau.',
      'assumed/no-version': ({ version }) => `Tệp không ghi phiên bản Keras; đã đọc như Keras ${version}.`,
      'left-out/option': ({ option, layers, count }) => `${option}: ${inVietnamese(layers, count)}.`,
      'left-out/identity': ({ layers, count }) =>
        `${inVietnamese(layers, count)}: không thay đổi gì nên hai bên đã được nối liền.`,
      'left-out/training': () => 'Bộ tối ưu và hàm mất mát: hãy chọn trong phần Huấn luyện.',
      'left-out/weights': ({ layers, count }) =>
        `Trọng số của ${inVietnamese(layers, count)}: không khớp với trọng số của lớp ở đây.`,
      'left-out/metadata': () =>
        'Tiêu đề, vị trí và khối mà Shapeflow đã ghi trong tệp: công cụ khác đã sửa mô hình sau đó.',
      'left-out/shards': () => 'Trọng số: nằm trong các tệp riêng; hãy mở chúng cùng với model.json để có trọng số.',
      'opaque/layer': ({ layer, className, reason }) => `“${layer}” (${className}): ${REASONS_VI[reason]}`,
      'opaque/more': ({ count }) => `và ${count} lớp khác.`,
    },
  },
};

const REASONS_EN: Readonly<Record<OpaqueReason, string>> = {
  'no-layer': 'there is no such layer here.',
  settings: 'there is such a layer here, but not with these settings.',
  inputs: 'its inputs are not what such a layer takes here.',
  outputs: 'several of its outputs are used, and layers here have one.',
};

const REASONS_VI: Readonly<Record<OpaqueReason, string>> = {
  'no-layer': 'ở đây không có lớp này.',
  settings: 'ở đây có lớp này nhưng không với các thiết lập như vậy.',
  inputs: 'đầu vào của nó không phải loại mà lớp này nhận ở đây.',
  outputs: 'nhiều đầu ra của nó được dùng, trong khi lớp ở đây chỉ có một.',
};

export function describeImportNote({ code, values }: ImportNote, locale: Locale): string {
  // Code and values belong together by the parameter's type, which the compiler cannot follow through the lookup.
  return (importMessages[locale].notes[code] as (of: typeof values) => string)(values);
}

/** Which of the report's headings a note stands under. */
export function headingOf({ code }: ImportNote): 'opaque' | 'assumed' | 'left-out' {
  return code.startsWith('opaque/') ? 'opaque' : code.startsWith('assumed/') ? 'assumed' : 'left-out';
}

function named(version: string | null): string {
  return version === null ? '' : ` ${version}`;
}

function inEnglish(layers: readonly string[], count: number): string {
  const more = count - layers.length;
  return more > 0 ? `${layers.join(', ')} and ${more} more` : layers.join(', ');
}

function inVietnamese(layers: readonly string[], count: number): string {
  const more = count - layers.length;
  return more > 0 ? `${layers.join(', ')} và ${more} lớp khác` : layers.join(', ');
}
