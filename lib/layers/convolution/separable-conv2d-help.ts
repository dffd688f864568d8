import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `First \`z[i, j, c·m + q] = Σ x[i·s + u·d − p, j·s + v·d − p, c] · depthwise[u, v, c, q]\` over the window, then \`y[i, j, f] = bias[f] + Σ z[i, j, r] · pointwise[r, f]\` over its channels.

Looks where and mixes what in two steps, with about \`1/filters + 1/k²\` of a full convolution’s weights and products. Xception is built of it; there is no activation between the two.

Source: Chollet, “Xception”, 2017; Keras documentation, \`SeparableConv2D\`.`,
  vi: `Trước hết \`z[i, j, c·m + q] = Σ x[i·s + u·d − p, j·s + v·d − p, c] · depthwise[u, v, c, q]\` trên cửa sổ, sau đó \`y[i, j, f] = bias[f] + Σ z[i, j, r] · pointwise[r, f]\` trên các kênh của nó.

Tìm ở đâu và trộn cái gì thành hai bước, chỉ cần khoảng \`1/filters + 1/k²\` số trọng số và phép nhân của tích chập đầy đủ. Xception được xây từ lớp này; giữa hai bước không có hàm kích hoạt.

Nguồn: Chollet, “Xception”, 2017; tài liệu Keras, \`SeparableConv2D\`.`,
};
