import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `The values are read with the last axis fastest and filled in the same way: \`y[p] = x[p]\` by position \`p\`. The product of the sizes stays; one of them may be \`-1\` and is worked out.

Turns a vector into an image (a generator’s first step: 6272 values to \`7 × 7 × 128\`), an image into a sequence of its pixels (a vision transformer’s \`14 × 14 × 192\` to \`196 × 192\`), or a vector into \`1 × 1 × channels\`. To swap axes use Permute: a reshape would mix rows and columns.

Source: Keras documentation, \`Reshape\`.`,
  vi: `Các giá trị được đọc với trục cuối chạy nhanh nhất và được điền theo cùng cách: \`y[p] = x[p]\` theo vị trí \`p\`. Tích các kích thước giữ nguyên; một kích thước có thể là \`-1\` và được tự tính.

Biến vectơ thành ảnh (bước đầu của bộ sinh: 6272 giá trị thành \`7 × 7 × 128\`), ảnh thành chuỗi các điểm ảnh (vision transformer: \`14 × 14 × 192\` thành \`196 × 192\`), hay vectơ thành \`1 × 1 × channels\`. Muốn đổi chỗ các trục thì dùng hoán vị trục: lớp này sẽ trộn lẫn hàng và cột.

Nguồn: tài liệu Keras, \`Reshape\`.`,
};
