import type { Localized } from '@/lib/core/locale';

/** The dialog that saves a picture of the design. */
export interface PictureDialogMessages {
  readonly title: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<'canvas' | 'figure', { readonly name: string; readonly hint: string }>>;
  readonly options: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'light' | 'dark', string>>;
  readonly ground: string;
  readonly grounds: Readonly<Record<'solid' | 'transparent', string>>;
  readonly language: string;
  readonly blocks: string;
  readonly blockViews: Readonly<Record<'shown' | 'collapsed' | 'written-out', string>>;
  readonly scale: string;
  readonly scales: Readonly<Record<'automatic' | 'linear' | 'root' | 'logarithmic', string>>;
  readonly spacing: string;
  readonly spacings: Readonly<Record<'narrow' | 'normal' | 'wide', string>>;
  readonly colours: string;
  readonly colourings: Readonly<Record<'family' | 'grey', string>>;
  readonly names: string;
  readonly sizes: string;
  readonly windows: string;
  readonly format: string;
  readonly formats: Readonly<Record<'svg' | 'png-1' | 'png-2' | 'png-3', string>>;
  readonly preview: (design: string) => string;
  readonly size: (width: string, height: string) => string;
  readonly drawing: string;
  readonly tooLarge: (width: string, height: string, most: string) => string;
  readonly failed: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly save: string;
  readonly cancel: string;
  readonly saved: (file: string) => string;
  readonly notSaved: string;
}

export const pictureDialogMessages: Localized<PictureDialogMessages> = {
  en: {
    title: 'Save a picture',
    kind: 'Picture of',
    kinds: {
      canvas: { name: 'The canvas', hint: 'Layers and connections as they are drawn' },
      figure: { name: 'A figure for a publication', hint: 'Every feature map as a block to scale' },
    },
    options: 'How it looks',
    theme: 'Colours for',
    themes: { light: 'Light pages', dark: 'Dark pages' },
    ground: 'Background',
    grounds: { solid: 'Solid', transparent: 'Transparent' },
    language: 'Language',
    blocks: 'Blocks',
    blockViews: { shown: 'As on the canvas', collapsed: 'One node each', 'written-out': 'Written out' },
    scale: 'Scale',
    scales: { automatic: 'As fits', linear: 'True to size', root: 'Square root', logarithmic: 'Logarithmic' },
    spacing: 'Spacing',
    spacings: { narrow: 'Narrow', normal: 'Normal', wide: 'Wide' },
    colours: 'Paint',
    colourings: { family: 'By kind of layer', grey: 'Grey' },
    names: 'Names, kernels and activations',
    sizes: 'Sizes of the maps',
    windows: 'Kernel windows',
    format: 'File',
    formats: { svg: 'SVG', 'png-1': 'PNG', 'png-2': 'PNG, twice as fine', 'png-3': 'PNG, three times as fine' },
    preview: (design) => `Preview: ${design}`,
    size: (width, height) => `${width} × ${height} pixels`,
    drawing: 'Drawing…',
    tooLarge: (width, height, most) =>
      `${width} × ${height} pixels are more than a browser draws (${most} a side, 67 million in all). Choose a coarser PNG, or SVG.`,
    failed: 'The picture could not be drawn.',
    copy: 'Copy',
    copied: 'The picture is in the clipboard.',
    notCopied: 'The browser does not let the page copy; save the picture instead.',
    save: 'Save',
    cancel: 'Close',
    saved: (file) => `Saved as ${file}`,
    notSaved: 'The picture could not be made; it may be too large for this browser’s memory.',
  },
  vi: {
    title: 'Lưu thành hình',
    kind: 'Hình của',
    kinds: {
      canvas: { name: 'Bản vẽ', hint: 'Các lớp và kết nối như đang được vẽ' },
      figure: { name: 'Hình cho bài báo', hint: 'Mỗi bản đồ đặc trưng là một khối đúng tỉ lệ' },
    },
    options: 'Cách trình bày',
    theme: 'Màu cho',
    themes: { light: 'Trang sáng', dark: 'Trang tối' },
    ground: 'Nền',
    grounds: { solid: 'Có màu', transparent: 'Trong suốt' },
    language: 'Ngôn ngữ',
    blocks: 'Các khối',
    blockViews: { shown: 'Như trên bản vẽ', collapsed: 'Mỗi khối một nút', 'written-out': 'Viết ra từng lớp' },
    scale: 'Tỉ lệ',
    scales: { automatic: 'Tự chọn', linear: 'Đúng kích thước', root: 'Căn bậc hai', logarithmic: 'Lôgarit' },
    spacing: 'Khoảng cách',
    spacings: { narrow: 'Hẹp', normal: 'Vừa', wide: 'Rộng' },
    colours: 'Tô màu',
    colourings: { family: 'Theo loại lớp', grey: 'Xám' },
    names: 'Tên, nhân và hàm kích hoạt',
    sizes: 'Kích thước bản đồ đặc trưng',
    windows: 'Cửa sổ của nhân',
    format: 'Tệp',
    formats: { svg: 'SVG', 'png-1': 'PNG', 'png-2': 'PNG, mịn gấp đôi', 'png-3': 'PNG, mịn gấp ba' },
    preview: (design) => `Xem trước: ${design}`,
    size: (width, height) => `${width} × ${height} điểm ảnh`,
    drawing: 'Đang vẽ…',
    tooLarge: (width, height, most) =>
      `${width} × ${height} điểm ảnh là quá lớn với trình duyệt (mỗi cạnh tối đa ${most}, tổng cộng 67 triệu). Hãy chọn PNG thô hơn hoặc SVG.`,
    failed: 'Không vẽ được hình.',
    copy: 'Sao chép',
    copied: 'Đã sao chép hình.',
    notCopied: 'Trình duyệt không cho trang này sao chép; hãy lưu hình.',
    save: 'Lưu',
    cancel: 'Đóng',
    saved: (file) => `Đã lưu thành ${file}`,
    notSaved: 'Không tạo được hình; có thể hình quá lớn so với bộ nhớ của trình duyệt.',
  },
};
