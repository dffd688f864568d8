import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[i, j, c] = x[⌊i/s⌋, ⌊j/s⌋, c]\` for nearest; bilinear mixes the two nearest rows and columns by their distance, measured between the middles of pixels: a row \`0, 1\` doubled is \`0, ¼, ¾, 1\`.

With a convolution behind it, it does the work of a transposed convolution without the checkerboard. PyTorch (\`align_corners=False\`) and ONNX (half-pixel) measure the same way.

Source: Keras documentation, \`UpSampling2D\`; Odena et al. 2016.`,
  vi: `\`y[i, j, c] = x[⌊i/s⌋, ⌊j/s⌋, c]\` với cách lân cận; song tuyến tính trộn hai hàng và hai cột gần nhất theo khoảng cách giữa tâm các điểm ảnh: hàng \`0, 1\` phóng gấp đôi thành \`0, ¼, ¾, 1\`.

Thêm một tích chập phía sau thì làm được việc của tích chập chuyển vị mà không có vân bàn cờ. PyTorch (\`align_corners=False\`) và ONNX (half-pixel) cũng đo như vậy.

Nguồn: tài liệu Keras, \`UpSampling2D\`; Odena và cộng sự 2016.`,
};
