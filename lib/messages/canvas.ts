import type { Localized } from '@/lib/core/locale';

/** What the canvas says. */
export interface CanvasMessages {
  readonly canvas: string;
  readonly instructions: string;
  readonly layersCount: (count: number) => string;
  readonly shapeUnknown: string;
  readonly output: (shape: string) => string;
  readonly shareOfParams: (share: string) => string;
  readonly problems: (count: number) => string;
  readonly problemsBadge: Readonly<Record<'error' | 'warning' | 'hint', (count: number) => string>>;
  readonly nodeInput: (layer: string) => string;
  readonly nodeOutput: (layer: string) => string;
  readonly edge: (from: string, to: string) => string;
  readonly edgeWithProblem: (from: string, to: string) => string;
  readonly refused: Readonly<Record<'self' | 'duplicate' | 'takes-no-input', (from: string, to: string) => string>>;
  readonly connected: (from: string, to: string) => string;
  readonly added: (layer: string) => string;
  readonly addedAfter: (layer: string, before: string) => string;
  readonly insertedBetween: (layer: string, from: string, to: string) => string;
  readonly moved: (count: number) => string;
  readonly selectedNone: string;
  readonly selectedSeveral: (count: number) => string;
  readonly connectTo: string;
  readonly connectFrom: (layer: string) => string;
  readonly connectSearch: string;
  readonly connectNone: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly emptyTemplate: string;
  readonly emptyInput: string;
  readonly controls: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fitView: string;
  readonly autoLayout: string;
  readonly minimap: string;
  readonly showMinimap: string;
  readonly hideMinimap: string;
  readonly nodeDescription: string;
  readonly edgeDescription: string;
  readonly rename: string;
  readonly loading: string;
}

export const canvasMessages: Localized<CanvasMessages> = {
  en: {
    canvas: 'Design canvas',
    instructions:
      'Arrow keys go from layer to layer, with Ctrl or Command they move the selected layers. Enter edits, Delete removes, C connects the selected layer to another one.',
    layersCount: (count) => (count === 1 ? '1 layer' : `${count} layers`),
    shapeUnknown: 'shape unknown',
    output: (shape) => `output ${shape}`,
    shareOfParams: (share) => `${share} of the parameters`,
    problems: (count) => (count === 1 ? '1 problem' : `${count} problems`),
    problemsBadge: {
      error: (count) => (count === 1 ? '1 error' : `${count} errors`),
      warning: (count) => (count === 1 ? '1 warning' : `${count} warnings`),
      hint: (count) => (count === 1 ? '1 hint' : `${count} hints`),
    },
    nodeInput: (layer) => `Input of ${layer}`,
    nodeOutput: (layer) => `Output of ${layer}`,
    edge: (from, to) => `Connection from ${from} to ${to}`,
    edgeWithProblem: (from, to) => `Connection from ${from} to ${to}, with a problem`,
    refused: {
      self: (from) => `${from} cannot be connected to itself.`,
      duplicate: (from, to) => `${from} is already connected to ${to}.`,
      'takes-no-input': (_, to) => `${to} takes no input: it is where the data comes in.`,
    },
    connected: (from, to) => `Connected ${from} to ${to}.`,
    added: (layer) => `Added ${layer}.`,
    addedAfter: (layer, before) => `Added ${layer} after ${before}.`,
    insertedBetween: (layer, from, to) => `Inserted ${layer} between ${from} and ${to}.`,
    moved: (count) => (count === 1 ? 'Moved 1 layer.' : `Moved ${count} layers.`),
    selectedNone: 'Nothing selected.',
    selectedSeveral: (count) => `${count} layers selected.`,
    connectTo: 'Connect to…',
    connectFrom: (layer) => `Connect ${layer} to…`,
    connectSearch: 'Search layers',
    connectNone: 'No layer can be connected.',
    emptyTitle: 'Start your network',
    emptyText: 'Drag a layer here from the list on the left, or begin with something that already works.',
    emptyTemplate: 'Choose a template',
    emptyInput: 'Add an Input layer',
    controls: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fitView: 'Fit the design into view',
    autoLayout: 'Arrange the layers',
    minimap: 'Overview map',
    showMinimap: 'Show the overview map',
    hideMinimap: 'Hide the overview map',
    nodeDescription: 'A layer of the network.',
    edgeDescription: 'A connection between two layers.',
    rename: 'Name of the layer',
    loading: 'Loading the canvas…',
  },
  vi: {
    canvas: 'Khung vẽ mạng',
    instructions:
      'Phím mũi tên chuyển từ lớp này sang lớp khác, giữ thêm Ctrl hoặc Command để dời các lớp đang chọn. Enter để chỉnh sửa, Delete để xoá, C để nối lớp đang chọn với một lớp khác.',
    layersCount: (count) => `${count} lớp`,
    shapeUnknown: 'chưa rõ hình dạng',
    output: (shape) => `đầu ra ${shape}`,
    shareOfParams: (share) => `${share} tổng số tham số`,
    problems: (count) => `${count} vấn đề`,
    problemsBadge: {
      error: (count) => `${count} lỗi`,
      warning: (count) => `${count} cảnh báo`,
      hint: (count) => `${count} gợi ý`,
    },
    nodeInput: (layer) => `Đầu vào của ${layer}`,
    nodeOutput: (layer) => `Đầu ra của ${layer}`,
    edge: (from, to) => `Kết nối từ ${from} đến ${to}`,
    edgeWithProblem: (from, to) => `Kết nối từ ${from} đến ${to}, đang có vấn đề`,
    refused: {
      self: (from) => `Không thể nối ${from} với chính nó.`,
      duplicate: (from, to) => `${from} đã được nối với ${to}.`,
      'takes-no-input': (_, to) => `${to} không nhận đầu vào: đây là nơi dữ liệu đi vào mạng.`,
    },
    connected: (from, to) => `Đã nối ${from} với ${to}.`,
    added: (layer) => `Đã thêm ${layer}.`,
    addedAfter: (layer, before) => `Đã thêm ${layer} sau ${before}.`,
    insertedBetween: (layer, from, to) => `Đã chèn ${layer} vào giữa ${from} và ${to}.`,
    moved: (count) => `Đã dời ${count} lớp.`,
    selectedNone: 'Không có gì được chọn.',
    selectedSeveral: (count) => `Đang chọn ${count} lớp.`,
    connectTo: 'Nối với…',
    connectFrom: (layer) => `Nối ${layer} với…`,
    connectSearch: 'Tìm lớp',
    connectNone: 'Không có lớp nào để nối.',
    emptyTitle: 'Bắt đầu mạng của bạn',
    emptyText: 'Kéo một lớp từ danh sách bên trái vào đây, hoặc bắt đầu từ một mạng đã chạy được.',
    emptyTemplate: 'Chọn mạng mẫu',
    emptyInput: 'Thêm lớp đầu vào',
    controls: 'Khung nhìn',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    fitView: 'Thu vừa cả mạng vào khung nhìn',
    autoLayout: 'Sắp xếp các lớp',
    minimap: 'Bản đồ thu nhỏ',
    showMinimap: 'Hiện bản đồ thu nhỏ',
    hideMinimap: 'Ẩn bản đồ thu nhỏ',
    nodeDescription: 'Một lớp của mạng.',
    edgeDescription: 'Một kết nối giữa hai lớp.',
    rename: 'Tên của lớp',
    loading: 'Đang tải khung vẽ…',
  },
};
