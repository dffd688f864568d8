import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = x · min(max(x + 3, 0), 6) / 6\`, value by value.

SiLU without the exponential, for devices where that is slow: 0 below −3, \`x\` above 3, a parabola between. The activation of MobileNetV3. Keras 3 calls it \`hard_silu\` too.

Source: Howard et al. 2019.`,
  vi: `\`y = x · min(max(x + 3, 0), 6) / 6\`, tính cho từng giá trị.

Là SiLU không có phép mũ, cho thiết bị tính phép mũ chậm: bằng 0 dưới −3, bằng \`x\` trên 3, ở giữa là một parabol. Hàm kích hoạt của MobileNetV3. Keras 3 cũng gọi nó là \`hard_silu\`.

Nguồn: Howard và cộng sự 2019.`,
};
