import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = max(x₁, x₂, …)\`, all of one shape.

Takes the strongest answer of several branches, as in maxout networks. Only the input that wins at a place gets a gradient there. Nothing is learnt, and the shape stays as it is.

Source: Goodfellow et al., “Maxout Networks”, 2013.`,
  vi: `\`y = max(x₁, x₂, …)\`, tất cả cùng một hình dạng.

Lấy câu trả lời mạnh nhất trong nhiều nhánh, như trong mạng maxout. Tại mỗi vị trí, chỉ đầu vào được chọn mới nhận gradient. Lớp không học gì và hình dạng giữ nguyên.

Nguồn: Goodfellow và cộng sự, “Maxout Networks”, 2013.`,
};
