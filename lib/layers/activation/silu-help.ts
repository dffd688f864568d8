import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = x / (1 + exp(−x))\`, value by value.

A smooth ReLU that dips to −0.28 before it fades to zero, so that slightly negative units still learn. Found again by a search over activation functions, as “swish”, and used in EfficientNet.

Source: Elfwing, Uchibe & Doya 2018; Ramachandran, Zoph & Le 2017.`,
  vi: `\`y = x / (1 + exp(−x))\`, tính cho từng giá trị.

Là ReLU trơn, xuống tới −0,28 rồi tiến dần về 0, nên đơn vị hơi âm vẫn học được. Sau này được tìm lại khi dò tự động các hàm kích hoạt, với tên “swish”, và được dùng trong EfficientNet.

Nguồn: Elfwing, Uchibe & Doya 2018; Ramachandran, Zoph & Le 2017.`,
};
