import type { Localized } from '@/lib/core/locale';

type Pair = readonly [number, number];

/** What a cell of a layer's maps sees, in numbers; rows and columns count from 0. */
export interface UnitSight {
  readonly layer: string;
  readonly place: Pair;
  /** First and last; null: nothing but border. */
  readonly rows: Pair | null;
  readonly columns: Pair | null;
  readonly size: Pair;
  /** Pixels that are read, where some between them are not. */
  readonly withGaps: number | null;
  readonly beyond: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>;
  readonly isCertain: boolean;
}

/** What the view of a cell's receptive field says. Loaded with it only. */
export interface UnitViewMessages {
  readonly title: string;
  readonly layer: string;
  readonly layerValue: (layer: string, rows: number, columns: number) => string;
  readonly input: string;
  readonly cells: (layer: string, rows: number, columns: number) => string;
  readonly howTo: string;
  readonly row: string;
  readonly column: string;
  readonly sight: (sight: UnitSight) => string;
  readonly sample: (dataset: string, index: number, label: string) => string;
  readonly generated: string;
  readonly another: string;
  readonly legend: string;
  readonly way: string;
  readonly wayLayer: string;
  readonly waySize: string;
  readonly wayRows: string;
  readonly wayColumns: string;
  readonly none: string;
}

export const unitViewMessages: Localized<UnitViewMessages> = {
  en: {
    title: 'What a cell sees of the picture',
    layer: 'Layer',
    layerValue: (layer, rows, columns) => `${layer}: ${rows} × ${columns} cells`,
    input: 'Input',
    cells: (layer, rows, columns) => `Cells of ${layer}, ${rows} × ${columns}`,
    howTo: 'Point at a cell, or use the arrow keys. Rows and columns count from 0.',
    row: 'Row',
    column: 'Column',
    sight: englishSight,
    sample: (dataset, index, label) => `${dataset}, test picture ${index}: ${label}`,
    generated: 'A generated picture: the design has no data set of this shape.',
    another: 'Another picture',
    legend: 'Bright: what the cell sees. Hatched: border beyond the picture.',
    way: 'The way back, layer by layer',
    wayLayer: 'Layer',
    waySize: 'Sees',
    wayRows: 'Rows',
    wayColumns: 'Columns',
    none: 'No layer here has cells with a place on a picture.',
  },
  vi: {
    title: 'Một ô nhìn thấy gì trên ảnh',
    layer: 'Lớp',
    layerValue: (layer, rows, columns) => `${layer}: ${rows} × ${columns} ô`,
    input: 'Đầu vào',
    cells: (layer, rows, columns) => `Các ô của ${layer}, ${rows} × ${columns}`,
    howTo: 'Trỏ vào một ô hoặc dùng các phím mũi tên. Hàng và cột đếm từ 0.',
    row: 'Hàng',
    column: 'Cột',
    sight: vietnameseSight,
    sample: (dataset, index, label) => `${dataset}, ảnh kiểm tra ${index}: ${label}`,
    generated: 'Ảnh tự tạo: mạng này không có tập dữ liệu với hình dạng như vậy.',
    another: 'Ảnh khác',
    legend: 'Phần sáng: vùng mà ô nhìn thấy. Phần gạch chéo: phần đệm ngoài ảnh.',
    way: 'Đường đi ngược, từng lớp một',
    wayLayer: 'Lớp',
    waySize: 'Nhìn thấy',
    wayRows: 'Hàng',
    wayColumns: 'Cột',
    none: 'Không lớp nào ở đây có ô ứng với một chỗ trên ảnh.',
  },
};

function englishSight({ layer, place, rows, columns, size, withGaps, beyond, isCertain }: UnitSight): string {
  const cell = `Cell (${place.join(', ')}) of ${layer}`;
  if (!isCertain) return `${cell}: a layer before it reorders places, so everything it may see is marked.`;
  if (rows === null || columns === null) return `${cell} sees nothing but border.`;
  const sides = (['top', 'bottom', 'left', 'right'] as const).filter((side) => beyond[side] > 0);
  const outside = sides.map((side) => {
    const [one, many] = side === 'top' || side === 'bottom' ? ['row', 'rows'] : ['column', 'columns'];
    const edge = { top: 'upper', bottom: 'lower', left: 'left', right: 'right' }[side];
    return `${beyond[side]} ${beyond[side] === 1 ? `${one} lies` : `${many} lie`} beyond the ${edge} edge`;
  });
  const border = outside.length === 0 ? '' : `; of its ${size.join(' × ')} field, ${outside.join(', ')}`;
  const gaps = withGaps === null ? '' : `, ${withGaps} pixels with gaps between`;
  return `${cell} sees rows ${range(rows)} and columns ${range(columns)}, ${extent(rows)} × ${extent(columns)} pixels${gaps}${border}.`;
}

function vietnameseSight({ layer, place, rows, columns, size, withGaps, beyond, isCertain }: UnitSight): string {
  const cell = `Ô (${place.join(', ')}) của ${layer}`;
  if (!isCertain) return `${cell}: có lớp phía trước sắp xếp lại vị trí, nên mọi chỗ có thể nhìn thấy đều được tô.`;
  if (rows === null || columns === null) return `${cell} chỉ nhìn thấy phần đệm.`;
  const sides = (['top', 'bottom', 'left', 'right'] as const).filter((side) => beyond[side] > 0);
  const outside = sides.map((side) => {
    const what = side === 'top' || side === 'bottom' ? 'hàng' : 'cột';
    const edge = { top: 'trên', bottom: 'dưới', left: 'trái', right: 'phải' }[side];
    return `${beyond[side]} ${what} nằm ngoài cạnh ${edge}`;
  });
  const border = outside.length === 0 ? '' : `; trong vùng ${size.join(' × ')} của nó, ${outside.join(', ')}`;
  const gaps = withGaps === null ? '' : `, gồm ${withGaps} điểm ảnh cách quãng`;
  return `${cell} nhìn thấy hàng ${range(rows)} và cột ${range(columns)}, ${extent(rows)} × ${extent(columns)} điểm ảnh${gaps}${border}.`;
}

function range([first, last]: Pair): string {
  return first === last ? `${first}` : `${first}–${last}`;
}

function extent([first, last]: Pair): number {
  return last - first + 1;
}
