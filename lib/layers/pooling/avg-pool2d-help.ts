import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[i, j, c] = mean x[i·s + u, j·s + v, c]\` over the window \`u, v\`, for each channel by itself.

Smoother than the maximum: every pixel counts, none decides alone. LeNet-5 shrank its feature maps much like this. It learns nothing. The mean is over the pixels inside the image only, as in TensorFlow, unless the padding is to count as zeros, as in PyTorch.

Source: LeCun et al. 1998; Keras documentation, \`AveragePooling2D\`.`,
  vi: `\`y[i, j, c] = trung bình của x[i·s + u, j·s + v, c]\` trên cửa sổ \`u, v\`, tính riêng cho từng kênh.

Êm hơn gộp cực đại: điểm ảnh nào cũng góp phần, không điểm nào quyết định một mình. LeNet-5 thu nhỏ bản đồ đặc trưng gần như thế này. Lớp không học gì. Trung bình chỉ tính trên các điểm nằm trong ảnh như TensorFlow, trừ khi phần đệm được tính là số 0 như PyTorch.

Nguồn: LeCun và cộng sự 1998; tài liệu Keras, \`AveragePooling2D\`.`,
};
