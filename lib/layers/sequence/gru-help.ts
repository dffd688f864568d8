import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`h = z · h′ + (1 − z) · tanh(x·K_h + (r · h′)·R_h + b_h)\` at each step; the update gate \`z\` and the reset gate \`r\` are sigmoids of sums of their own, \`h′\` is the step before.

One state instead of the LSTM’s two, three sums instead of four, often as good. Weights: \`3 · units · (features + units + 1)\`. With “reset after” the gate stands behind the product, \`r · (h′·R_h + b)\`, with a second bias: the form of cuDNN, of PyTorch, and Keras’s default.

Source: Cho et al. 2014.`,
  vi: `\`h = z · h′ + (1 − z) · tanh(x·K_h + (r · h′)·R_h + b_h)\` ở mỗi bước; cổng cập nhật \`z\` và cổng đặt lại \`r\` là sigmoid của những tổng riêng, \`h′\` là bước trước.

Một trạng thái thay vì hai như LSTM, ba tổng thay vì bốn, thường vẫn tốt ngang. Trọng số: \`3 · units · (features + units + 1)\`. Với “đặt lại sau”, cổng đứng sau phép nhân, \`r · (h′·R_h + b)\`, kèm độ chệch thứ hai: là dạng của cuDNN, của PyTorch và mặc định của Keras.

Nguồn: Cho và cộng sự 2014.`,
};
