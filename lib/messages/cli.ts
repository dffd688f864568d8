import type { Localized } from '@/lib/core/locale';

/** Why the command line was not understood. */
export type UsageProblem =
  | { readonly kind: 'no-command' }
  | { readonly kind: 'unknown-command'; readonly command: string }
  | { readonly kind: 'no-file'; readonly command: string }
  | { readonly kind: 'superfluous'; readonly argument: string }
  | { readonly kind: 'unknown-option'; readonly option: string }
  | { readonly kind: 'no-value'; readonly option: string }
  | {
      readonly kind: 'bad-value';
      readonly option: string;
      readonly value: string;
      readonly possible: readonly string[];
    }
  | { readonly kind: 'not-for'; readonly option: string; readonly command: string }
  | { readonly kind: 'no-out' }
  | { readonly kind: 'not-so-many'; readonly count: number; readonly fewest: number; readonly most: number }
  | { readonly kind: 'either'; readonly options: readonly [string, string] }
  | { readonly kind: 'unknown-template'; readonly name: string; readonly templates: readonly string[] };

/** Why a file could not be read or written, by Node's error code. */
export type AccessProblem = 'missing' | 'directory' | 'not-a-directory' | 'forbidden' | 'loop' | 'too-large' | 'other';

export interface CliMessages {
  readonly help: (templates: readonly string[]) => string;
  readonly seeHelp: string;
  readonly usage: (problem: UsageProblem) => string;
  readonly cannotRead: (path: string, problem: AccessProblem) => string;
  readonly cannotWrite: (folder: string, problem: AccessProblem) => string;
  readonly inTheWay: (folder: string, files: readonly string[]) => string;
  readonly severities: Readonly<Record<'error' | 'warning' | 'hint', string>>;
  /** `silenced`: hints and warnings that a person does not want to hear of. */
  readonly verdict: (
    name: string,
    counts: Readonly<Record<'error' | 'warning' | 'hint' | 'silenced', number>>,
  ) => string;
  readonly mend: string;
  readonly noNetwork: string;
  readonly notExported: string;
  readonly exported: (files: number, folder: string) => string;
  readonly pictureWritten: (file: string) => string;
  readonly noPicture: (file: string) => string;
  readonly columns: {
    readonly layer: string;
    readonly type: string;
    readonly output: string;
    readonly params: string;
    readonly macs: string;
    readonly flops: string;
    readonly field: string;
  };
  readonly total: string;
  /** Some layers are not counted, since their shape is unknown. */
  readonly totalSoFar: string;
  readonly whole: string;
  readonly trainable: (count: string) => string;
  readonly memory: (batch: number, inference: string, training: string) => string;
  /** What the figures above count and what they leave out. */
  readonly counting: (work: 'macs' | 'flops', optimizer: string) => string;
}

export const cliMessages: Localized<CliMessages> = {
  en: {
    help: (templates) => `Usage: npm run -s shapeflow -- COMMAND DESIGN… [OPTIONS]

Commands
  summary   layers with shapes, parameters, multiply-accumulates and receptive fields
  check     what is wrong with the design
  compare   two to six designs side by side, layer by layer
  export    the design as a TypeScript project, or as a file for another tool
  picture   the canvas, or with --figure a figure for a publication, as SVG

DESIGN is a file saved by Shapeflow, a model of Keras (.json, .keras, .h5) or TensorFlow.js (model.json), or one of
these, as NAME or template:NAME
  ${templates.join(', ')}

Options
  --json           machine-readable output
  --markdown       what compare gives, as a Markdown page
  --flops          summary in FLOPs, two per multiply-accumulate
  --batch N        summary with the memory for N samples at once
  --format FORMAT  what to export: project (the default), shapeflow, keras (2), keras3, keras-zip (.keras), tfjs
  --target ts      the same as --format project
  --out FOLDER     where to put what is exported; of picture the file (without it, the picture goes to stdout)
  --figure         picture with every feature map as a block to scale
  --theme T        colours of the picture: light (the default) or dark
  --lang en|vi     language of the messages
  --help           this text

Exit codes: 0 no errors, 1 errors in the design, 2 unreadable file or wrong usage.
`,
    seeHelp: 'Run with --help to see what is possible.',
    usage: describeUsageInEnglish,
    cannotRead: (path, problem) =>
      `cannot read ${path}: ${{ missing: 'there is no such file', directory: 'it is a folder', 'not-a-directory': 'part of the path is a file', forbidden: 'permission denied', loop: 'it is a link that leads back to itself', 'too-large': 'it is too large to be a design', other: 'reading failed' }[problem]}`,
    cannotWrite: (folder, problem) =>
      `cannot write to ${folder}: ${{ missing: 'there is no such place', directory: 'a folder is in the way', 'not-a-directory': 'a file is in the way', forbidden: 'permission denied', loop: 'it is a link that leads back to itself', 'too-large': 'a file is too large', other: 'writing failed' }[problem]}`,
    inTheWay: (folder, files) =>
      `nothing was exported: ${folder} is no exported project and holds ${files.join(', ')} already; choose another folder`,
    severities: { error: 'error', warning: 'warning', hint: 'hint' },
    verdict: (name, { error, warning, hint, silenced }) => {
      const parts = [
        counted(error, 'error', 'errors'),
        counted(warning, 'warning', 'warnings'),
        counted(hint, 'hint', 'hints'),
      ].filter((part) => part !== '');
      return `${name}: ${parts.join(', ') || 'no problems'}${silenced > 0 ? ` (${silenced} silenced)` : ''}`;
    },
    mend: 'mend',
    noNetwork: 'there is no way from an input to an output',
    notExported: 'nothing was exported; mend the errors first',
    exported: (files, folder) => `${files} ${files === 1 ? 'file' : 'files'} written to ${folder}`,
    pictureWritten: (file) => `picture written to ${file}`,
    noPicture: (file) => `nothing was written: ${file} is there already and is no SVG picture; choose another name`,
    columns: {
      layer: 'Layer',
      type: 'Type',
      output: 'Output shape',
      params: 'Parameters',
      macs: 'MACs',
      flops: 'FLOPs',
      field: 'Receptive field',
    },
    total: 'Total',
    totalSoFar: 'Known so far',
    whole: 'whole input',
    trainable: (count) => `Trainable parameters: ${count}`,
    memory: (batch, inference, training) =>
      `Memory for a batch of ${batch}: ${inference} to infer, ${training} to train`,
    counting: (work, optimizer) =>
      `Counted: ${work === 'macs' ? 'multiply-accumulates' : '2 FLOPs per multiply-accumulate'} per sample, without biases, comparisons and
normalizations; parameters with biases and running statistics; memory in float32 with ${optimizer}, without workspaces.`,
  },
  vi: {
    help: (templates) => `Cách dùng: npm run -s shapeflow -- LỆNH THIẾT_KẾ… [TÙY CHỌN]

Lệnh
  summary   các lớp cùng hình dạng, tham số, phép nhân-cộng và vùng tiếp nhận
  check     thiết kế sai ở đâu
  compare   so sánh hai đến sáu thiết kế, từng lớp một
  export    thiết kế thành dự án TypeScript, hoặc thành tệp cho công cụ khác
  picture   hình SVG của bản vẽ, hoặc với --figure hình cho bài báo

THIẾT_KẾ là tệp do Shapeflow lưu, mô hình của Keras (.json, .keras, .h5) hay TensorFlow.js (model.json), hoặc một
trong các mẫu sau, viết TÊN hoặc template:TÊN
  ${templates.join(', ')}

Tùy chọn
  --json           kết quả cho máy đọc
  --markdown       kết quả của compare dưới dạng trang Markdown
  --flops          summary tính theo FLOP, hai cho mỗi phép nhân-cộng
  --batch N        summary với bộ nhớ cho N mẫu cùng lúc
  --format LOẠI    xuất ra gì: project (mặc định), shapeflow, keras (2), keras3, keras-zip (.keras), tfjs
  --target ts      giống --format project
  --out THƯ_MỤC    nơi đặt kết quả; với picture là tên tệp (bỏ trống thì ghi ra stdout)
  --figure         picture vẽ mỗi bản đồ đặc trưng thành khối đúng tỉ lệ
  --theme T        màu của hình: light (mặc định) hoặc dark
  --lang en|vi     ngôn ngữ của thông báo
  --help           văn bản này

Mã thoát: 0 không lỗi, 1 thiết kế có lỗi, 2 không đọc được tệp hoặc gọi sai cách.
`,
    seeHelp: 'Chạy với --help để xem cách dùng.',
    usage: describeUsageInVietnamese,
    cannotRead: (path, problem) =>
      `không đọc được ${path}: ${{ missing: 'không có tệp này', directory: 'đây là thư mục', 'not-a-directory': 'một phần đường dẫn là tệp', forbidden: 'không có quyền', loop: 'đây là liên kết trỏ vòng về chính nó', 'too-large': 'tệp quá lớn để là một thiết kế', other: 'đọc thất bại' }[problem]}`,
    cannotWrite: (folder, problem) =>
      `không ghi được vào ${folder}: ${{ missing: 'không có nơi này', directory: 'vướng một thư mục', 'not-a-directory': 'vướng một tệp', forbidden: 'không có quyền', loop: 'đây là liên kết trỏ vòng về chính nó', 'too-large': 'tệp quá lớn', other: 'ghi thất bại' }[problem]}`,
    inTheWay: (folder, files) =>
      `chưa xuất gì: ${folder} không phải dự án đã xuất và đã có sẵn ${files.join(', ')}; hãy chọn thư mục khác`,
    severities: { error: 'lỗi', warning: 'cảnh báo', hint: 'gợi ý' },
    verdict: (name, { error, warning, hint, silenced }) => {
      const counts = [`${error} lỗi`, `${warning} cảnh báo`, `${hint} gợi ý`];
      const parts = counts.filter((_, index) => ([error, warning, hint][index] ?? 0) > 0);
      return `${name}: ${parts.join(', ') || 'không có vấn đề'}${silenced > 0 ? ` (đã ẩn ${silenced})` : ''}`;
    },
    mend: 'cách sửa',
    noNetwork: 'không có đường nào từ đầu vào đến đầu ra',
    notExported: 'chưa xuất gì; hãy sửa các lỗi trước',
    exported: (files, folder) => `đã ghi ${files} tệp vào ${folder}`,
    pictureWritten: (file) => `đã ghi hình vào ${file}`,
    noPicture: (file) => `chưa ghi gì: ${file} đã có sẵn và không phải hình SVG; hãy chọn tên khác`,
    columns: {
      layer: 'Lớp',
      type: 'Loại',
      output: 'Hình dạng đầu ra',
      params: 'Tham số',
      macs: 'Phép nhân-cộng',
      flops: 'FLOP',
      field: 'Vùng tiếp nhận',
    },
    total: 'Tổng',
    totalSoFar: 'Phần đã biết',
    whole: 'toàn bộ đầu vào',
    trainable: (count) => `Tham số huấn luyện được: ${count}`,
    memory: (batch, inference, training) =>
      `Bộ nhớ cho lô ${batch} mẫu: ${inference} khi suy luận, ${training} khi huấn luyện`,
    counting: (work, optimizer) =>
      `Quy ước: ${work === 'macs' ? 'phép nhân-cộng' : '2 FLOP cho mỗi phép nhân-cộng'} mỗi mẫu, không kể độ chệch, phép so sánh và phép
chuẩn hóa; tham số gồm cả độ chệch và thống kê động; bộ nhớ theo float32 với ${optimizer}, không kể vùng nhớ tạm.`,
  },
};

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}

function describeUsageInEnglish(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'no-command':
      return 'a command is missing: summary, check, compare or export';
    case 'unknown-command':
      return `“${problem.command}” is not a command; there are summary, check, compare and export`;
    case 'no-file':
      return `${problem.command} needs a design: a file, or template:NAME`;
    case 'superfluous':
      return `“${problem.argument}” is too much: one design at a time`;
    case 'unknown-option':
      return `there is no option ${problem.option}`;
    case 'no-value':
      return `${problem.option} needs a value`;
    case 'bad-value':
      return `${problem.option} cannot be “${problem.value}”, only ${problem.possible.join(' or ')}`;
    case 'not-for':
      return `${problem.option} has no meaning for ${problem.command}`;
    case 'no-out':
      return 'export needs a folder to write to: --out FOLDER';
    case 'not-so-many':
      return `compare takes ${problem.fewest} to ${problem.most} designs, not ${problem.count}`;
    case 'either':
      return `${problem.options.join(' and ')} exclude each other`;
    case 'unknown-template':
      return `there is no template “${problem.name}”; there are ${problem.templates.join(', ')}`;
  }
}

function describeUsageInVietnamese(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'no-command':
      return 'thiếu lệnh: summary, check, compare hoặc export';
    case 'unknown-command':
      return `“${problem.command}” không phải là lệnh; có các lệnh summary, check, compare và export`;
    case 'no-file':
      return `${problem.command} cần một thiết kế: một tệp, hoặc template:TÊN`;
    case 'superfluous':
      return `thừa “${problem.argument}”: mỗi lần chỉ một thiết kế`;
    case 'unknown-option':
      return `không có tùy chọn ${problem.option}`;
    case 'no-value':
      return `${problem.option} cần một giá trị`;
    case 'bad-value':
      return `${problem.option} không thể là “${problem.value}”, chỉ có thể là ${problem.possible.join(' hoặc ')}`;
    case 'not-for':
      return `${problem.option} không có nghĩa với ${problem.command}`;
    case 'no-out':
      return 'export cần thư mục để ghi: --out THƯ_MỤC';
    case 'not-so-many':
      return `compare nhận từ ${problem.fewest} đến ${problem.most} thiết kế, không phải ${problem.count}`;
    case 'either':
      return `không dùng ${problem.options.join(' và ')} cùng lúc`;
    case 'unknown-template':
      return `không có mẫu “${problem.name}”; có các mẫu ${problem.templates.join(', ')}`;
  }
}
