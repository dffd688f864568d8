import type { Localized } from '@/lib/core/locale';

/** What the input's own controls say. Loaded with Look inside only. */
const english = {
  drawing: {
    undo: 'Undo the last stroke (Ctrl+Z)',
    clear: 'Clear the drawing',
    colour: 'The drawing is white on black: the same in all three colours.',
  },
  video: {
    controls: 'Video',
    play: 'Play',
    pause: 'Pause (freeze)',
    back: 'One frame back',
    forward: 'One frame further',
    position: 'Place in the video',
    at: (now: string, end: string) => `${now} of ${end}`,
  },
  data: {
    unfit: (title: string, theirs: string, ours: string) =>
      `The data set “${title}” has ${theirs}; this network takes ${ours}.`,
    fit: 'Fit the design to it',
    use: (title: string) => `Use “${title}”`,
    none: (ours: string) =>
      `This network takes ${ours}, and no data set that is here has such samples: those that come with Shapeflow are pictures of other shapes. It needs your own data of that shape.`,
    some: (ours: string) => `This network takes ${ours}: choose a data set that has such samples.`,
    import: 'Import data…',
  },
  start: {
    text: 'The weights are start values: nothing has been learned. Trained ones come with a model file that holds them.',
    open: 'Open a model file…',
  },
  camera: 'Use the camera',
};

export type InspectInputMessages = typeof english;

const vietnamese: InspectInputMessages = {
  drawing: {
    undo: 'Hoàn tác nét vẽ cuối (Ctrl+Z)',
    clear: 'Xóa hình vẽ',
    colour: 'Hình vẽ màu trắng trên nền đen: giống nhau ở cả ba kênh màu.',
  },
  video: {
    controls: 'Video',
    play: 'Phát',
    pause: 'Tạm dừng (dừng hình)',
    back: 'Lùi một khung hình',
    forward: 'Tiến một khung hình',
    position: 'Vị trí trong video',
    at: (now, end) => `${now} trên ${end}`,
  },
  data: {
    unfit: (title, theirs, ours) => `Tập dữ liệu “${title}” gồm ${theirs}; mạng này nhận ${ours}.`,
    fit: 'Chỉnh thiết kế cho khớp',
    use: (title) => `Dùng “${title}”`,
    none: (ours) =>
      `Mạng này nhận ${ours}, và không tập dữ liệu nào ở đây có mẫu như vậy: các tập có sẵn trong Shapeflow gồm ảnh có kích thước khác. Mạng cần dữ liệu của chính bạn với kích thước đó.`,
    some: (ours) => `Mạng này nhận ${ours}: hãy chọn một tập dữ liệu có mẫu như vậy.`,
    import: 'Nhập dữ liệu…',
  },
  start: {
    text: 'Trọng số là giá trị khởi tạo: mạng chưa học gì. Trọng số đã huấn luyện nằm trong tệp mô hình có kèm trọng số.',
    open: 'Mở tệp mô hình…',
  },
  camera: 'Dùng máy ảnh',
};

export const inspectInputMessages: Localized<InspectInputMessages> = { en: english, vi: vietnamese };
