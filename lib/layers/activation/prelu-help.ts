import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = max(x, 0) + alpha · min(x, 0)\`, with \`alpha\` learnt by gradient descent from 0 on.

Costs next to nothing per channel; helped the first network to pass the human error on ImageNet. Beware of what shares a slope: Keras learns one for every value unless told otherwise, PyTorch one for all or one per channel. Weight decay would pull the slopes to zero, back to ReLU.

Source: He et al. 2015, “Delving Deep into Rectifiers”.`,
  vi: `\`y = max(x, 0) + alpha · min(x, 0)\`, với \`alpha\` được học bằng hạ gradient, bắt đầu từ 0.

Nếu theo kênh thì hầu như không tốn gì thêm; đã giúp mạng đầu tiên vượt sai số của con người trên ImageNet. Cần để ý cái gì dùng chung một độ dốc: Keras mặc định học một độ dốc cho mỗi giá trị, PyTorch một cho tất cả hoặc một cho mỗi kênh. Suy giảm trọng số sẽ kéo độ dốc về 0, tức là về ReLU.

Nguồn: He và cộng sự 2015, “Delving Deep into Rectifiers”.`,
};
