import type { Localized } from '@/lib/core/locale';
import type { TemplateTask } from '@/lib/core/template-id';
import { formatCount } from '@/lib/messages/figures';

/** What the gallery of templates says besides their own texts. Loaded with it only. */
export interface GalleryMessages {
  readonly search: string;
  readonly tasks: string;
  readonly all: string;
  readonly task: Readonly<Record<TemplateTask, string>>;
  readonly found: (count: number) => string;
  readonly none: string;
  readonly params: (count: number) => string;
  /** Of the parameters, where some are statistics. */
  readonly trained: (count: number) => string;
  readonly macs: (count: number) => string;
  readonly layers: (count: number) => string;
  readonly after: string;
  readonly noPaper: string;
  /** The paper's link, in words for those who only hear the links. */
  readonly read: (title: string) => string;
}

export const galleryMessages: Localized<GalleryMessages> = {
  en: {
    search: 'Search by name, year, author or title',
    tasks: 'Show',
    all: 'All',
    task: {
      classification: 'Classification',
      localisation: 'Localisation',
      segmentation: 'Segmentation',
      generation: 'Making pictures',
      text: 'Text',
    },
    found: (count) => (count === 1 ? '1 template' : `${count} templates`),
    none: 'No template has all these words. Try a name such as ResNet, a year or an author.',
    params: (count) => `${formatCount('en', count)} parameters`,
    trained: (count) => `${formatCount('en', count)} of them trained`,
    macs: (count) => `${formatCount('en', count)} MACs`,
    layers: (count) => `${formatCount('en', count)} layers`,
    after: 'After',
    noPaper: 'For teaching; no paper.',
    read: (title) => `Read the paper: ${title}`,
  },
  vi: {
    search: 'Tìm theo tên, năm, tác giả hoặc nhan đề',
    tasks: 'Hiện',
    all: 'Tất cả',
    task: {
      classification: 'Phân loại',
      localisation: 'Định vị',
      segmentation: 'Phân vùng ảnh',
      generation: 'Tạo ảnh',
      text: 'Văn bản',
    },
    found: (count) => `${count} mẫu`,
    none: 'Không mẫu nào có đủ các từ này. Hãy thử một tên như ResNet, một năm hoặc một tác giả.',
    params: (count) => `${formatCount('vi', count)} tham số`,
    trained: (count) => `trong đó ${formatCount('vi', count)} được huấn luyện`,
    macs: (count) => `${formatCount('vi', count)} phép MAC`,
    layers: (count) => `${formatCount('vi', count)} lớp`,
    after: 'Theo',
    noPaper: 'Dùng để dạy học; không có bài báo.',
    read: (title) => `Đọc bài báo: ${title}`,
  },
};
