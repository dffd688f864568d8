import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = gamma · (x − mean) / √(variance + epsilon) + beta\`, with mean and variance over the last axis alone: the features of a vector, the channels of one pixel.

Needs no batch, so it does the same in training and in use; at home in transformers and ConvNeXt. On images this is not PyTorch’s \`LayerNorm\` over channels, height and width, nor \`GroupNorm(1, …)\`, which take one mean for the whole picture.

Source: Ba, Kiros & Hinton 2016.`,
  vi: `\`y = gamma · (x − trung bình) / √(phương sai + epsilon) + beta\`, với trung bình và phương sai chỉ tính trên trục cuối: các đặc trưng của một vectơ, các kênh của một điểm ảnh.

Không cần lô, nên khi huấn luyện và khi sử dụng đều như nhau; quen thuộc trong transformer và ConvNeXt. Với ảnh, lớp này không phải \`LayerNorm\` của PyTorch trên kênh, chiều cao và chiều rộng, cũng không phải \`GroupNorm(1, …)\`: chúng lấy một trung bình cho cả ảnh.

Nguồn: Ba, Kiros & Hinton 2016.`,
};
