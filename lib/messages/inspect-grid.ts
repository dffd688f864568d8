import type { Localized } from '@/lib/core/locale';

/** How maps are coloured: one alone, each by itself, or all alike; `low` and `high`: the ends where there is one scale. */
export interface Colouring {
  readonly scale: 'grey' | 'diverging' | 'viridis';
  readonly of: 'one' | 'map' | 'layer';
  readonly low: string;
  readonly high: string;
}

/** What the grid says of its colours, what saved pictures of it say, and where units are picked. Loaded with the panel. */
export interface InspectGridMessages {
  readonly eachMap: string;
  /** The ends of a map's own scale. */
  readonly ends: Readonly<Record<'full' | 'signed', readonly [low: string, high: string]>>;
  readonly colours: (colouring: Colouring) => string;
  readonly layer: (title: string, shape: string, place: number, of: number) => string;
  readonly unit: (unit: number, note: string | null, layer: string) => string;
  readonly units: (count: string, low: string, high: string) => string;
  readonly orders: Readonly<Record<'index' | 'activation' | 'variance', string>>;
  readonly pick: Readonly<Record<'maps' | 'bars' | 'elsewhere', string>>;
  readonly showMaps: string;
}

export const inspectGridMessages: Localized<InspectGridMessages> = {
  en: {
    eachMap: 'each map:',
    ends: { full: ['its least', 'its greatest'], signed: ['−max |x|', 'max |x|'] },
    colours({ scale, of, low, high }) {
      const isSigned = scale === 'diverging';
      const [below, above] = isSigned ? ['blue', 'warm colours'] : ['dark', 'bright'];
      if (of === 'map') {
        return isSigned
          ? `Each map on its own scale: its value furthest from 0, below it (${below}) or above it (${above}); 0 is the ground`
          : `Each map on its own scale: from its least value (${below}) to its greatest (${above})`;
      }
      const range = `from ${low} (${below})${isSigned ? ' over 0 (the ground)' : ''} to ${high} (${above})`;
      return of === 'layer' ? `All maps of the layer on one scale: ${range}` : `Colours ${range}`;
    },
    layer: (title, shape, place, of) => `${title}, ${shape} (layer ${place} of ${of})`,
    unit: (unit, note, layer) => `Unit ${unit}${note === null ? '' : ` “${note}”`} of ${layer}`,
    units: (count, low, high) => `${count} units, values from ${low} to ${high}`,
    orders: {
      index: 'In the order of their numbers, which count from 0',
      activation: 'By activation, the greatest first; the numbers count from 0',
      variance: 'By variance, the greatest first; the numbers count from 0',
    },
    pick: {
      maps: 'Pick one in the grid: click it, or go there with the arrow keys.',
      bars: 'Pick one in the list: click its bar, or go there with the arrow keys.',
      elsewhere: 'Units are picked under “Maps”.',
    },
    showMaps: 'Show the maps',
  },
  vi: {
    eachMap: 'mỗi bản đồ:',
    ends: { full: ['nhỏ nhất của nó', 'lớn nhất của nó'], signed: ['−max |x|', 'max |x|'] },
    colours({ scale, of, low, high }) {
      const isSigned = scale === 'diverging';
      const [below, above] = isSigned ? ['xanh lam', 'màu ấm'] : ['tối', 'sáng'];
      if (of === 'map') {
        return isSigned
          ? `Mỗi bản đồ một thang riêng: đến giá trị xa 0 nhất của nó, dưới 0 (${below}) hoặc trên 0 (${above}); 0 là màu nền`
          : `Mỗi bản đồ một thang riêng: từ giá trị nhỏ nhất (${below}) đến lớn nhất (${above}) của nó`;
      }
      const range = `từ ${low} (${below})${isSigned ? ' qua 0 (màu nền)' : ''} đến ${high} (${above})`;
      return of === 'layer' ? `Mọi bản đồ của lớp chung một thang: ${range}` : `Màu ${range}`;
    },
    layer: (title, shape, place, of) => `${title}, ${shape} (lớp ${place} trên ${of})`,
    unit: (unit, note, layer) => `Đơn vị ${unit}${note === null ? '' : ` “${note}”`} của ${layer}`,
    units: (count, low, high) => `${count} đơn vị, giá trị từ ${low} đến ${high}`,
    orders: {
      index: 'Theo thứ tự số, đếm từ 0',
      activation: 'Theo độ kích hoạt, lớn nhất trước; số đếm từ 0',
      variance: 'Theo phương sai, lớn nhất trước; số đếm từ 0',
    },
    pick: {
      maps: 'Hãy chọn trong lưới: bấm vào, hoặc đi tới bằng phím mũi tên.',
      bars: 'Hãy chọn trong danh sách: bấm vào thanh của nó, hoặc đi tới bằng phím mũi tên.',
      elsewhere: 'Đơn vị được chọn trong thẻ “Bản đồ”.',
    },
    showMaps: 'Hiện các bản đồ',
  },
};
