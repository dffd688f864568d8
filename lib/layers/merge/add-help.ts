import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = x₁ + x₂ + …\`, all of one shape.

The join of a residual block: the input of the block skips its convolutions and is added to what they give. The block then needs to learn only the difference, and the gradient has a way past it, so very deep networks train. If the shapes differ, a 1 × 1 convolution on the shortcut makes them equal.

Source: He et al., “Deep Residual Learning”, 2015.`,
  vi: `\`y = x₁ + x₂ + …\`, tất cả cùng một hình dạng.

Là điểm nối của khối phần dư: đầu vào của khối đi tắt qua các lớp tích chập rồi được cộng với kết quả của chúng. Khối chỉ còn phải học phần chênh lệch, và gradient có đường đi thẳng, nên mạng rất sâu vẫn huấn luyện được. Nếu hình dạng khác nhau, đặt một tích chập 1 × 1 trên đường tắt để cho bằng nhau.

Nguồn: He và cộng sự, “Deep Residual Learning”, 2015.`,
};
