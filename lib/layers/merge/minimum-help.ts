import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = min(x₁, x₂, …)\`, all of one shape.

Takes the weakest answer of several branches, so that a value is large only where all of them agree. Only the input that wins at a place gets a gradient there. Nothing is learnt, and the shape stays as it is.

Source: Keras documentation, \`Minimum\`.`,
  vi: `\`y = min(x₁, x₂, …)\`, tất cả cùng một hình dạng.

Lấy câu trả lời yếu nhất trong nhiều nhánh, nên một giá trị chỉ lớn khi mọi nhánh cùng đồng ý. Tại mỗi vị trí, chỉ đầu vào được chọn mới nhận gradient. Lớp không học gì và hình dạng giữ nguyên.

Nguồn: tài liệu Keras, \`Minimum\`.`,
};
