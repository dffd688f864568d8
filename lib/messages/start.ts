import type { Localized } from '@/lib/core/locale';

/** What is said while the rest is still being loaded, or when it cannot be. */
interface StartMessages {
  readonly loading: string;
  readonly crash: {
    readonly title: string;
    readonly text: string;
    readonly reload: string;
    readonly download: string;
    readonly details: string;
  };
}

export const PRODUCT = 'Shapeflow';

export const startMessages: Localized<StartMessages> = {
  en: {
    loading: 'Loading the designer…',
    crash: {
      title: 'Something in the page broke',
      text: 'Your design is safe: it is kept in this browser. Reload the page to go on. If this happens again, download the design and report what you did.',
      reload: 'Reload the page',
      download: 'Download the design',
      details: 'What happened',
    },
  },
  vi: {
    loading: 'Đang tải trình thiết kế…',
    crash: {
      title: 'Trang vừa gặp lỗi',
      text: 'Thiết kế của bạn vẫn an toàn trong trình duyệt này. Hãy tải lại trang để tiếp tục. Nếu lỗi lặp lại, hãy tải thiết kế về và báo lại bạn đã làm gì.',
      reload: 'Tải lại trang',
      download: 'Tải thiết kế về',
      details: 'Chuyện gì đã xảy ra',
    },
  },
};
