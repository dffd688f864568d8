import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[c] = Σ x[i, j, c] / (height · width)\`, one value per channel.

Stands between the last convolution and the classifier in place of Flatten: the classifier then needs weights per channel instead of per pixel, which is far fewer, overfits less and works for any image size. ResNet and most later networks end like this.

Source: Lin, Chen & Yan, “Network in Network”, 2013.`,
  vi: `\`y[c] = Σ x[i, j, c] / (cao · rộng)\`, mỗi kênh một giá trị.

Đứng giữa lớp tích chập cuối và bộ phân loại, thay cho làm phẳng: bộ phân loại chỉ cần trọng số cho mỗi kênh thay vì mỗi điểm ảnh, nên ít tham số hơn nhiều, bớt quá khớp và dùng được cho mọi cỡ ảnh. ResNet và hầu hết mạng về sau kết thúc như vậy.

Nguồn: Lin, Chen & Yan, “Network in Network”, 2013.`,
};
