import type { Localized } from '@/lib/core/locale';
import { englishReading, vietnameseReading, type Reading } from '@/lib/messages/kernel-reading';

/** What the unit's map and its filter say in "Look inside". Loaded with them only. */
export interface InspectUnitMessages {
  readonly map: {
    readonly label: (unit: number, layer: string, rows: number, columns: number) => string;
    readonly overlayLabel: (unit: number, layer: string) => string;
    readonly howTo: string;
    readonly opacity: string;
    readonly cell: (row: number, column: number, value: string) => string;
    readonly strongest: string;
    readonly release: string;
    readonly single: (name: string | null, value: string, rank: number, of: number) => string;
    readonly singleBar: (low: string, high: string) => string;
    readonly among: string;
    readonly seesAll: string;
    readonly noPlace: string;
    readonly notYet: string;
  };
  readonly statistics: {
    readonly title: string;
    readonly min: string;
    readonly max: string;
    readonly mean: string;
    readonly deviation: string;
    readonly zeros: string;
    readonly notFinite: string;
    readonly histogram: (low: string, high: string) => string;
    readonly weightHistogram: (low: string, high: string) => string;
  };
  readonly filter: {
    readonly title: (unit: number, layer: string, shape: string) => string;
    readonly waiting: string;
    readonly behind: (layer: string, unit: number, owner: string) => string;
    readonly cellBehind: (row: number, column: number, layer: string) => string;
    readonly goTo: (unit: number, layer: string) => string;
    readonly input: string;
    readonly several: (layer: string) => string;
    readonly mixed: (layer: string) => string;
    readonly label: (rows: number, columns: number, channels: number) => string;
    readonly howTo: string;
    readonly weight: (row: number, column: number, channel: string, value: string) => string;
    readonly noWeight: (row: number, column: number, channel: string) => string;
    readonly inColour: string;
    readonly folded: (layer: string) => string;
    readonly bias: string;
    readonly noBias: string;
    readonly count: string;
    readonly reading: (reading: Reading) => string;
    readonly colours: readonly [string, string, string];
    readonly legend: (low: string, high: string) => string;
  };
  readonly feeds: {
    readonly title: string;
    readonly order: string;
    readonly now: string;
    readonly general: string;
    readonly row: (name: string, contribution: string, strength: string) => string;
    readonly unit: (unit: number) => string;
    readonly contribution: string;
    readonly strength: string;
    readonly of: (layer: string) => string;
    readonly sum: (sum: string, bias: string | null, value: string) => string;
    readonly at: (row: number, column: number) => string;
    readonly all: (count: number) => string;
    readonly fewer: string;
  };
  readonly save: {
    readonly title: string;
    readonly grid: string;
    readonly png: string;
    readonly svg: string;
    readonly unitValues: string;
    readonly layerValues: string;
    readonly unitFilter: string;
    readonly layerWeights: (name: string) => string;
    readonly mapCaption: (low: string, high: string) => string;
    readonly overlayCaption: string;
    readonly filterCaption: (shape: string, low: string, high: string) => string;
  };
}

export const inspectUnitMessages: Localized<InspectUnitMessages> = {
  en: {
    map: {
      label: (unit, layer, rows, columns) => `Map of unit ${unit} of ${layer}, ${rows} × ${columns} cells`,
      overlayLabel: (unit, layer) => `The map of unit ${unit} of ${layer}, laid over the picture`,
      howTo: 'Point at a cell, or use the arrow keys; a click holds it, Escape lets go. Rows and columns count from 0.',
      opacity: 'Map over the picture',
      cell: (row, column, value) => `Row ${row}, column ${column}: ${value}`,
      strongest: 'the cell that is excited most',
      release: 'Back to the strongest cell',
      single: (name, value, rank, of) =>
        `${name === null ? '' : `${name}: `}${value}, number ${rank} of ${of} from the largest down.`,
      singleBar: (low, high) => `Between ${low} and ${high}, the layer's lowest and highest`,
      among: 'All units of the layer',
      seesAll: 'It sees the whole picture.',
      noPlace: 'The input is no picture that the map could be laid over.',
      notYet: 'Waiting for a look…',
    },
    statistics: {
      title: 'Activations of the map',
      min: 'Lowest',
      max: 'Highest',
      mean: 'Mean',
      deviation: 'Standard deviation',
      zeros: 'Zeros',
      notFinite: 'Not finite',
      histogram: (low, high) => `How the activations are spread, from ${low} to ${high}`,
      weightHistogram: (low, high) => `How the weights are spread, from ${low} to ${high}`,
    },
    filter: {
      waiting: 'Reading the weights…',
      title: (unit, layer, shape) => `Unit ${unit} of ${layer}: ${shape} weights`,
      behind: (layer, unit, owner) =>
        `${layer} has no weights that make its maps: the filter behind this unit is unit ${unit} of ${owner}.`,
      cellBehind: (row, column, layer) =>
        `This number is the cell in row ${row}, column ${column} of its map in ${layer}.`,
      goTo: (unit, layer) => `Go to unit ${unit} of ${layer}`,
      input: 'No filter stands behind this unit: it is the data themselves, or they are only moved and pooled.',
      several: (layer) => `${layer} brings several layers together; each has a unit in this one:`,
      mixed: (layer) =>
        `${layer} makes each of its units from many others in a way that is no single filter, so there is none to show.`,
      label: (rows, columns, channels) => `Weights: ${rows} × ${columns} for each of ${channels} inputs`,
      howTo: 'Point at a weight, or go through them with the arrow keys.',
      weight: (row, column, channel, value) => `Row ${row}, column ${column}, channel ${channel}: ${value}`,
      noWeight: (row, column, channel) =>
        `Row ${row}, column ${column}, channel ${channel}: no number (it never meets the picture, or the training went astray)`,
      inColour: 'In colour (middle grey is 0)',
      folded: (layer) => `Laid out as the maps of ${layer} that it reads: one weight for each of their cells.`,
      bias: 'Bias',
      noBias: 'none',
      count: 'Number',
      reading: englishReading,
      colours: ['red', 'green', 'blue'],
      legend: (low, high) => `Blue: below 0, down to ${low}. Warm colours: above 0, up to ${high}.`,
    },
    feeds: {
      title: 'What feeds it',
      order: 'Order',
      now: 'At this input',
      general: 'In general',
      row: (name, contribution, strength) => `${name}: adds ${contribution}, weights ${strength}`,
      unit: (unit) => `Unit ${unit}`,
      contribution: 'Adds',
      strength: 'Weights, without sign',
      of: (layer) => `Units of ${layer}; a click goes there.`,
      sum: (sum, bias, value) =>
        bias === null ? `Together ${value}` : `Together ${sum}, with the bias ${bias}: ${value}`,
      at: (row, column) => `at row ${row}, column ${column}, before any activation function`,
      all: (count) => `Show all ${count}`,
      fewer: 'Show the strongest only',
    },
    save: {
      title: 'Save…',
      grid: 'Save the layer…',
      png: 'Picture (PNG)',
      svg: 'Picture (SVG)',
      unitValues: 'Activations of this unit (.npy)',
      layerValues: 'Activations of the layer (.npy)',
      unitFilter: 'Filter of this unit (.npy)',
      layerWeights: (name) => `All of the layer: ${name} (.npy)`,
      mapCaption: (low, high) => `The map, from ${low} to ${high}`,
      overlayCaption: 'Laid over the input',
      filterCaption: (shape, low, high) => `${shape} weights, from ${low} to ${high}`,
    },
  },
  vi: {
    map: {
      label: (unit, layer, rows, columns) => `Bản đồ của đơn vị ${unit} thuộc ${layer}, ${rows} × ${columns} ô`,
      overlayLabel: (unit, layer) => `Bản đồ của đơn vị ${unit} thuộc ${layer}, phủ lên ảnh`,
      howTo: 'Trỏ vào một ô hoặc dùng các phím mũi tên; bấm chuột để giữ ô, Escape để thả. Hàng và cột đếm từ 0.',
      opacity: 'Bản đồ phủ lên ảnh',
      cell: (row, column, value) => `Hàng ${row}, cột ${column}: ${value}`,
      strongest: 'ô bị kích thích mạnh nhất',
      release: 'Về ô mạnh nhất',
      single: (name, value, rank, of) =>
        `${name === null ? '' : `${name}: `}${value}, lớn thứ ${rank} trong ${of} đơn vị.`,
      singleBar: (low, high) => `Giữa ${low} và ${high}, giá trị nhỏ nhất và lớn nhất của lớp`,
      among: 'Mọi đơn vị của lớp',
      seesAll: 'Nó nhìn thấy toàn bộ ảnh.',
      noPlace: 'Đầu vào không phải là ảnh để phủ bản đồ lên.',
      notYet: 'Đang chờ kết quả tính…',
    },
    statistics: {
      title: 'Giá trị kích hoạt của bản đồ',
      min: 'Nhỏ nhất',
      max: 'Lớn nhất',
      mean: 'Trung bình',
      deviation: 'Độ lệch chuẩn',
      zeros: 'Số 0',
      notFinite: 'Không hữu hạn',
      histogram: (low, high) => `Phân bố các giá trị kích hoạt, từ ${low} đến ${high}`,
      weightHistogram: (low, high) => `Phân bố các trọng số, từ ${low} đến ${high}`,
    },
    filter: {
      waiting: 'Đang đọc các trọng số…',
      title: (unit, layer, shape) => `Đơn vị ${unit} của ${layer}: ${shape} trọng số`,
      behind: (layer, unit, owner) =>
        `${layer} không có trọng số nào tạo ra bản đồ của nó: bộ lọc đứng sau đơn vị này là đơn vị ${unit} của ${owner}.`,
      cellBehind: (row, column, layer) => `Số này là ô ở hàng ${row}, cột ${column} của bản đồ trong ${layer}.`,
      goTo: (unit, layer) => `Đến đơn vị ${unit} của ${layer}`,
      input: 'Không có bộ lọc nào đứng sau đơn vị này: nó chính là dữ liệu, hoặc dữ liệu chỉ được dời chỗ và gộp lại.',
      several: (layer) => `${layer} gộp nhiều lớp lại; mỗi lớp góp một đơn vị vào đơn vị này:`,
      mixed: (layer) =>
        `${layer} tạo mỗi đơn vị từ nhiều đơn vị khác theo cách không phải là một bộ lọc, nên không có bộ lọc để xem.`,
      label: (rows, columns, channels) => `Trọng số: ${rows} × ${columns} cho mỗi đầu vào trong ${channels} đầu vào`,
      howTo: 'Trỏ vào một trọng số hoặc đi qua chúng bằng các phím mũi tên.',
      weight: (row, column, channel, value) => `Hàng ${row}, cột ${column}, kênh ${channel}: ${value}`,
      noWeight: (row, column, channel) =>
        `Hàng ${row}, cột ${column}, kênh ${channel}: không có số (không bao giờ chạm vào ảnh, hoặc việc huấn luyện đã phân kỳ)`,
      inColour: 'Hiện màu (xám giữa là 0)',
      folded: (layer) => `Xếp lại theo các bản đồ của ${layer} mà nó đọc: mỗi ô một trọng số.`,
      bias: 'Độ chệch',
      noBias: 'không có',
      count: 'Số lượng',
      reading: vietnameseReading,
      colours: ['đỏ', 'lục', 'lam'],
      legend: (low, high) => `Xanh lam: nhỏ hơn 0, đến ${low}. Màu ấm: lớn hơn 0, đến ${high}.`,
    },
    feeds: {
      title: 'Những gì nuôi nó',
      order: 'Thứ tự',
      now: 'Với đầu vào này',
      general: 'Nói chung',
      row: (name, contribution, strength) => `${name}: góp ${contribution}, trọng số ${strength}`,
      unit: (unit) => `Đơn vị ${unit}`,
      contribution: 'Góp vào',
      strength: 'Trọng số, bỏ dấu',
      of: (layer) => `Các đơn vị của ${layer}; bấm để đi đến đó.`,
      sum: (sum, bias, value) =>
        bias === null ? `Tổng cộng ${value}` : `Tổng cộng ${sum}, cùng độ chệch ${bias}: ${value}`,
      at: (row, column) => `tại hàng ${row}, cột ${column}, trước mọi hàm kích hoạt`,
      all: (count) => `Hiện cả ${count}`,
      fewer: 'Chỉ hiện những đơn vị mạnh nhất',
    },
    save: {
      title: 'Lưu…',
      grid: 'Lưu cả lớp…',
      png: 'Ảnh (PNG)',
      svg: 'Ảnh (SVG)',
      unitValues: 'Giá trị kích hoạt của đơn vị này (.npy)',
      layerValues: 'Giá trị kích hoạt của cả lớp (.npy)',
      unitFilter: 'Bộ lọc của đơn vị này (.npy)',
      layerWeights: (name) => `Của cả lớp: ${name} (.npy)`,
      mapCaption: (low, high) => `Bản đồ, từ ${low} đến ${high}`,
      overlayCaption: 'Phủ lên ảnh đầu vào',
      filterCaption: (shape, low, high) => `${shape} trọng số, từ ${low} đến ${high}`,
    },
  },
};
