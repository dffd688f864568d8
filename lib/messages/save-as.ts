import type { Locale, Localized } from '@/lib/core/locale';
import type { SaveFormat, SaveNote, SaveNoteCode, SaveNoteValues } from '@/lib/core/save-note';

/** Where the weights come from, and whether every layer has its own. */
interface OfferedWeights {
  readonly source: 'trained' | 'imported';
  readonly isComplete: boolean;
}

/** The dialog that saves a design for other tools, and what it says beforehand. */
export interface SaveAsMessages {
  readonly title: string;
  readonly format: string;
  readonly formats: Readonly<Record<SaveFormat, { readonly name: string; readonly hint: string }>>;
  readonly weights: string;
  readonly weightsHint: (of: OfferedWeights, size: string) => string;
  readonly noWeights: string;
  readonly notes: { readonly [C in SaveNoteCode]: (values: Readonly<SaveNoteValues[C]>) => string };
  readonly notesTitle: string;
  readonly nothingLost: string;
  readonly errors: (count: number) => string;
  readonly noNetwork: string;
  /** Leads to the dialog that saves pictures. */
  readonly picture: string;
  readonly save: string;
  readonly saving: string;
  readonly cancel: string;
  readonly saved: (file: string) => string;
  readonly failed: string;
}

export const saveAsMessages: Localized<SaveAsMessages> = {
  en: {
    title: 'Save as…',
    format: 'Format',
    formats: {
      shapeflow: { name: 'Shapeflow (.shapeflow.json)', hint: 'Everything, also with mistakes in it' },
      keras: { name: 'Keras 2 (.json)', hint: 'The layers, for model_from_json of Keras 2 and TensorFlow 2' },
      keras3: { name: 'Keras 3 (.json)', hint: 'The layers, for keras.models.model_from_json' },
      'keras-zip': { name: 'Keras 3 (.keras)', hint: 'Layers and weights, for keras.models.load_model' },
      tfjs: { name: 'TensorFlow.js (model.json)', hint: 'For tf.loadLayersModel; with its weights as a zip file' },
    },
    weights: 'With weights',
    weightsHint: ({ source, isComplete }, size) =>
      source === 'trained'
        ? `The weights of the last training, ${size}`
        : `The weights that came with the design, ${size}${isComplete ? '' : '; layers changed since get start values'}`,
    noWeights: 'The design has no weights of its own.',
    notesTitle: 'Before you save',
    nothingLost: 'The other tool has a layer for each of these.',
    notes: {
      'save/own-class': ({ className, layers, count }) =>
        `${list(layers, count, 'and')}: the other tool has no such layer. The file names the class ${className}, which has to be given to it.`,
      'save/start-values': () =>
        'This format must hold weights and the design has none yet: they are drawn anew, as before a training.',
      'save/blocks': ({ count }) =>
        `${count} ${count === 1 ? 'block is' : 'blocks are'} written out layer by layer; opened here, the file has ${count === 1 ? 'it' : 'them'} back.`,
      'save/outside': ({ count }) =>
        `${count} ${count === 1 ? 'layer is' : 'layers are'} on no way from an input to an output and stay${count === 1 ? 's' : ''} behind.`,
    },
    errors: (count) =>
      `The design has ${count} ${count === 1 ? 'mistake' : 'mistakes'}; mend ${count === 1 ? 'it' : 'them'} first, or save in our own format.`,
    noNetwork: 'There is no way from an input to an output yet; only our own format can hold the design.',
    picture: 'A picture or a figure instead (SVG, PNG)…',
    save: 'Save',
    saving: 'Saving…',
    cancel: 'Cancel',
    saved: (file) => `Saved as ${file}`,
    failed: 'The file could not be made; the design may be too large for this browser’s memory.',
  },
  vi: {
    title: 'Lưu thành…',
    format: 'Định dạng',
    formats: {
      shapeflow: { name: 'Shapeflow (.shapeflow.json)', hint: 'Toàn bộ, kể cả khi còn lỗi' },
      keras: { name: 'Keras 2 (.json)', hint: 'Các lớp, cho model_from_json của Keras 2 và TensorFlow 2' },
      keras3: { name: 'Keras 3 (.json)', hint: 'Các lớp, cho keras.models.model_from_json' },
      'keras-zip': { name: 'Keras 3 (.keras)', hint: 'Các lớp và trọng số, cho keras.models.load_model' },
      tfjs: { name: 'TensorFlow.js (model.json)', hint: 'Cho tf.loadLayersModel; nếu kèm trọng số thì là tệp zip' },
    },
    weights: 'Kèm trọng số',
    weightsHint: ({ source, isComplete }, size) =>
      source === 'trained'
        ? `Trọng số của lần huấn luyện gần nhất, ${size}`
        : `Trọng số đi cùng thiết kế, ${size}${isComplete ? '' : '; các lớp đã sửa nhận giá trị khởi tạo'}`,
    noWeights: 'Thiết kế chưa có trọng số riêng.',
    notesTitle: 'Trước khi lưu',
    nothingLost: 'Công cụ kia có đủ các lớp này.',
    notes: {
      'save/own-class': ({ className, layers, count }) =>
        `${list(layers, count, 'và')}: công cụ kia không có lớp này. Tệp ghi tên lớp ${className} và cần được cung cấp mã của nó.`,
      'save/start-values': () =>
        'Định dạng này phải có trọng số mà thiết kế chưa có: chúng được sinh mới, như trước khi huấn luyện.',
      'save/blocks': ({ count }) => `${count} khối được viết ra thành từng lớp; mở lại ở đây thì tệp vẫn có các khối.`,
      'save/outside': ({ count }) => `${count} lớp không nằm trên đường nào từ đầu vào đến đầu ra nên không được lưu.`,
    },
    errors: (count) => `Thiết kế có ${count} lỗi; hãy sửa trước, hoặc lưu bằng định dạng của Shapeflow.`,
    noNetwork: 'Chưa có đường nào từ đầu vào đến đầu ra; chỉ định dạng của Shapeflow lưu được thiết kế.',
    picture: 'Lưu thành hình (SVG, PNG)…',
    save: 'Lưu',
    saving: 'Đang lưu…',
    cancel: 'Hủy',
    saved: (file) => `Đã lưu thành ${file}`,
    failed: 'Không tạo được tệp; thiết kế có thể quá lớn so với bộ nhớ của trình duyệt.',
  },
};

export function describeSaveNote({ code, values }: SaveNote, locale: Locale): string {
  // Code and values belong together by the parameter's type, which the compiler cannot follow through the lookup.
  return (saveAsMessages[locale].notes[code] as (of: typeof values) => string)(values);
}

function list(layers: readonly string[], count: number, and: string): string {
  const more = count - layers.length;
  return more > 0 ? `${layers.join(', ')} ${and} ${more} …` : layers.join(', ');
}
