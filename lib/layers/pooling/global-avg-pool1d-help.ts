import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[f] = Σ x[t, f] / length\`, one value per feature.

The simplest way from a sequence of any length to a classifier: behind convolutions along time, behind the tokens of a transformer, or behind word vectors, where it makes a “bag of words”. The order of the steps no longer counts.

Source: Keras documentation, \`GlobalAveragePooling1D\`; Joulin et al., “Bag of Tricks for Efficient Text Classification”, 2016.`,
  vi: `\`y[f] = Σ x[t, f] / length\`, mỗi đặc trưng một giá trị.

Cách đơn giản nhất để đưa chuỗi dài bất kỳ vào bộ phân loại: sau các tích chập theo thời gian, sau các token của transformer, hoặc sau vectơ từ, khi đó thành “túi từ”. Thứ tự các bước không còn ý nghĩa nữa.

Nguồn: tài liệu Keras, \`GlobalAveragePooling1D\`; Joulin và cộng sự, “Bag of Tricks for Efficient Text Classification”, 2016.`,
};
