import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = log(1 + exp(x))\`, value by value.

Its slope is the sigmoid. As an activation ReLU mostly does as well and costs less; it serves where an output must be positive, such as a standard deviation or a rate.

Source: Dugas et al. 2001; Glorot, Bordes & Bengio 2011.`,
  vi: `\`y = log(1 + exp(x))\`, tính cho từng giá trị.

Độ dốc của nó chính là hàm sigmoid. Làm hàm kích hoạt thì ReLU thường tốt không kém mà rẻ hơn; nó hữu ích khi đầu ra phải dương, chẳng hạn một độ lệch chuẩn hay một tốc độ.

Nguồn: Dugas và cộng sự 2001; Glorot, Bordes & Bengio 2011.`,
};
