import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[i, j, c] = x[i − top, j − left, c]\` inside, \`0\` in the border.

Keras’s ResNet and MobileNet pad this way before a convolution with a stride, by hand and often on two sides only, where padding “same” would put the border elsewhere. Before a max pooling a border of zeros can be the largest; the pool’s own padding never is.

Source: Keras documentation, \`ZeroPadding2D\`.`,
  vi: `\`y[i, j, c] = x[i − top, j − left, c]\` ở bên trong, \`0\` ở phần viền.

ResNet và MobileNet của Keras tự đệm như vậy trước tích chập có bước trượt, thường chỉ ở hai cạnh, còn đệm “same” sẽ đặt viền chỗ khác. Trước lớp gộp cực đại, viền số 0 có thể thành giá trị lớn nhất; phần đệm của chính lớp gộp thì không bao giờ.

Nguồn: tài liệu Keras, \`ZeroPadding2D\`.`,
};
