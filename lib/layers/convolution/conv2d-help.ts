import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[i, j, f] = bias[f] + Σ x[i·s + u·d − p, j·s + v·d − p, c] · kernel[u, v, c, f]\`, summed over the window \`u, v\` and the channels \`c\`, with stride \`s\`, dilation \`d\` and padding \`p\`.

The same filter is used at every place, so a pattern is found wherever it lies. Size: \`⌊(n + padding − d·(k − 1) − 1) / s⌋ + 1\`. Weights: \`k · k · channels / groups · filters\`, and a bias per filter.

Source: LeCun et al. 1998; Dumoulin & Visin 2016.`,
  vi: `\`y[i, j, f] = bias[f] + Σ x[i·s + u·d − p, j·s + v·d − p, c] · kernel[u, v, c, f]\`, lấy tổng trên cửa sổ \`u, v\` và các kênh \`c\`, với bước trượt \`s\`, độ giãn \`d\` và phần đệm \`p\`.

Một bộ lọc được dùng chung ở mọi vị trí, nên mẫu hình nằm đâu cũng được phát hiện. Kích thước: \`⌊(n + đệm − d·(k − 1) − 1) / s⌋ + 1\`. Trọng số: \`k · k · số kênh / số nhóm · số bộ lọc\`, cộng một độ chệch cho mỗi bộ lọc.

Nguồn: LeCun và cộng sự 1998; Dumoulin & Visin 2016.`,
};
