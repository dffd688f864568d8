import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[i, j, c] = x[i + top, j + left, c]\`

Brings two branches to one size before they are joined: the first U-Net crops the maps of its way down, which unpadded convolutions left larger than those of its way up. What is cut off gets no gradient.

Source: Keras documentation, \`Cropping2D\`; Ronneberger, Fischer & Brox, “U-Net”, 2015.`,
  vi: `\`y[i, j, c] = x[i + top, j + left, c]\`

Đưa hai nhánh về cùng cỡ trước khi ghép: U-Net đầu tiên cắt các bản đồ ở nửa đi xuống, vì tích chập không đệm để lại chúng lớn hơn các bản đồ ở nửa đi lên. Phần bị cắt không nhận gradient.

Nguồn: tài liệu Keras, \`Cropping2D\`; Ronneberger, Fischer & Brox, “U-Net”, 2015.`,
};
