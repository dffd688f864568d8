import type { Localized } from '@/lib/core/locale';

interface BlockMessages {
  /** What a block is called until a person names it. */
  readonly name: (number: number) => string;
  readonly copyOf: (name: string) => string;
  readonly block: string;
  readonly repeated: (name: string, repeat: number) => string;
  /** A block's input, of several with its number. */
  readonly input: (number: number, count: number) => string;
  readonly path: string;
  readonly opened: (name: string, layers: number) => string;
  readonly left: (name: string) => string;
  readonly expanded: (name: string) => string;
  readonly collapsed: (name: string) => string;
  readonly grouped: (name: string, layers: number) => string;
  readonly layers: (count: number) => string;
  readonly uses: (count: number) => string;
  readonly blockName: string;
  readonly blockNameHint: string;
  readonly repeat: string;
  readonly repeatHint: string;
  readonly inputs: string;
  readonly isOutput: string;
  readonly makeOutput: string;
  readonly outputHint: string;
  readonly inputHelp: string;
  readonly help: string;
  readonly paletteTitle: string;
  readonly addInput: string;
  readonly inside: string;
  readonly sums: string;
  readonly refusals: {
    readonly 'nothing-selected': () => string;
    readonly 'several-scopes': () => string;
    readonly 'holds-input': (layers: string) => string;
    readonly 'nothing-leaves': () => string;
    readonly 'several-leave': (layers: string) => string;
    readonly encloses: (layers: string) => string;
  };
}

export const blockMessages: Localized<BlockMessages> = {
  en: {
    name: (number) => `Block ${number}`,
    copyOf: (name) => `${name} (own)`,
    block: 'Block',
    repeated: (name, repeat) => `${name}, ${repeat} times in a row`,
    input: (number, count) => (count > 1 ? `Block input ${number}` : 'Block input'),
    path: 'Where you are in the design',
    opened: (name, layers) => `Inside the block ${name}, ${layers} ${layers === 1 ? 'layer' : 'layers'}`,
    left: (name) => `Back in ${name}`,
    expanded: (name) => `${name} expanded in place`,
    collapsed: (name) => `${name} collapsed`,
    grouped: (name, layers) => `${layers} ${layers === 1 ? 'layer' : 'layers'} grouped as ${name}`,
    layers: (count) => `${count} ${count === 1 ? 'layer' : 'layers'}`,
    uses: (count) => (count === 1 ? 'Used once in the design' : `Used ${count} times; a change inside changes all`),
    blockName: 'Block name',
    blockNameHint: 'Every use of the block has it, and the generated code names a function after it',
    repeat: 'Times in a row',
    repeatHint: 'Each run gets what the one before gives; the weights are its own',
    inputs: 'Inputs',
    isOutput: 'This layer gives the block’s output',
    makeOutput: 'Make it the block’s output',
    outputHint: 'What follows the block gets what this layer gives',
    inputHelp: 'Stands for what is connected to the block from outside.',
    help: 'Layers drawn once and used as one. Open it to see and change what is inside; every use changes with it.',
    paletteTitle: 'This design’s blocks',
    addInput: 'Block input',
    inside: 'Inside the block',
    sums: 'Sums over the block',
    refusals: {
      'nothing-selected': () => 'Select the layers that belong together first.',
      'several-scopes': () => 'Layers inside and outside of a block cannot be one block; select layers drawn together.',
      'holds-input': (layers) => `The data enters outside of blocks; leave ${layers} out of the selection.`,
      'nothing-leaves': () =>
        'The layers lead only to each other, so nothing would leave the block; add the layer behind them.',
      'several-leave': (layers) =>
        `A block has one output, but ${layers} lead out of the selection; add what joins them, or leave some out.`,
      encloses: (layers) =>
        `A way leads out of the selection and back in through ${layers}; select what lies between too.`,
    },
  },
  vi: {
    name: (number) => `Khối ${number}`,
    copyOf: (name) => `${name} (riêng)`,
    block: 'Khối',
    repeated: (name, repeat) => `${name}, ${repeat} lần liên tiếp`,
    input: (number, count) => (count > 1 ? `Đầu vào khối ${number}` : 'Đầu vào khối'),
    path: 'Vị trí của bạn trong thiết kế',
    opened: (name, layers) => `Bên trong khối ${name}, ${layers} lớp`,
    left: (name) => `Đã trở lại ${name}`,
    expanded: (name) => `Đã mở rộng ${name} tại chỗ`,
    collapsed: (name) => `Đã thu gọn ${name}`,
    grouped: (name, layers) => `Đã nhóm ${layers} lớp thành ${name}`,
    layers: (count) => `${count} lớp`,
    uses: (count) =>
      count === 1 ? 'Được dùng một lần trong thiết kế' : `Được dùng ${count} lần; sửa bên trong là sửa mọi nơi`,
    blockName: 'Tên khối',
    blockNameHint: 'Mọi nơi dùng khối đều mang tên này, và mã sinh ra đặt tên hàm theo nó',
    repeat: 'Số lần liên tiếp',
    repeatHint: 'Mỗi lần chạy nhận kết quả của lần trước và có trọng số riêng',
    inputs: 'Đầu vào',
    isOutput: 'Lớp này cho đầu ra của khối',
    makeOutput: 'Lấy làm đầu ra của khối',
    outputHint: 'Phần đứng sau khối nhận kết quả của lớp này',
    inputHelp: 'Đại diện cho phần được nối vào khối từ bên ngoài.',
    help: 'Các lớp được vẽ một lần và dùng như một lớp. Hãy mở khối để xem và sửa bên trong; mọi nơi dùng khối đều thay đổi theo.',
    paletteTitle: 'Các khối của thiết kế này',
    addInput: 'Đầu vào khối',
    inside: 'Bên trong khối',
    sums: 'Tổng của cả khối',
    refusals: {
      'nothing-selected': () => 'Trước hết hãy chọn các lớp thuộc về nhau.',
      'several-scopes': () =>
        'Các lớp ở trong và ở ngoài một khối không thể thành một khối; hãy chọn các lớp vẽ cùng nhau.',
      'holds-input': (layers) => `Dữ liệu đi vào ở bên ngoài các khối; hãy bỏ ${layers} khỏi vùng chọn.`,
      'nothing-leaves': () =>
        'Các lớp này chỉ nối với nhau nên khối sẽ không có đầu ra; hãy chọn thêm lớp đứng sau chúng.',
      'several-leave': (layers) =>
        `Khối chỉ có một đầu ra, nhưng ${layers} đều dẫn ra ngoài vùng chọn; hãy chọn thêm phần gộp chúng, hoặc bỏ bớt.`,
      encloses: (layers) => `Có đường đi ra khỏi vùng chọn rồi quay lại qua ${layers}; hãy chọn cả phần ở giữa.`,
    },
  },
};
