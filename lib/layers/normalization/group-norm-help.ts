import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = gamma · (x − mean) / √(variance + epsilon) + beta\`, with mean and variance over all places of one sample and the channels of one group.

Independent of the batch size, so it stays good where batch normalization gets noisy: detection and segmentation with one or two pictures a batch. As many groups as channels make it instance normalization.

Source: Wu & He 2018.`,
  vi: `\`y = gamma · (x − trung bình) / √(phương sai + epsilon) + beta\`, với trung bình và phương sai trên mọi vị trí của một mẫu và các kênh của một nhóm.

Không phụ thuộc cỡ lô, nên vẫn tốt ở chỗ chuẩn hóa theo lô bị nhiễu: phát hiện vật thể và phân vùng ảnh với một hai ảnh mỗi lô. Số nhóm bằng số kênh thì thành chuẩn hóa theo từng ảnh (instance normalization).

Nguồn: Wu & He 2018.`,
};
