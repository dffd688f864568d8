import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[i, j, c·m + q] = bias + Σ x[i·s + u·d − p, j·s + v·d − p, c] · kernel[u, v, c, q]\`, summed over the window \`u, v\` alone, with \`m\` filters per channel.

The spatial half of a separable convolution: a 1 × 1 convolution behind it mixes the channels. Together they need about \`1/filters + 1/k²\` of a full convolution’s products, which is what makes MobileNet small.

Source: Howard et al., “MobileNets”, 2017; Keras documentation, \`DepthwiseConv2D\`.`,
  vi: `\`y[i, j, c·m + q] = bias + Σ x[i·s + u·d − p, j·s + v·d − p, c] · kernel[u, v, c, q]\`, chỉ lấy tổng trên cửa sổ \`u, v\`, với \`m\` bộ lọc mỗi kênh.

Đây là nửa không gian của tích chập tách được: lớp tích chập 1 × 1 phía sau mới trộn các kênh. Cả hai chỉ cần khoảng \`1/filters + 1/k²\` số phép nhân của tích chập đầy đủ; nhờ vậy mà MobileNet nhỏ gọn.

Nguồn: Howard và cộng sự, “MobileNets”, 2017; tài liệu Keras, \`DepthwiseConv2D\`.`,
};
