import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[k] = exp(x[k]) / Σ exp(x[j])\` over the last axis: the classes of a vector, or the channels of each pixel.

The end of a classifier. A score larger by 1 makes a class e ≈ 2.7 times as likely. It belongs only at the end: in the middle it starves what follows of signal. The cross-entropy loss is computed on the scores before it, which is exact where the probabilities round to 0 or 1.

Source: Bridle 1990.`,
  vi: `\`y[k] = exp(x[k]) / Σ exp(x[j])\` trên trục cuối: các lớp phân loại của một vectơ, hoặc các kênh của mỗi điểm ảnh.

Là phần cuối của bộ phân loại. Điểm số lớn hơn 1 đơn vị khiến lớp đó có xác suất gấp e ≈ 2,7 lần. Chỉ nên đặt ở cuối: đặt giữa mạng, nó làm phần sau thiếu tín hiệu. Hàm mất mát entropy chéo được tính trên điểm số trước softmax, nên vẫn chính xác khi xác suất bị làm tròn thành 0 hoặc 1.

Nguồn: Bridle 1990.`,
};
