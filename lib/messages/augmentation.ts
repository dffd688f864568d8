import type { Localized } from '@/lib/core/locale';

export type EffectName =
  | 'flipHorizontal'
  | 'flipVertical'
  | 'shift'
  | 'scale'
  | 'rotate'
  | 'crop'
  | 'noise'
  | 'brightness'
  | 'contrast'
  | 'cutout'
  | 'mixup';

interface EffectText {
  readonly label: string;
  readonly hint: string;
}

/** Training samples changed at random, and the pictures that show it. */
export interface AugmentationMessages {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly effects: Readonly<Record<EffectName, EffectText>>;
  /** The design learns values, which may be places in the picture. */
  readonly keepsPlace: string;
  /** The samples are rows of features. */
  readonly rowsOnly: string;
  readonly preview: string;
  readonly original: string;
  /** All effects at once, in the epoch of this number. */
  readonly together: (epoch: number) => string;
  readonly alone: (effect: string) => string;
  readonly anotherPicture: string;
  readonly laterEpochs: string;
  readonly noEffect: string;
  /** The picture's label stays what it is. */
  readonly sameLabel: (label: string) => string;
  readonly mixedLabel: string;
}

export const augmentationMessages: Localized<AugmentationMessages> = {
  en: {
    title: 'Augmentation',
    label: 'Change training pictures at random',
    hint: 'Each picture anew in every epoch, by the seed. Validation and test pictures stay as they are.',
    effects: {
      flipHorizontal: {
        label: 'Mirror',
        hint: 'Left and right changed round, every other time. Not for digits or text.',
      },
      flipVertical: { label: 'Upside down', hint: 'Top and bottom changed round, every other time.' },
      shift: { label: 'Shift', hint: 'Moved by at most this share of width and height, either way.' },
      scale: { label: 'Scale', hint: 'Made larger or smaller by at most this share.' },
      rotate: { label: 'Rotate, °', hint: 'Turned about its middle by at most so many degrees, either way.' },
      crop: {
        label: 'Crop, px',
        hint: 'So many pixels are added on every side, and a part of the old size is cut out.',
      },
      noise: { label: 'Noise', hint: 'Standard deviation of the normal noise added; pixels go from 0 to 1.' },
      brightness: { label: 'Brightness', hint: 'At most this much is added or taken; pixels go from 0 to 1.' },
      contrast: { label: 'Contrast', hint: 'Stretched or squeezed about the picture’s mean by at most this share.' },
      cutout: {
        label: 'Cutout',
        hint: 'A square of this share of the shorter side is blanked (DeVries & Taylor 2017).',
      },
      mixup: {
        label: 'Mixup α',
        hint: 'Each picture and its label are mixed with another’s; the share is drawn from Beta(α, α) (Zhang et al. 2018). Usual: 0.2.',
      },
    },
    keepsPlace:
      'The design learns values, which may be places in the picture: mirroring, moving, scaling, turning and cropping are left out.',
    rowsOnly: 'The samples are rows of features: only noise and mixup apply.',
    preview: 'One picture, changed',
    original: 'As it is',
    together: (epoch) => `All, epoch ${epoch}`,
    alone: (effect) => `${effect} alone`,
    anotherPicture: 'Another picture',
    laterEpochs: 'Later epochs',
    noEffect: 'Every effect is at 0: the pictures stay as they are.',
    sameLabel: (label) => `The label stays “${label}”.`,
    mixedLabel: 'With mixup the label is mixed by the same share; cross-entropy takes both, in its sparse form too.',
  },
  vi: {
    title: 'Tăng cường dữ liệu',
    label: 'Biến đổi ngẫu nhiên ảnh huấn luyện',
    hint: 'Mỗi ảnh được biến đổi lại ở từng epoch, theo hạt giống. Ảnh kiểm định và kiểm tra giữ nguyên.',
    effects: {
      flipHorizontal: {
        label: 'Lật ngang',
        hint: 'Đổi trái và phải, trung bình một trong hai lần. Không dùng cho chữ số hay chữ viết.',
      },
      flipVertical: { label: 'Lật dọc', hint: 'Đổi trên và dưới, trung bình một trong hai lần.' },
      shift: { label: 'Dịch chuyển', hint: 'Dời nhiều nhất chừng này phần chiều rộng và chiều cao, về hai phía.' },
      scale: { label: 'Co giãn', hint: 'Phóng to hoặc thu nhỏ nhiều nhất chừng này phần.' },
      rotate: { label: 'Xoay, °', hint: 'Quay quanh tâm nhiều nhất chừng này độ, về hai phía.' },
      crop: { label: 'Cắt, px', hint: 'Thêm chừng này điểm ảnh ở mỗi cạnh rồi cắt ra một phần có kích thước cũ.' },
      noise: { label: 'Nhiễu', hint: 'Độ lệch chuẩn của nhiễu chuẩn được cộng vào; điểm ảnh từ 0 đến 1.' },
      brightness: { label: 'Độ sáng', hint: 'Cộng hoặc trừ nhiều nhất chừng này; điểm ảnh từ 0 đến 1.' },
      contrast: {
        label: 'Độ tương phản',
        hint: 'Giãn hoặc nén quanh giá trị trung bình của ảnh nhiều nhất chừng này phần.',
      },
      cutout: {
        label: 'Cutout',
        hint: 'Xóa một hình vuông có cạnh bằng chừng này phần cạnh ngắn (DeVries & Taylor 2017).',
      },
      mixup: {
        label: 'Mixup α',
        hint: 'Trộn mỗi ảnh và nhãn của nó với một ảnh khác; tỉ lệ lấy từ Beta(α, α) (Zhang và cộng sự 2018). Thường dùng: 0,2.',
      },
    },
    keepsPlace: 'Mạng học các giá trị, có thể là vị trí trong ảnh: không lật, dời, co giãn, xoay hay cắt.',
    rowsOnly: 'Mẫu là các hàng đặc trưng: chỉ áp dụng nhiễu và mixup.',
    preview: 'Một ảnh sau khi biến đổi',
    original: 'Nguyên bản',
    together: (epoch) => `Tất cả, epoch ${epoch}`,
    alone: (effect) => `Chỉ ${effect.toLowerCase()}`,
    anotherPicture: 'Ảnh khác',
    laterEpochs: 'Các epoch sau',
    noEffect: 'Mọi biến đổi đều bằng 0: ảnh giữ nguyên.',
    sameLabel: (label) => `Nhãn vẫn là “${label}”.`,
    mixedLabel: 'Với mixup, nhãn cũng được trộn theo cùng tỉ lệ; entropy chéo nhận cả hai, kể cả dạng thưa.',
  },
};
