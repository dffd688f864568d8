import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[t, f] = max x[t·s + u, f]\` over the window \`u\`, for each feature by itself.

Shortens a sequence, such as a sound, a measurement or a text, while keeping what stood out: the next layer sees further with less work, and a shift by one step changes little. It learns nothing. The border of a padding is never the largest.

Source: Keras documentation, \`MaxPooling1D\`.`,
  vi: `\`y[t, f] = max x[t·s + u, f]\` trên cửa sổ \`u\`, tính riêng cho từng đặc trưng.

Rút ngắn một chuỗi như âm thanh, số đo hay văn bản mà vẫn giữ những gì nổi bật: lớp sau nhìn xa hơn mà đỡ việc, và chuỗi xê dịch một bước thì kết quả ít đổi. Lớp này không học gì. Phần viền do đệm không bao giờ là giá trị lớn nhất.

Nguồn: tài liệu Keras, \`MaxPooling1D\`.`,
};
