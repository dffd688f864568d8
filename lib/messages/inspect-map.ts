import type { Localized } from '@/lib/core/locale';

type MapMethod = 'pca' | 'tsne' | 'umap';

/** What the map of the data says. Loaded with it only. */
export interface InspectMapMessages {
  readonly method: string;
  readonly methods: Readonly<Record<MapMethod, string>>;
  readonly about: Readonly<Record<MapMethod, string>>;
  readonly split: string;
  readonly splits: Readonly<Record<'training' | 'validation' | 'test', string>>;
  readonly samplesFor: Readonly<Record<'training' | 'validation' | 'test', string>>;
  readonly count: string;
  readonly countText: (count: string) => string;
  readonly numbers: string;
  readonly pooled: string;
  readonly whole: (count: string) => string;
  readonly neighbours: Readonly<Record<Exclude<MapMethod, 'pca'>, string>>;
  readonly seed: string;
  readonly make: string;
  readonly again: string;
  readonly stop: string;
  readonly reading: (done: string, total: string) => string;
  readonly starting: string;
  readonly placing: (step: string, steps: string) => string;
  readonly none: string;
  readonly noneText: string;
  readonly noSamples: string;
  /** A layer among others of its title; its place among all layers, from 1, where another one has its shape as well. */
  readonly layer: (title: string, shape: string, place: string | null) => string;
  /** Over a map that is still of another layer than the chosen one. */
  readonly old: (layer: string) => string;
  readonly unfinished: string;
  readonly slow: string;
  readonly stale: string;
  readonly label: (method: string, layer: string, count: string) => string;
  readonly howTo: string;
  readonly howToZoom: string;
  readonly heading: (method: string, layer: string) => string;
  readonly facts: (count: string, split: string, width: string) => string;
  readonly shares: (first: string, second: string) => string;
  readonly trust: (value: string) => string;
  readonly trustMeans: string;
  readonly trustSource: string;
  readonly point: (sample: string, split: string, truth: string | null) => string;
  readonly use: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomWhole: string;
  readonly zoom: (times: string) => string;
  /** Of a picture of a part of the map. */
  readonly part: (times: string, seen: string, total: string) => string;
  readonly legend: string;
  readonly everyClass: string;
  readonly failed: Readonly<Record<'data' | 'memory' | 'other' | 'few' | 'worker', string>>;
  readonly save: Readonly<Record<'png' | 'svg' | 'csv', string>>;
  readonly title: (layer: string, design: string) => string;
}

export const inspectMapMessages: Localized<InspectMapMessages> = {
  en: {
    method: 'Method',
    methods: { pca: 'PCA', tsne: 't-SNE', umap: 'UMAP' },
    about: {
      pca: 'The two directions in which the samples differ most; distances are true along them.',
      tsne: 'Samples that the layer takes for alike lie together. Where groups lie, how far apart and how large, has no meaning.',
      umap: 'Samples that the layer takes for alike lie together. Groups side by side may have something in common; how far apart they are, and how large, has no meaning.',
    },
    split: 'Which samples',
    splits: { training: 'training', validation: 'validation', test: 'test' },
    samplesFor: { training: 'training samples', validation: 'validation samples', test: 'test samples' },
    count: 'How many',
    countText: (count) => `the first ${count}`,
    numbers: 'Each sample by',
    pooled: 'the mean of each map',
    whole: (count) => `all ${count} numbers`,
    neighbours: { tsne: 'Perplexity', umap: 'Neighbours' },
    seed: 'Seed',
    make: 'Make the map',
    again: 'Make anew',
    stop: 'Stop',
    reading: (done, total) => `Going through the samples: ${done} of ${total}`,
    starting: 'Starting…',
    placing: (step, steps) => `Placing them: step ${step} of at most ${steps}`,
    none: 'No map yet',
    noneText:
      'Each sample becomes a point, placed by what the layer makes of it: samples that the layer takes for alike lie close together. Go from layer to layer and watch the classes part.',
    noSamples: 'There are no samples of the shape that this network takes.',
    slow: 'So many samples take minutes with t-SNE; it can be stopped at any time.',
    layer: (title, shape, place) => (place === null ? `${title} (${shape})` : `${title} (layer ${place}, ${shape})`),
    old: (layer) => `Still of ${layer}`,
    unfinished: 'It was stopped on the way.',
    stale: 'The weights have changed since; make the map anew.',
    label: (method, layer, count) => `${method} of ${layer}, ${count} samples`,
    howTo: 'Point at a sample, or walk with the arrow keys, Page Up and Page Down; click or Enter looks at it.',
    howToZoom: 'Wheel, two fingers, + and − zoom; dragging moves.',
    heading: (method, layer) => `${method} of ${layer}`,
    facts: (count, split, width) => `${count} ${split} samples, ${width} numbers each.`,
    shares: (first, second) => `The axes hold ${first} and ${second} of the variance.`,
    trust: (value) => `Trustworthiness ${value}`,
    trustMeans: '(at 1, the nearest on the map are the nearest in the layer, too; it says nothing of how groups lie)',
    trustSource: 'Venna & Kaski 2001, with 12 neighbours',
    point: (sample, split, truth) => `Sample ${sample} of the ${split} set${truth === null ? '' : `: class ${truth}`}`,
    use: 'Look at this sample',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomWhole: 'Show the whole map',
    zoom: (times) => `${times}×`,
    part: (times, seen, total) => `A part of the map, ${times} times enlarged, with ${seen} of ${total} samples`,
    legend: 'Classes',
    everyClass: 'all',
    failed: {
      data: 'The data set could not be read; check the connection and try again.',
      memory: 'That is more than fits in memory: take fewer samples, or the mean of each map.',
      other: 'It did not work; try again.',
      few: 'There are too few samples for a map.',
      worker: 'The map could not be computed; take fewer samples and try again.',
    },
    save: { png: 'PNG', svg: 'SVG', csv: 'CSV' },
    title: (layer, design) => `Map of the data by ${layer} of ${design}`,
  },
  vi: {
    method: 'Phương pháp',
    methods: { pca: 'PCA', tsne: 't-SNE', umap: 'UMAP' },
    about: {
      pca: 'Hai hướng mà các mẫu khác nhau nhiều nhất; khoảng cách dọc theo hai hướng đó là thật.',
      tsne: 'Các mẫu mà lớp coi là giống nhau nằm cạnh nhau. Vị trí của các cụm, khoảng cách giữa chúng và độ lớn của chúng không có ý nghĩa.',
      umap: 'Các mẫu mà lớp coi là giống nhau nằm cạnh nhau. Các cụm nằm kề nhau có thể có điểm chung; khoảng cách giữa các cụm và độ lớn của chúng không có ý nghĩa.',
    },
    split: 'Các mẫu',
    splits: { training: 'huấn luyện', validation: 'kiểm định', test: 'kiểm tra' },
    samplesFor: { training: 'mẫu huấn luyện', validation: 'mẫu kiểm định', test: 'mẫu kiểm tra' },
    count: 'Bao nhiêu',
    countText: (count) => `${count} mẫu đầu`,
    numbers: 'Mỗi mẫu theo',
    pooled: 'trung bình của từng bản đồ',
    whole: (count) => `cả ${count} số`,
    neighbours: { tsne: 'Độ bối rối (perplexity)', umap: 'Số láng giềng' },
    seed: 'Hạt giống',
    make: 'Vẽ bản đồ',
    again: 'Vẽ lại',
    stop: 'Dừng',
    reading: (done, total) => `Đang duyệt các mẫu: ${done} trên ${total}`,
    starting: 'Đang bắt đầu…',
    placing: (step, steps) => `Đang đặt các điểm: bước ${step} trên tối đa ${steps}`,
    none: 'Chưa có bản đồ',
    noneText:
      'Mỗi mẫu thành một điểm, đặt theo những gì lớp tính ra từ nó: các mẫu mà lớp coi là giống nhau nằm gần nhau. Hãy đi qua từng lớp và xem các nhãn tách ra.',
    noSamples: 'Không có mẫu nào đúng hình dạng đầu vào của mạng này.',
    slow: 'Với t-SNE, chừng đó mẫu mất vài phút; có thể dừng bất cứ lúc nào.',
    layer: (title, shape, place) => (place === null ? `${title} (${shape})` : `${title} (lớp thứ ${place}, ${shape})`),
    old: (layer) => `Vẫn là của ${layer}`,
    unfinished: 'Đã dừng giữa chừng.',
    stale: 'Trọng số đã thay đổi từ khi đó; hãy vẽ lại bản đồ.',
    label: (method, layer, count) => `${method} của ${layer}, ${count} mẫu`,
    howTo: 'Trỏ vào một mẫu hoặc di chuyển bằng các phím mũi tên, Page Up và Page Down; nhấp hoặc Enter để xem mẫu đó.',
    howToZoom: 'Con lăn, hai ngón tay, + và − để phóng to, thu nhỏ; kéo để dời.',
    heading: (method, layer) => `${method} của ${layer}`,
    facts: (count, split, width) => `${count} mẫu ${split}, mỗi mẫu ${width} số.`,
    shares: (first, second) => `Hai trục chứa ${first} và ${second} phương sai.`,
    trust: (value) => `Độ tin cậy ${value}`,
    trustMeans: '(bằng 1: gần nhất trên bản đồ cũng là gần nhất trong lớp; không nói gì về vị trí các cụm)',
    trustSource: 'Venna & Kaski 2001, với 12 láng giềng',
    point: (sample, split, truth) => `Mẫu ${split} số ${sample}${truth === null ? '' : `: nhãn ${truth}`}`,
    use: 'Xem mẫu này',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    zoomWhole: 'Hiện cả bản đồ',
    zoom: (times) => `${times}×`,
    part: (times, seen, total) => `Một phần của bản đồ, phóng to ${times} lần, có ${seen} trên ${total} mẫu`,
    legend: 'Các nhãn',
    everyClass: 'tất cả',
    failed: {
      data: 'Không đọc được tập dữ liệu; hãy kiểm tra kết nối rồi thử lại.',
      memory: 'Không đủ bộ nhớ: hãy lấy ít mẫu hơn, hoặc lấy trung bình của từng bản đồ.',
      other: 'Không thực hiện được; hãy thử lại.',
      few: 'Có quá ít mẫu để vẽ bản đồ.',
      worker: 'Không tính được bản đồ; hãy lấy ít mẫu hơn rồi thử lại.',
    },
    save: { png: 'PNG', svg: 'SVG', csv: 'CSV' },
    title: (layer, design) => `Bản đồ dữ liệu theo ${layer} của ${design}`,
  },
};
