import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[i, j, c] = max x[i·s + u, j·s + v, c]\` over the window \`u, v\`, for each channel by itself.

A 2 × 2 window with stride 2 leaves a quarter of the values: less work for what follows, a wider view, and little change when the picture shifts by a pixel. It learns nothing. The border of a padding is never the largest.

Source: Keras documentation, \`MaxPooling2D\`; Scherer et al. 2010.`,
  vi: `\`y[i, j, c] = max x[i·s + u, j·s + v, c]\` trên cửa sổ \`u, v\`, tính riêng cho từng kênh.

Cửa sổ 2 × 2 với bước trượt 2 chỉ giữ lại một phần tư số giá trị: các lớp sau đỡ việc, nhìn được rộng hơn, và kết quả ít đổi khi ảnh xê dịch một điểm. Lớp này không học gì. Phần viền do đệm không bao giờ là giá trị lớn nhất.

Nguồn: tài liệu Keras, \`MaxPooling2D\`; Scherer và cộng sự 2010.`,
};
