import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[t, f] = mean x[t·s + u, f]\` over the window \`u\`, for each feature by itself.

Shortens and smooths a sequence: noise in single steps averages out, slow changes stay. It learns nothing. With padding “same” the mean is over the steps inside the sequence only, as in TensorFlow; other tools may count the border as zeros.

Source: Keras documentation, \`AveragePooling1D\`.`,
  vi: `\`y[t, f] = trung bình của x[t·s + u, f]\` trên cửa sổ \`u\`, tính riêng cho từng đặc trưng.

Rút ngắn và làm mượt một chuỗi: nhiễu ở từng bước bị triệt tiêu, thay đổi chậm còn lại. Lớp này không học gì. Với đệm “same”, trung bình chỉ tính trên các bước nằm trong chuỗi như TensorFlow; công cụ khác có thể tính viền là số 0.

Nguồn: tài liệu Keras, \`AveragePooling1D\`.`,
};
