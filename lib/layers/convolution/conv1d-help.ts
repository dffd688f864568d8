import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[t, f] = bias[f] + Σ x[t·s + u·d − p, c] · kernel[u, c, f]\`, summed over the window \`u\` and the features \`c\`, with stride \`s\`, dilation \`d\` and padding \`p\`.

For signals, measurements and texts: a pattern is found wherever in time it lies. Padding “causal” looks back only, as a forecast must. Doubling the dilation from layer to layer lets a few layers see thousands of steps.

Source: Waibel et al. 1989; van den Oord et al., “WaveNet”, 2016; Keras documentation, \`Conv1D\`.`,
  vi: `\`y[t, f] = bias[f] + Σ x[t·s + u·d − p, c] · kernel[u, c, f]\`, lấy tổng trên cửa sổ \`u\` và các đặc trưng \`c\`, với bước trượt \`s\`, độ giãn \`d\` và phần đệm \`p\`.

Dùng cho tín hiệu, số đo và văn bản: mẫu hình nằm ở thời điểm nào cũng được phát hiện. Đệm “causal” chỉ nhìn về trước, như dự báo đòi hỏi. Nhân đôi độ giãn qua từng lớp thì chỉ vài lớp đã nhìn được hàng nghìn bước.

Nguồn: Waibel và cộng sự 1989; van den Oord và cộng sự, “WaveNet”, 2016; tài liệu Keras, \`Conv1D\`.`,
};
