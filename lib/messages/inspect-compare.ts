import type { Localized } from '@/lib/core/locale';

const english = {
  view: 'Side by side',
  choice: {
    label: 'B is',
    input: 'another input, same weights',
    start: 'itself before training',
    runs: 'Kept runs',
    weights: 'after',
    last: (epoch: string) => `the last epoch (${epoch})`,
    best: (epoch: string) => `the best epoch (${epoch})`,
    epoch: (epoch: string) => `epoch ${epoch}`,
    part: (epoch: string) => `epoch ${epoch}, not finished`,
    noRuns: 'Runs and their epochs appear here once their checkpoints are kept (Training, Run).',
  },
  own: {
    number: 'Sample for B',
    previous: 'Sample before, for B',
    next: 'Next sample, for B',
    split: 'Part of the data, for B',
    hold: 'Keep A’s input for B',
    held: {
      sample: (number: string) => `sample ${number}`,
      file: 'the picture',
      camera: 'the camera’s picture',
      drawing: 'the drawing',
    },
    none: 'B has no input yet: keep the one that A has now, then give A another one.',
  },
  order: {
    index: 'by number',
    activation: 'by activation in A',
    variance: 'by variance in A',
    difference: 'by difference',
  },
  heads: {
    side: (side: 'A' | 'B', what: string) => `${side}: ${what}`,
    run: (run: string, state: string) => `${run}, ${state}`,
    start: 'before training',
    going: 'training now',
    says: (name: string, share: string) => `says ${name}, ${share}`,
    gives: (value: string) => `gives ${value}`,
    difference: 'A − B',
    largest: (value: string) => `A − B: at most\u00a0${value}`,
    correlation: (value: string) => `correlation ${value}`,
    noCorrelation: 'no correlation: one is constant',
    equal: 'no difference at all',
    hint: 'Warm colours: more in A; blue: more in B; all units on one scale. A line across: no difference.',
  },
  grid: {
    label: (layer: string) => `Units of ${layer} in A, in B and their difference`,
    help: 'Arrow keys go from unit to unit; Enter goes into its map, Escape out of it. Plus and minus zoom.',
    cell: (name: string, row: string, column: string) => `${name}, row ${row}, column ${column}`,
    values: (a: string, b: string, difference: string) => `A ${a}, B ${b}, A − B ${difference}`,
    unit: (name: string, most: string, correlation: string | null) =>
      `${name}: largest difference ${most}, ${correlation === null ? 'no correlation' : `correlation ${correlation}`}`,
    unitAlone: (name: string) => `${name}: nothing to compare with`,
  },
  unit: {
    title: (name: string, layer: string) => `${name} of ${layer}`,
    picture: (side: string, name: string) => `${side}, ${name}`,
    none: 'Pick a unit in one of the grids: here it stands large, with its numbers.',
    range: 'Range',
    mean: 'Mean',
    value: 'Value',
    most: 'Largest |A − B|',
    meanDistance: 'Mean |A − B|',
    correlation: 'Correlation',
  },
  byOrder: (a: string, b: string) =>
    `${a} of A stands beside ${b} of B by name and order: the designs are not the same.`,
  noPartner: (layer: string) => `B has no layer that goes with “${layer}”. Choose another layer.`,
  shapes: (a: string, b: string) =>
    `The layer’s shapes differ, A ${a} and B ${b}: unit by unit there is no difference to take.`,
  misfit: {
    title: 'B takes other inputs',
    text: (a: string, b: string) =>
      `A is given ${a}, B takes ${b}: they cannot be given the same input. Choose another run.`,
  },
  gone: {
    title: 'This run is gone',
    text: 'It, or the epoch that stood beside A, was deleted. Choose what else is to stand there.',
  },
  mistakes: {
    title: 'This run’s network cannot be built',
    text: 'Its design, or the data set that it names, is not usable any more. Choose another run.',
  },
  opening: { title: 'Side by side', text: 'Building the second network…' },
  failed: 'The second network could not be computed.',
  waiting: 'Waiting for both…',
  save: {
    title: 'Take away',
    png: 'Picture (PNG)',
    svg: 'Picture (SVG)',
    array: 'Difference A − B of the layer (.npy)',
  },
};

export type InspectCompareMessages = typeof english;

const vietnamese: InspectCompareMessages = {
  view: 'Cạnh nhau',
  choice: {
    label: 'B là',
    input: 'đầu vào khác, cùng trọng số',
    start: 'chính nó khi chưa huấn luyện',
    runs: 'Các lần chạy đã giữ',
    weights: 'sau',
    last: (epoch) => `epoch cuối (${epoch})`,
    best: (epoch) => `epoch tốt nhất (${epoch})`,
    epoch: (epoch) => `epoch ${epoch}`,
    part: (epoch) => `epoch ${epoch}, chưa xong`,
    noRuns: 'Các lần chạy và epoch của chúng sẽ hiện ở đây khi điểm lưu của chúng được giữ (Huấn luyện, Chạy).',
  },
  own: {
    number: 'Mẫu cho B',
    previous: 'Mẫu trước, cho B',
    next: 'Mẫu tiếp theo, cho B',
    split: 'Phần dữ liệu, cho B',
    hold: 'Giữ đầu vào của A cho B',
    held: {
      sample: (number) => `mẫu ${number}`,
      file: 'ảnh từ tệp',
      camera: 'ảnh từ camera',
      drawing: 'hình vẽ',
    },
    none: 'B chưa có đầu vào: hãy giữ đầu vào mà A đang có, rồi cho A một đầu vào khác.',
  },
  order: {
    index: 'theo số thứ tự',
    activation: 'theo độ kích hoạt ở A',
    variance: 'theo phương sai ở A',
    difference: 'theo độ khác biệt',
  },
  heads: {
    side: (side, what) => `${side}: ${what}`,
    run: (run, state) => `${run}, ${state}`,
    start: 'trước khi huấn luyện',
    going: 'đang huấn luyện',
    says: (name, share) => `đoán ${name}, ${share}`,
    gives: (value) => `cho ra ${value}`,
    difference: 'A − B',
    largest: (value) => `A − B: tối đa ${value}`,
    correlation: (value) => `tương quan ${value}`,
    noCorrelation: 'không có tương quan: một bên là hằng số',
    equal: 'không khác gì nhau',
    hint: 'Màu nóng: A lớn hơn; xanh: B lớn hơn; mọi đơn vị dùng chung một thang. Đường chéo: không khác biệt.',
  },
  grid: {
    label: (layer) => `Các đơn vị của ${layer} ở A, ở B và hiệu của chúng`,
    help: 'Phím mũi tên đi từ đơn vị này sang đơn vị khác; Enter vào bản đồ của nó, Escape ra ngoài. Phím cộng và trừ để phóng to, thu nhỏ.',
    cell: (name, row, column) => `${name}, hàng ${row}, cột ${column}`,
    values: (a, b, difference) => `A ${a}, B ${b}, A − B ${difference}`,
    unit: (name, most, correlation) =>
      `${name}: khác biệt lớn nhất ${most}, ${correlation === null ? 'không có tương quan' : `tương quan ${correlation}`}`,
    unitAlone: (name) => `${name}: không có gì để so sánh`,
  },
  unit: {
    title: (name, layer) => `${name} của ${layer}`,
    picture: (side, name) => `${side}, ${name}`,
    none: 'Hãy chọn một đơn vị trong các lưới: nó sẽ hiện lớn ở đây cùng các con số.',
    range: 'Khoảng giá trị',
    mean: 'Trung bình',
    value: 'Giá trị',
    most: '|A − B| lớn nhất',
    meanDistance: '|A − B| trung bình',
    correlation: 'Tương quan',
  },
  byOrder: (a, b) => `${a} của A được đặt cạnh ${b} của B theo tên và thứ tự: hai thiết kế không giống nhau.`,
  noPartner: (layer) => `B không có lớp nào tương ứng với “${layer}”. Hãy chọn lớp khác.`,
  shapes: (a, b) => `Kích thước của lớp khác nhau, A ${a} và B ${b}: không thể lấy hiệu theo từng đơn vị.`,
  misfit: {
    title: 'B nhận đầu vào khác',
    text: (a, b) => `A nhận ${a}, B nhận ${b}: không thể cho cả hai cùng một đầu vào. Hãy chọn lần chạy khác.`,
  },
  gone: {
    title: 'Lần chạy này không còn',
    text: 'Nó, hoặc epoch được đặt cạnh A, đã bị xóa. Hãy chọn thứ khác để đặt vào đó.',
  },
  mistakes: {
    title: 'Không dựng được mạng của lần chạy này',
    text: 'Thiết kế của nó, hoặc tập dữ liệu mà nó nêu, không còn dùng được. Hãy chọn lần chạy khác.',
  },
  opening: { title: 'Cạnh nhau', text: 'Đang dựng mạng thứ hai…' },
  failed: 'Không tính được mạng thứ hai.',
  waiting: 'Đang chờ cả hai…',
  save: {
    title: 'Lưu về máy',
    png: 'Ảnh (PNG)',
    svg: 'Ảnh (SVG)',
    array: 'Hiệu A − B của lớp (.npy)',
  },
};

/** What comparing two networks or inputs says. Loaded with it only. */
export const inspectCompareMessages: Localized<InspectCompareMessages> = { en: english, vi: vietnamese };
