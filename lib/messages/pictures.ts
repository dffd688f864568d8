import type { Localized } from '@/lib/core/locale';
import { formatCount, formatShare } from '@/lib/messages/figures';

/** What stands in a picture of a design, on the page and in files from the command line. */
export interface PictureWords {
  readonly canvas: {
    readonly shapeUnknown: string;
    readonly layers: (count: number) => string;
    readonly share: (share: number) => string;
  };
  readonly figure: {
    readonly pixels: (count: string) => string;
    readonly channels: (count: string) => string;
    readonly values: (count: string) => string;
    readonly root: string;
    readonly logarithmic: string;
    readonly thickened: string;
    readonly count: (value: number) => string;
    readonly nothing: string;
  };
}

export const pictureWords: Localized<PictureWords> = {
  en: {
    canvas: {
      shapeUnknown: 'shape unknown',
      layers: (count) => `${count} ${count === 1 ? 'layer' : 'layers'}`,
      share: (share) => formatShare('en', share),
    },
    figure: {
      pixels: (count) => `${count} px of height and width`,
      channels: (count) => `${count} channels`,
      values: (count) => `${count} values of a vector`,
      root: 'Lengths grow with the square root of what they stand for.',
      logarithmic: 'Lengths grow with the logarithm of what they stand for.',
      thickened: 'What would be thinner than a line is drawn as thick as one.',
      count: (value) => formatCount('en', value),
      nothing: 'No layer has a known shape yet.',
    },
  },
  vi: {
    canvas: {
      shapeUnknown: 'chưa rõ hình dạng',
      layers: (count) => `${count} lớp`,
      share: (share) => formatShare('vi', share),
    },
    figure: {
      pixels: (count) => `${count} điểm ảnh chiều cao, chiều rộng`,
      channels: (count) => `${count} kênh`,
      values: (count) => `${count} giá trị của vectơ`,
      root: 'Độ dài tăng theo căn bậc hai của số lượng.',
      logarithmic: 'Độ dài tăng theo lôgarit của số lượng.',
      thickened: 'Phần mỏng hơn nét vẽ được vẽ dày bằng nét vẽ.',
      count: (value) => formatCount('vi', value),
      nothing: 'Chưa có lớp nào biết được hình dạng.',
    },
  },
};
