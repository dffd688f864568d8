import type { Localized } from '@/lib/core/locale';
import { plural } from '@/lib/messages/plural';

/** What is kept of runs, and how they go on. Epochs and batches come formatted. */
export interface CheckpointMessages {
  readonly interrupted: (epochs: string, batches: string) => string;
  readonly stopped: (epochs: string, batches: string) => string;
  readonly exact: string;
  readonly resume: string;
  /** One checkpoint takes `bytes`, and there is room for `free`. */
  readonly fault: Readonly<Record<'quota' | 'barred' | 'other', (bytes: string, free: string | null) => string>>;
  /** The graphics context was lost: `batches` are those of the checkpoint that is gone on from. */
  readonly loss: {
    readonly lost: (backend: string, batches: string) => string;
    readonly back: (backend: string, batches: string) => string;
    readonly moved: (from: string, to: string, batches: string) => string;
  };
  readonly unkept: string;
  readonly keepEpoch: string;
  readonly keepsEpoch: (epoch: string) => string;
  readonly title: string;
  readonly summary: (seconds: string) => string;
  readonly seconds: string;
  readonly secondsHint: string;
  readonly keepEvery: string;
  readonly keepEveryHint: string;
  readonly needs: (bytes: string, free: string | null) => string;
  readonly kept: string;
  readonly last: (epochs: string, batches: string) => string;
  readonly best: (epoch: string) => string;
  readonly epoch: (epoch: string) => string;
  readonly use: string;
  readonly useOf: (which: string) => string;
}

const done = (epochs: string, batches: string): string =>
  `${plural(epochs, 'epoch')}, ${plural(batches, 'batch', 'batches')}`;

export const checkpointMessages: Localized<CheckpointMessages> = {
  en: {
    interrupted: (epochs, batches) => `This run was interrupted; its state after ${done(epochs, batches)} is kept.`,
    stopped: (epochs, batches) => `This run was stopped; its state after ${done(epochs, batches)} is kept.`,
    exact: 'Resumed, it ends bit for bit as if nothing had happened.',
    resume: 'Resume this run',
    fault: {
      quota: (bytes, free) =>
        `There is no room for checkpoints: one takes ${bytes}${free === null ? '' : `, and the browser has ${free} left`}. Training goes on, but if this page closes it cannot be resumed from here. Delete runs or designs you no longer need.`,
      barred: () =>
        'The browser does not allow its storage to be used: training goes on without checkpoints and cannot be resumed if this page closes.',
      other: () =>
        'A checkpoint could not be written: training goes on, and it is tried again at the end of the epoch. What was kept before is unharmed.',
    },
    loss: {
      lost: (backend, batches) =>
        `The browser took the graphics card away. The run goes on by itself from its checkpoint after ${plural(batches, 'batch', 'batches')}, on ${backend}, as soon as that is back.`,
      back: (backend, batches) =>
        `The browser took the graphics card away; the run has gone on by itself from its checkpoint after ${plural(batches, 'batch', 'batches')}, on ${backend} as before. It ends bit for bit as if nothing had happened.`,
      moved: (from, to, batches) =>
        `The browser took the graphics card away, and ${from} did not come back: the run has gone on by itself from its checkpoint after ${plural(batches, 'batch', 'batches')}, on ${to}. Backends round differently, so it does not end bit for bit as it would have on ${from}.`,
    },
    unkept:
      'The browser has no room to keep this run: its curves are here until the page is closed. Delete runs or designs you no longer need.',
    keepEpoch: 'Keep this epoch',
    keepsEpoch: (epoch) => `Epoch ${epoch} will be kept`,
    title: 'Checkpoints',
    summary: (seconds) => `every ${seconds} s`,
    seconds: 'Seconds between checkpoints',
    secondsHint:
      'The state of a run is kept this often and at the end of each epoch, so that it survives a closed tab.',
    keepEvery: 'Keep every … epochs',
    keepEveryHint: 'The weights of every so many epochs stay kept beside the best and the last; 0: of none.',
    needs: (bytes, free) =>
      `One checkpoint of this network takes about ${bytes}${free === null ? '' : `; the browser has ${free} left`}.`,
    kept: 'Kept of the run shown',
    last: (epochs, batches) => `Last: ${done(epochs, batches)}`,
    best: (epoch) => `Best: epoch ${epoch}`,
    epoch: (epoch) => `Epoch ${epoch}`,
    use: 'Test',
    useOf: (which) => `Test the weights “${which}”`,
  },
  vi: {
    interrupted: (epochs, batches) =>
      `Lượt này đã bị gián đoạn; trạng thái sau ${epochs} epoch, ${batches} lô vẫn được giữ.`,
    stopped: (epochs, batches) => `Lượt này đã được dừng; trạng thái sau ${epochs} epoch, ${batches} lô vẫn được giữ.`,
    exact: 'Chạy tiếp thì kết quả giống hệt từng bit như khi không có gì xảy ra.',
    resume: 'Chạy tiếp lượt này',
    fault: {
      quota: (bytes, free) =>
        `Không đủ chỗ cho điểm lưu: mỗi điểm cần ${bytes}${free === null ? '' : `, trình duyệt chỉ còn ${free}`}. Việc huấn luyện vẫn tiếp tục, nhưng nếu đóng trang thì không thể chạy tiếp từ đây. Hãy xóa các lượt hoặc thiết kế không cần nữa.`,
      barred: () =>
        'Trình duyệt không cho dùng bộ nhớ lưu trữ: việc huấn luyện vẫn tiếp tục nhưng không có điểm lưu, đóng trang thì không chạy tiếp được.',
      other: () =>
        'Không ghi được điểm lưu: việc huấn luyện vẫn tiếp tục và sẽ thử lại khi hết epoch. Những gì đã lưu trước đó không bị hỏng.',
    },
    loss: {
      lost: (backend, batches) =>
        `Trình duyệt đã thu hồi card đồ họa. Lượt này sẽ tự chạy tiếp từ điểm lưu sau ${batches} lô, trên ${backend}, ngay khi dùng lại được.`,
      back: (backend, batches) =>
        `Trình duyệt đã thu hồi card đồ họa; lượt này đã tự chạy tiếp từ điểm lưu sau ${batches} lô, vẫn trên ${backend}. Kết quả giống hệt từng bit như khi không có gì xảy ra.`,
      moved: (from, to, batches) =>
        `Trình duyệt đã thu hồi card đồ họa và ${from} không dùng lại được: lượt này đã tự chạy tiếp từ điểm lưu sau ${batches} lô, trên ${to}. Mỗi nền tính toán làm tròn số theo cách riêng, nên kết quả không giống hệt từng bit như khi chạy hết trên ${from}.`,
    },
    unkept:
      'Trình duyệt không còn chỗ để giữ lượt này: các đường cong chỉ còn đến khi đóng trang. Hãy xóa các lượt hoặc thiết kế không cần nữa.',
    keepEpoch: 'Giữ epoch này',
    keepsEpoch: (epoch) => `Epoch ${epoch} sẽ được giữ`,
    title: 'Điểm lưu',
    summary: (seconds) => `mỗi ${seconds} giây`,
    seconds: 'Số giây giữa hai điểm lưu',
    secondsHint: 'Trạng thái của lượt được lưu theo nhịp này và khi hết mỗi epoch, nên đóng thẻ cũng không mất.',
    keepEvery: 'Giữ mỗi … epoch',
    keepEveryHint: 'Ngoài điểm tốt nhất và điểm cuối, trọng số của cứ mỗi chừng này epoch được giữ lại; 0: không giữ.',
    needs: (bytes, free) =>
      `Mỗi điểm lưu của mạng này cần khoảng ${bytes}${free === null ? '' : `; trình duyệt còn ${free}`}.`,
    kept: 'Đang giữ của lượt đang xem',
    last: (epochs, batches) => `Cuối: ${epochs} epoch, ${batches} lô`,
    best: (epoch) => `Tốt nhất: epoch ${epoch}`,
    epoch: (epoch) => `Epoch ${epoch}`,
    use: 'Kiểm tra',
    useOf: (which) => `Kiểm tra trọng số “${which}”`,
  },
};
