import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = 1.0507 · x\` above 0, \`y = 1.0507 · 1.6733 · (exp(x) − 1)\` below, value by value.

The two constants make mean 0 and variance 1 a fixed point, so that a deep stack of dense layers needs no batch normalization. That holds for weights that start normally spread with variance 1 / inputs, and without ordinary dropout.

Source: Klambauer et al. 2017.`,
  vi: `\`y = 1.0507 · x\` khi dương, \`y = 1.0507 · 1.6733 · (exp(x) − 1)\` khi âm, tính cho từng giá trị.

Hai hằng số này khiến trung bình 0 và phương sai 1 là điểm bất động, nên một chồng sâu các lớp kết nối đầy đủ không cần chuẩn hóa theo lô. Điều đó đúng khi trọng số khởi đầu theo phân phối chuẩn với phương sai 1 / số đầu vào, và không dùng dropout thông thường.

Nguồn: Klambauer và cộng sự 2017.`,
};
