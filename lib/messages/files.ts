import type {
  FileProblem,
  FileProblemCode,
  FileProblemValues,
  FileWarning,
  FileWarningCode,
  FileWarningValues,
} from '@/lib/core/file-problem';
import type { Locale, Localized } from '@/lib/core/locale';

/** Why a design's file cannot be opened, and what was mended while it was. */
interface FileMessages {
  readonly problems: { readonly [C in FileProblemCode]: (values: Readonly<FileProblemValues[C]>) => string };
  readonly warnings: { readonly [C in FileWarningCode]: (values: Readonly<FileWarningValues[C]>) => string };
}

const fileMessages: Localized<FileMessages> = {
  en: {
    problems: {
      'file/empty': () => 'The file is empty; choose a design or a model.',
      'file/not-json': () => 'The file is not JSON, or it was cut off.',
      'file/not-ours': () =>
        'The file is JSON, but neither a Shapeflow design nor a model of Keras or TensorFlow.js; save the model with model.to_json() or model.save().',
      'file/newer-format': ({ version, newest }) =>
        `The file has format ${version}, but this version of Shapeflow reads up to ${newest}; update Shapeflow to open it.`,
      'file/newer-layer': ({ type, version, newest }) =>
        `The file holds version ${version} of the layer “${type}”, but this version of Shapeflow knows up to ${newest}; update Shapeflow to open it.`,
      'file/too-many-layers': ({ count, most }) =>
        `The file holds ${count} layers, but at most ${most} can be opened; split the design into smaller ones.`,
      'file/too-many-edges': ({ count, most }) =>
        `The file holds ${count} connections, but at most ${most} can be opened; split the design into smaller ones.`,
      'file/too-large': ({ bytes, most }) =>
        `The file has ${megabytes(bytes)} MB, but at most ${megabytes(most)} MB can be read; save the model without its weights.`,
      'file/too-deep': ({ most }) =>
        `The file is nested more than ${most} levels deep, which no model is; it is damaged or was made to do harm.`,
      'file/too-packed': () =>
        'The zip file unpacks to far more than a model has; it is damaged or was made to do harm.',
      'file/unknown-kind': () =>
        'The file is of no kind that can be opened: Shapeflow designs, Keras models (.json, .keras, .h5) and TensorFlow.js layers models (model.json) are.',
      'file/other-format': ({ format }) =>
        `The file is a model of ${format}, which cannot be opened; save it from Keras as .keras, .h5 or JSON.`,
      'file/graph-model': () =>
        'The file is a TensorFlow.js graph model: a frozen computation without layers. Convert the Keras model as a layers model (tfjs_layers_model).',
      'file/weights-only': () =>
        'The file holds weights only, without the layers they belong to; save the whole model with model.save().',
      'file/subclassed': ({ name }) =>
        `The model is a class of its own${name === '' ? '' : ` (“${name}”)`} whose layers are in Python code, not in the file; build it with the functional API or Sequential and save again.`,
      'file/keras-1': () =>
        'The file was written by Keras 1, which is not read; load it with Keras 2 and save it again.',
      'file/no-layers': () => 'The model in the file has no layers.',
      'file/no-input-shape': () =>
        'The file does not say the shape of the input; give the first layer an input shape and save the model again.',
      'file/no-input-layer': ({ layer }) =>
        `The input “${layer}” has a shape that no input here can have: one to three sizes besides the batch.`,
      'file/cyclic': ({ layer }) =>
        `The layer “${layer}” waits for its own output: the model is a circle and cannot be computed.`,
      'file/missing-layer': ({ layer }) => `A layer takes the output of “${layer}”, which is not in the file.`,
      'file/damaged': ({ part }) => `The file is damaged: “${part}” cannot be read.`,
      'file/missing-files': ({ names }) =>
        `The model's weights are in other files that are missing: ${names.join(', ')}. Choose or drop them together with model.json, or model.json alone to open it without weights.`,
      'file/several-designs': ({ names }) => `These are several designs (${names.join(', ')}); open one at a time.`,
      'file/channels-first': ({ layer }) =>
        `The model has its channels first, and “${layer}” cannot be turned to channels last; save it with data_format “channels_last”.`,
    },
    warnings: {
      'file/unknown-layer': ({ layer, type }) =>
        `The layer “${layer}” is of the unknown type “${type}”: it was left out and its neighbours joined.`,
      'file/broken-layer': ({ layer }) => `The layer “${layer}” could not be read and was left out.`,
      'file/renamed-layer': ({ layer, to }) => `The layer id “${layer}” is not possible and became “${to}”.`,
      'file/bad-param': ({ layer, param }) => `“${param}” of “${layer}” could not be read and was set to its default.`,
      'file/unknown-param': ({ layer, param }) => `“${layer}” has no parameter “${param}”: it was left out.`,
      'file/missing-block': ({ layer }) =>
        `“${layer}” stands for a block that is not in the file, and was left out; what stood before and behind it is joined.`,
      'file/block-in-itself': ({ layer }) => `“${layer}” would put a block inside itself, and was left out.`,
      'file/unused-block': ({ block }) => `Nothing uses the block “${block}”, so it was left out.`,
      'file/lost-layer': ({ layer }) =>
        `“${layer}” is in a block that is not in the file; it is now in the design itself.`,
      'file/bad-edge': ({ edge }) => `The connection “${edge}” leads nowhere or is there twice, and was left out.`,
      'file/bad-part': ({ part }) => `“${part}” was missing or senseless and was set to its default.`,
      'file/cleaned-name': ({ name }) =>
        `A name was too long or held line breaks or invisible signs; it became “${name}”.`,
      'file/more-warnings': ({ count }) => `${count} more ${count === 1 ? 'thing was' : 'things were'} mended.`,
      'file/placed-layers': ({ count }) =>
        count === 1
          ? 'One layer had no place on the canvas and was given one.'
          : `${count} layers had no place on the canvas and were given one.`,
    },
  },
  vi: {
    problems: {
      'file/empty': () => 'Tệp trống; hãy chọn một thiết kế hoặc một mô hình.',
      'file/not-json': () => 'Tệp không phải JSON hoặc đã bị cắt mất một phần.',
      'file/not-ours': () =>
        'Tệp là JSON nhưng không phải thiết kế của Shapeflow, cũng không phải mô hình của Keras hay TensorFlow.js; hãy lưu mô hình bằng model.to_json() hoặc model.save().',
      'file/newer-format': ({ version, newest }) =>
        `Tệp có định dạng ${version} nhưng phiên bản Shapeflow này chỉ đọc đến ${newest}; hãy cập nhật Shapeflow để mở.`,
      'file/newer-layer': ({ type, version, newest }) =>
        `Tệp dùng phiên bản ${version} của lớp “${type}” nhưng phiên bản Shapeflow này chỉ biết đến ${newest}; hãy cập nhật Shapeflow để mở.`,
      'file/too-many-layers': ({ count, most }) =>
        `Tệp có ${count} lớp, trong khi chỉ mở được nhiều nhất ${most}; hãy chia thành các thiết kế nhỏ hơn.`,
      'file/too-many-edges': ({ count, most }) =>
        `Tệp có ${count} kết nối, trong khi chỉ mở được nhiều nhất ${most}; hãy chia thành các thiết kế nhỏ hơn.`,
      'file/too-large': ({ bytes, most }) =>
        `Tệp nặng ${megabytes(bytes)} MB, trong khi chỉ đọc được nhiều nhất ${megabytes(most)} MB; hãy lưu mô hình không kèm trọng số.`,
      'file/too-deep': ({ most }) =>
        `Tệp lồng nhau sâu hơn ${most} cấp, không mô hình nào như vậy; tệp bị hỏng hoặc được tạo ra để gây hại.`,
      'file/too-packed': () =>
        'Tệp zip giải nén ra lớn hơn nhiều so với một mô hình; tệp bị hỏng hoặc được tạo ra để gây hại.',
      'file/unknown-kind': () =>
        'Không mở được loại tệp này; chỉ mở được thiết kế của Shapeflow, mô hình Keras (.json, .keras, .h5) và mô hình lớp của TensorFlow.js (model.json).',
      'file/other-format': ({ format }) =>
        `Tệp là mô hình của ${format} nên không mở được; hãy lưu từ Keras ra .keras, .h5 hoặc JSON.`,
      'file/graph-model': () =>
        'Tệp là mô hình đồ thị của TensorFlow.js: phép tính đã đóng băng, không còn các lớp. Hãy chuyển mô hình Keras thành mô hình lớp (tfjs_layers_model).',
      'file/weights-only': () =>
        'Tệp chỉ chứa trọng số, không có các lớp của chúng; hãy lưu cả mô hình bằng model.save().',
      'file/subclassed': ({ name }) =>
        `Mô hình là một lớp Python riêng${name === '' ? '' : ` (“${name}”)`}, các lớp mạng nằm trong mã chứ không trong tệp; hãy dựng bằng API hàm hoặc Sequential rồi lưu lại.`,
      'file/keras-1': () => 'Tệp do Keras 1 ghi nên không đọc được; hãy nạp bằng Keras 2 rồi lưu lại.',
      'file/no-layers': () => 'Mô hình trong tệp không có lớp nào.',
      'file/no-input-shape': () =>
        'Tệp không cho biết hình dạng đầu vào; hãy đặt hình dạng đầu vào cho lớp đầu tiên rồi lưu lại mô hình.',
      'file/no-input-layer': ({ layer }) =>
        `Đầu vào “${layer}” có hình dạng không dùng được ở đây: cần từ một đến ba kích thước, không kể lô.`,
      'file/cyclic': ({ layer }) =>
        `Lớp “${layer}” chờ chính đầu ra của nó: mô hình là một vòng tròn nên không tính được.`,
      'file/missing-layer': ({ layer }) => `Có lớp nhận đầu ra của “${layer}”, nhưng lớp này không có trong tệp.`,
      'file/damaged': ({ part }) => `Tệp bị hỏng: không đọc được “${part}”.`,
      'file/missing-files': ({ names }) =>
        `Trọng số của mô hình nằm trong các tệp còn thiếu: ${names.join(', ')}. Hãy chọn hoặc thả chúng cùng model.json, hoặc chỉ model.json để mở không kèm trọng số.`,
      'file/several-designs': ({ names }) => `Đây là nhiều thiết kế (${names.join(', ')}); hãy mở từng cái một.`,
      'file/channels-first': ({ layer }) =>
        `Mô hình đặt kênh ở trước, và không thể chuyển “${layer}” sang kênh ở sau; hãy lưu với data_format “channels_last”.`,
    },
    warnings: {
      'file/unknown-layer': ({ layer, type }) =>
        `Lớp “${layer}” thuộc loại lạ “${type}”: đã bỏ lớp này và nối liền hai bên.`,
      'file/broken-layer': ({ layer }) => `Không đọc được lớp “${layer}” nên đã bỏ qua.`,
      'file/renamed-layer': ({ layer, to }) => `Mã lớp “${layer}” không hợp lệ và đã đổi thành “${to}”.`,
      'file/bad-param': ({ layer, param }) => `Không đọc được “${param}” của “${layer}”; đã dùng giá trị mặc định.`,
      'file/unknown-param': ({ layer, param }) => `“${layer}” không có tham số “${param}”; đã bỏ qua.`,
      'file/missing-block': ({ layer }) =>
        `“${layer}” thay cho một khối không có trong tệp nên đã bỏ qua; phần trước và phần sau nó được nối lại.`,
      'file/block-in-itself': ({ layer }) => `“${layer}” sẽ đặt một khối vào trong chính nó nên đã bỏ qua.`,
      'file/unused-block': ({ block }) => `Không nơi nào dùng khối “${block}” nên đã bỏ qua.`,
      'file/lost-layer': ({ layer }) => `“${layer}” thuộc một khối không có trong tệp; nay nó nằm ngay trong thiết kế.`,
      'file/bad-edge': ({ edge }) => `Kết nối “${edge}” không dẫn đến đâu hoặc bị lặp nên đã bỏ qua.`,
      'file/bad-part': ({ part }) => `“${part}” bị thiếu hoặc không hợp lệ; đã dùng giá trị mặc định.`,
      'file/cleaned-name': ({ name }) =>
        `Một tên quá dài hoặc chứa dấu xuống dòng hay ký tự vô hình; tên đã đổi thành “${name}”.`,
      'file/more-warnings': ({ count }) => `Còn ${count} chỗ khác đã được sửa.`,
      'file/placed-layers': ({ count }) => `${count} lớp chưa có vị trí trên khung vẽ và đã được xếp chỗ.`,
    },
  },
};

/** A tenth of a megabyte is as exact as anyone needs. */
function megabytes(bytes: number): string {
  return String(Number((bytes / 2 ** 20).toFixed(1)));
}

export function describeFileProblem({ code, values }: FileProblem, locale: Locale): string {
  // Code and values belong together by the parameter's type, which the compiler cannot follow through the lookup.
  return (fileMessages[locale].problems[code] as (of: typeof values) => string)(values);
}

export function describeFileWarning({ code, values }: FileWarning, locale: Locale): string {
  return (fileMessages[locale].warnings[code] as (of: typeof values) => string)(values);
}
