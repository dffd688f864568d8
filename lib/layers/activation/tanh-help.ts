import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = tanh(x) = (exp(x) − exp(−x)) / (exp(x) + exp(−x))\`, value by value.

Like the sigmoid but centred on 0, with slope 1 there, so the next layer gets values of both signs and learns faster. LeNet-5 used a scaled tanh. For large values its slope is almost 0, so very deep networks prefer ReLU.

Source: LeCun et al., “Efficient BackProp”, 1998.`,
  vi: `\`y = tanh(x) = (exp(x) − exp(−x)) / (exp(x) + exp(−x))\`, tính cho từng giá trị.

Giống sigmoid nhưng đối xứng quanh 0 và có độ dốc 1 tại đó, nên lớp sau nhận giá trị cả âm lẫn dương và học nhanh hơn. LeNet-5 dùng tanh có hệ số. Với giá trị lớn, độ dốc gần bằng 0, vì vậy mạng rất sâu thường chọn ReLU.

Nguồn: LeCun và cộng sự, “Efficient BackProp”, 1998.`,
};
