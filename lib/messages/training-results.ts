import type { Localized } from '@/lib/core/locale';

/** What the training panel says about a trained network: test results, test samples, drawing. */
export interface TrainingResultMessages {
  readonly results: {
    readonly empty: string;
    readonly emptyText: string;
    readonly running: string;
    readonly evaluate: string;
    readonly accuracy: string;
    readonly right: (right: string, count: string) => string;
    readonly loss: string;
    readonly confusion: string;
    readonly confusionHint: string;
    readonly truth: string;
    readonly predicted: string;
    readonly cell: (count: string, truth: string, predicted: string) => string;
    readonly perClass: string;
    readonly class: string;
    readonly precision: string;
    readonly recall: string;
    readonly f1: string;
    readonly count: string;
    readonly undefined: string;
    readonly undefinedHint: string;
  };
  readonly samples: {
    readonly empty: string;
    readonly emptyText: string;
    readonly running: string;
    readonly filters: string;
    readonly show: string;
    readonly all: string;
    readonly wrongOnly: string;
    readonly truth: string;
    readonly predicted: string;
    readonly any: string;
    readonly number: string;
    readonly go: string;
    readonly goHint: (last: string) => string;
    readonly found: (count: string) => string;
    readonly none: string;
    readonly clear: string;
    readonly page: (page: string, pages: string) => string;
    readonly previous: string;
    readonly next: string;
    readonly grid: string;
    readonly sample: (index: string) => string;
    readonly describe: (index: string, truth: string, predicted: string) => string;
    readonly right: string;
    readonly wrong: string;
    readonly isTruth: (truth: string) => string;
    readonly isPredicted: (predicted: string) => string;
    readonly choose: string;
    readonly modelGone: string;
    readonly loading: string;
  };
  readonly probabilities: {
    readonly title: string;
    readonly one: (label: string, share: string) => string;
  };
  readonly draw: {
    readonly empty: string;
    readonly emptyText: string;
    readonly busy: string;
    readonly canvas: string;
    readonly help: string;
    readonly keyboardHelp: string;
    readonly brush: string;
    readonly clear: string;
    readonly undo: string;
    readonly seen: string;
    readonly seenHint: (box: string) => string;
    readonly prediction: string;
    readonly predicts: (label: string, share: string) => string;
    readonly nothing: string;
    readonly penDown: string;
    readonly penUp: string;
    readonly cleared: string;
    readonly otherShape: (shape: string) => string;
  };
}

const en: TrainingResultMessages = {
  results: {
    empty: 'No test results yet',
    emptyText: 'When a run finishes or is stopped, the network is tested on pictures it has never seen.',
    running: 'The network is being tested…',
    evaluate: 'Test the network',
    accuracy: 'Test accuracy',
    right: (right, count) => `${right} of ${count} right`,
    loss: 'Test loss',
    confusion: 'Confusion matrix',
    confusionHint: 'Rows: the truth. Columns: what the network said. Choose a cell to see its pictures.',
    truth: 'Truth',
    predicted: 'Predicted',
    cell: (count, truth, predicted) => `${count} pictures of ${truth} taken for ${predicted}`,
    perClass: 'Per class',
    class: 'Class',
    precision: 'Precision',
    recall: 'Recall',
    f1: 'F1',
    count: 'Pictures',
    undefined: '–',
    undefinedHint: 'Not defined: the network never said this class.',
  },
  samples: {
    empty: 'No trained network yet',
    emptyText: 'Train first; then every test picture is here with what the network makes of it.',
    running: 'The test pictures come when the run has ended and the network has been tested.',
    filters: 'Filter the test pictures',
    show: 'Show',
    all: 'All',
    wrongOnly: 'Wrong only',
    truth: 'Truth',
    predicted: 'Predicted',
    any: 'any',
    number: 'Sample',
    go: 'Show',
    goHint: (last) => `From 0 to ${last}.`,
    found: (count) => (count === '1' ? '1 picture' : `${count} pictures`),
    none: 'No picture matches these filters.',
    clear: 'Clear the filters',
    page: (page, pages) => `Page ${page} of ${pages}`,
    previous: 'Previous page',
    next: 'Next page',
    grid: 'Test pictures',
    sample: (index) => `Sample ${index}`,
    describe: (index, truth, predicted) => `Sample ${index}: truth ${truth}, predicted ${predicted}`,
    right: 'right',
    wrong: 'wrong',
    isTruth: (truth) => `truth ${truth}`,
    isPredicted: (predicted) => `predicted ${predicted}`,
    choose: 'Choose a picture to see what the network makes of it.',
    modelGone: 'The trained network is gone; train again for probabilities.',
    loading: 'Loading the pictures…',
  },
  probabilities: {
    title: 'Predicted probabilities',
    one: (label, share) => `${label}: ${share}`,
  },
  draw: {
    empty: 'No trained network yet',
    emptyText: 'Train first; then draw and watch what the network thinks it is.',
    busy: 'The network is busy training. Pause or stop the run, then draw.',
    canvas: 'Drawing area',
    help: 'Draw one thing, large.',
    keyboardHelp: 'Keyboard: arrows move the pen, Space puts it down and lifts it, Delete clears.',
    brush: 'Brush',
    clear: 'Clear',
    undo: 'Undo stroke',
    seen: 'What the network sees',
    seenHint: (box) => `Scaled into ${box} × ${box} and centred by its mass, as the MNIST digits were.`,
    prediction: 'Prediction',
    predicts: (label, share) => `The network sees ${label} (${share}).`,
    nothing: 'Nothing drawn yet.',
    penDown: 'Pen down',
    penUp: 'Pen up',
    cleared: 'Drawing cleared',
    otherShape: (shape) => `This network takes pictures of ${shape}; drawing needs one channel.`,
  },
};

const vi: TrainingResultMessages = {
  results: {
    empty: 'Chưa có kết quả kiểm tra',
    emptyText: 'Khi một lượt huấn luyện xong hoặc bị dừng, mạng được kiểm tra trên những ảnh nó chưa từng thấy.',
    running: 'Đang kiểm tra mạng…',
    evaluate: 'Kiểm tra mạng',
    accuracy: 'Độ chính xác kiểm tra',
    right: (right, count) => `đúng ${right} trên ${count}`,
    loss: 'Mất mát kiểm tra',
    confusion: 'Ma trận nhầm lẫn',
    confusionHint: 'Hàng: nhãn đúng. Cột: mạng dự đoán. Chọn một ô để xem các ảnh của nó.',
    truth: 'Nhãn đúng',
    predicted: 'Dự đoán',
    cell: (count, truth, predicted) => `${count} ảnh của ${truth} được đoán là ${predicted}`,
    perClass: 'Theo từng lớp',
    class: 'Lớp',
    precision: 'Độ chuẩn xác',
    recall: 'Độ bao phủ',
    f1: 'F1',
    count: 'Số ảnh',
    undefined: '–',
    undefinedHint: 'Không xác định: mạng chưa từng đoán lớp này.',
  },
  samples: {
    empty: 'Chưa có mạng đã huấn luyện',
    emptyText: 'Hãy huấn luyện trước; khi đó mọi ảnh kiểm tra sẽ ở đây cùng dự đoán của mạng.',
    running: 'Ảnh kiểm tra sẽ hiện khi lượt huấn luyện kết thúc và mạng đã được kiểm tra.',
    filters: 'Lọc ảnh kiểm tra',
    show: 'Hiện',
    all: 'Tất cả',
    wrongOnly: 'Chỉ ảnh đoán sai',
    truth: 'Nhãn đúng',
    predicted: 'Dự đoán',
    any: 'bất kỳ',
    number: 'Mẫu số',
    go: 'Xem',
    goHint: (last) => `Từ 0 đến ${last}.`,
    found: (count) => `${count} ảnh`,
    none: 'Không có ảnh nào khớp bộ lọc.',
    clear: 'Xóa bộ lọc',
    page: (page, pages) => `Trang ${page} trên ${pages}`,
    previous: 'Trang trước',
    next: 'Trang sau',
    grid: 'Ảnh kiểm tra',
    sample: (index) => `Mẫu ${index}`,
    describe: (index, truth, predicted) => `Mẫu ${index}: nhãn đúng ${truth}, dự đoán ${predicted}`,
    right: 'đúng',
    wrong: 'sai',
    isTruth: (truth) => `nhãn đúng ${truth}`,
    isPredicted: (predicted) => `dự đoán ${predicted}`,
    choose: 'Chọn một ảnh để xem mạng nghĩ gì về nó.',
    modelGone: 'Mạng đã huấn luyện không còn; hãy huấn luyện lại để có xác suất.',
    loading: 'Đang tải ảnh…',
  },
  probabilities: {
    title: 'Xác suất dự đoán',
    one: (label, share) => `${label}: ${share}`,
  },
  draw: {
    empty: 'Chưa có mạng đã huấn luyện',
    emptyText: 'Hãy huấn luyện trước; sau đó vẽ và xem mạng nghĩ đó là gì.',
    busy: 'Mạng đang bận huấn luyện. Hãy tạm dừng hoặc dừng lượt này rồi vẽ.',
    canvas: 'Vùng vẽ',
    help: 'Hãy vẽ một hình thật to.',
    keyboardHelp: 'Bàn phím: phím mũi tên di chuyển bút, phím cách hạ và nhấc bút, Delete xóa hết.',
    brush: 'Nét bút',
    clear: 'Xóa',
    undo: 'Bỏ nét cuối',
    seen: 'Ảnh mà mạng thấy',
    seenHint: (box) => `Thu vào khung ${box} × ${box} và đặt trọng tâm vào giữa, như các chữ số MNIST.`,
    prediction: 'Dự đoán',
    predicts: (label, share) => `Mạng đoán là ${label} (${share}).`,
    nothing: 'Chưa vẽ gì.',
    penDown: 'Hạ bút',
    penUp: 'Nhấc bút',
    cleared: 'Đã xóa hình vẽ',
    otherShape: (shape) => `Mạng này nhận ảnh ${shape}; vẽ tay cần ảnh một kênh.`,
  },
};

export const trainingResultMessages: Localized<TrainingResultMessages> = { en, vi };
