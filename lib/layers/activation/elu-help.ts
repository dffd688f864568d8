import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = x\` above 0, \`y = alpha · (exp(x) − 1)\` below, value by value.

Negative outputs bring the mean of the activations near zero, which speeds learning, and a unit keeps a gradient below zero. Dearer than ReLU by one exponential.

Source: Clevert, Unterthiner & Hochreiter 2016.`,
  vi: `\`y = x\` khi dương, \`y = alpha · (exp(x) − 1)\` khi âm, tính cho từng giá trị.

Đầu ra âm kéo trung bình của các giá trị kích hoạt về gần 0, giúp học nhanh hơn, và đơn vị vẫn còn gradient ở phía âm. Tốn hơn ReLU một phép mũ.

Nguồn: Clevert, Unterthiner & Hochreiter 2016.`,
};
