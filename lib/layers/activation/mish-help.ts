import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = x · tanh(log(1 + exp(x)))\`, value by value.

Close to SiLU: smooth, a dip to −0.31 below zero, no upper bound. The activation of YOLOv4’s backbone. Costs an exponential, a logarithm and a tanh for each value.

Source: Misra 2019; Bochkovskiy, Wang & Liao 2020.`,
  vi: `\`y = x · tanh(log(1 + exp(x)))\`, tính cho từng giá trị.

Gần giống SiLU: trơn, xuống tới −0,31 ở phía âm, không bị chặn trên. Hàm kích hoạt trong mạng xương sống của YOLOv4. Mỗi giá trị tốn một phép mũ, một phép logarit và một phép tanh.

Nguồn: Misra 2019; Bochkovskiy, Wang & Liao 2020.`,
};
