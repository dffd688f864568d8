import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = min(max(x / 6 + 0.5, 0), 1)\`, value by value; in Keras 2 and TensorFlow.js with \`0.2 · x\` in place of \`x / 6\`.

Cheaper than the sigmoid where exponentials are slow; the gate of MobileNetV3’s squeeze-and-excitation. The two slopes are two functions: at 1 they give 0.667 and 0.7.

Source: Howard et al. 2019; documentation of Keras 2.`,
  vi: `\`y = min(max(x / 6 + 0.5, 0), 1)\`, tính cho từng giá trị; trong Keras 2 và TensorFlow.js dùng \`0.2 · x\` thay cho \`x / 6\`.

Rẻ hơn sigmoid ở nơi tính phép mũ chậm; là cổng trong khối squeeze-and-excitation của MobileNetV3. Hai độ dốc là hai hàm khác nhau: tại 1, chúng cho 0,667 và 0,7.

Nguồn: Howard và cộng sự 2019; tài liệu của Keras 2.`,
};
