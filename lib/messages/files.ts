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
      'file/empty': () => 'The file is empty; choose a design saved by Shapeflow.',
      'file/not-json': () => 'The file is not a Shapeflow design: it is not JSON, or it was cut off.',
      'file/not-ours': () => 'The file is JSON, but not a Shapeflow design.',
      'file/newer-format': ({ version, newest }) =>
        `The file has format ${version}, but this version of Shapeflow reads up to ${newest}; update Shapeflow to open it.`,
      'file/newer-layer': ({ type, version, newest }) =>
        `The file holds version ${version} of the layer “${type}”, but this version of Shapeflow knows up to ${newest}; update Shapeflow to open it.`,
      'file/too-many-layers': ({ count, most }) =>
        `The file holds ${count} layers, but at most ${most} can be opened; split the design into smaller ones.`,
      'file/too-many-edges': ({ count, most }) =>
        `The file holds ${count} connections, but at most ${most} can be opened; split the design into smaller ones.`,
    },
    warnings: {
      'file/unknown-layer': ({ layer, type }) =>
        `The layer “${layer}” is of the unknown type “${type}”: it was left out and its neighbours joined.`,
      'file/broken-layer': ({ layer }) => `The layer “${layer}” could not be read and was left out.`,
      'file/renamed-layer': ({ layer, to }) => `The layer id “${layer}” is not possible and became “${to}”.`,
      'file/bad-param': ({ layer, param }) => `“${param}” of “${layer}” could not be read and was set to its default.`,
      'file/unknown-param': ({ layer, param }) => `“${layer}” has no parameter “${param}”: it was left out.`,
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
      'file/empty': () => 'Tệp trống; hãy chọn một thiết kế do Shapeflow lưu.',
      'file/not-json': () => 'Tệp không phải thiết kế của Shapeflow: không phải JSON hoặc đã bị cắt mất một phần.',
      'file/not-ours': () => 'Tệp là JSON nhưng không phải thiết kế của Shapeflow.',
      'file/newer-format': ({ version, newest }) =>
        `Tệp có định dạng ${version} nhưng phiên bản Shapeflow này chỉ đọc đến ${newest}; hãy cập nhật Shapeflow để mở.`,
      'file/newer-layer': ({ type, version, newest }) =>
        `Tệp dùng phiên bản ${version} của lớp “${type}” nhưng phiên bản Shapeflow này chỉ biết đến ${newest}; hãy cập nhật Shapeflow để mở.`,
      'file/too-many-layers': ({ count, most }) =>
        `Tệp có ${count} lớp, trong khi chỉ mở được nhiều nhất ${most}; hãy chia thành các thiết kế nhỏ hơn.`,
      'file/too-many-edges': ({ count, most }) =>
        `Tệp có ${count} kết nối, trong khi chỉ mở được nhiều nhất ${most}; hãy chia thành các thiết kế nhỏ hơn.`,
    },
    warnings: {
      'file/unknown-layer': ({ layer, type }) =>
        `Lớp “${layer}” thuộc loại lạ “${type}”: đã bỏ lớp này và nối liền hai bên.`,
      'file/broken-layer': ({ layer }) => `Không đọc được lớp “${layer}” nên đã bỏ qua.`,
      'file/renamed-layer': ({ layer, to }) => `Mã lớp “${layer}” không hợp lệ và đã đổi thành “${to}”.`,
      'file/bad-param': ({ layer, param }) => `Không đọc được “${param}” của “${layer}”; đã dùng giá trị mặc định.`,
      'file/unknown-param': ({ layer, param }) => `“${layer}” không có tham số “${param}”; đã bỏ qua.`,
      'file/bad-edge': ({ edge }) => `Kết nối “${edge}” không dẫn đến đâu hoặc bị lặp nên đã bỏ qua.`,
      'file/bad-part': ({ part }) => `“${part}” bị thiếu hoặc không hợp lệ; đã dùng giá trị mặc định.`,
      'file/cleaned-name': ({ name }) =>
        `Một tên quá dài hoặc chứa dấu xuống dòng hay ký tự vô hình; tên đã đổi thành “${name}”.`,
      'file/more-warnings': ({ count }) => `Còn ${count} chỗ khác đã được sửa.`,
      'file/placed-layers': ({ count }) => `${count} lớp chưa có vị trí trên khung vẽ và đã được xếp chỗ.`,
    },
  },
};

export function describeFileProblem({ code, values }: FileProblem, locale: Locale): string {
  // Code and values belong together by the parameter's type, which the compiler cannot follow through the lookup.
  return (fileMessages[locale].problems[code] as (of: typeof values) => string)(values);
}

export function describeFileWarning({ code, values }: FileWarning, locale: Locale): string {
  return (fileMessages[locale].warnings[code] as (of: typeof values) => string)(values);
}
