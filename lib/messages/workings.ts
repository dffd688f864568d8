import type { Localized } from '@/lib/core/locale';

/** What the view of a layer at work says. Loaded with it only. */
export interface WorkingsMessages {
  readonly title: (layer: string) => string;
  readonly own: string;
  readonly example: string;
  readonly input: (number: number, count: number, shape: string) => string;
  readonly weight: (name: string, shape: string) => string;
  readonly output: (shape: string) => string;
  readonly channel: (number: number) => string;
  readonly filter: (number: number) => string;
  readonly cell: (place: string) => string;
  readonly value: (place: string, value: string) => string;
  readonly howTo: string;
  readonly working: (place: string) => string;
  readonly tooLong: (numbers: string, operations: string, value: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly play: string;
  readonly stop: string;
  readonly reset: string;
  readonly loss: string;
  readonly truth: string;
  readonly probability: (number: number) => string;
  readonly lossText: string;
  readonly slope: string;
  readonly noNumbers: string;
}

export const workingsMessages: Localized<WorkingsMessages> = {
  en: {
    title: (layer) => `How ${layer} computes`,
    own: 'The layer as it is set, made small: at most two filters or units, on the smallest input that it fits.',
    example: 'An example of the layer: with its own settings it does not fit on a small input.',
    input: (number, count, shape) => (count === 1 ? `Input, ${shape}` : `Input ${number}, ${shape}`),
    weight: (name, shape) => `${name}, ${shape}`,
    output: (shape) => `Output, ${shape}`,
    channel: (number) => `channel ${number}`,
    filter: (number) => `filter ${number}`,
    cell: (place) => `Number at ${place}`,
    value: (place, value) => `${place}: ${value}`,
    howTo:
      'Point at a number of the output, or go through them with the arrow keys. The other numbers can be changed. Underlined: from the input; dotted: a weight.',
    working: (place) => `The number at ${place}`,
    tooLong: (numbers, operations, value) => `${numbers} numbers in ${operations} operations = ${value}`,
    previous: 'Previous number',
    next: 'Next number',
    play: 'Step through all',
    stop: 'Stop',
    reset: 'Back to the first numbers',
    loss: 'Cross-entropy',
    truth: 'True class',
    probability: (number) => `class ${number}`,
    lossText: 'The loss is the negative logarithm of what the true class got:',
    slope: 'Its slope for each number that goes into the softmax is the probability, less 1 for the true class:',
    noNumbers: 'This layer has no numbers to work out.',
  },
  vi: {
    title: (layer) => `${layer} tính như thế nào`,
    own: 'Lớp với đúng các thiết lập của nó, thu nhỏ lại: nhiều nhất hai bộ lọc hoặc đơn vị, trên đầu vào nhỏ nhất vừa với nó.',
    example: 'Một ví dụ của lớp: với thiết lập hiện có, nó không vừa với một đầu vào nhỏ.',
    input: (number, count, shape) => (count === 1 ? `Đầu vào, ${shape}` : `Đầu vào ${number}, ${shape}`),
    weight: (name, shape) => `${name}, ${shape}`,
    output: (shape) => `Đầu ra, ${shape}`,
    channel: (number) => `kênh ${number}`,
    filter: (number) => `bộ lọc ${number}`,
    cell: (place) => `Số ở ${place}`,
    value: (place, value) => `${place}: ${value}`,
    howTo:
      'Trỏ vào một số của đầu ra, hoặc đi lần lượt bằng các phím mũi tên. Có thể sửa các số còn lại. Gạch chân: lấy từ đầu vào; gạch chấm: trọng số.',
    working: (place) => `Số ở ${place}`,
    tooLong: (numbers, operations, value) => `${numbers} số qua ${operations} phép tính = ${value}`,
    previous: 'Số trước',
    next: 'Số sau',
    play: 'Đi qua tất cả',
    stop: 'Dừng',
    reset: 'Trở lại các số ban đầu',
    loss: 'Entropy chéo',
    truth: 'Lớp đúng',
    probability: (number) => `lớp ${number}`,
    lossText: 'Hàm mất mát là âm logarit của xác suất dành cho lớp đúng:',
    slope: 'Độ dốc của nó theo từng số đi vào softmax là xác suất, bớt 1 ở lớp đúng:',
    noNumbers: 'Lớp này không có số nào để tính.',
  },
};
