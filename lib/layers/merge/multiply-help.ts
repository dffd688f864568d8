import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = x₁ · x₂ · …\`. Along each axis the sizes are equal, or 1: then that one value counts for the whole axis. A vector of as many values as there are channels counts as \`1 × 1 × channels\`.

The gate of a squeeze-and-excitation block: global average pooling and two dense layers with a sigmoid give a number from 0 to 1 per channel, and the feature maps are multiplied by it. In the gradient each input is weighed by the others.

Source: Hu et al., “Squeeze-and-Excitation Networks”, 2017.`,
  vi: `\`y = x₁ · x₂ · …\`. Trên mỗi trục, các kích thước phải bằng nhau hoặc bằng 1: khi đó giá trị duy nhất ấy dùng cho cả trục. Một vectơ có số giá trị bằng số kênh được coi là \`1 × 1 × channels\`.

Là cổng của khối squeeze-and-excitation: gộp trung bình toàn cục và hai lớp kết nối đầy đủ với sigmoid cho mỗi kênh một số từ 0 đến 1, rồi bản đồ đặc trưng được nhân với nó. Trong gradient, mỗi đầu vào được nhân với các đầu vào còn lại.

Nguồn: Hu và cộng sự, “Squeeze-and-Excitation Networks”, 2017.`,
};
