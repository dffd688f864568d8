import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = [x₁ ; x₂ ; …]\` along the last axis: 16 and 32 channels give 48. Height and width must be equal.

Joins branches that looked at the same image in different ways, as in Inception, or carries early features to late layers, as in DenseNet and U-Net. Unlike Add, nothing is mixed: the next layer decides what to do with each channel. The order of the inputs is the order of the channels.

Source: Szegedy et al., “Going Deeper with Convolutions”, 2014.`,
  vi: `\`y = [x₁ ; x₂ ; …]\` dọc theo trục cuối: 16 và 32 kênh cho 48 kênh. Chiều cao và chiều rộng phải bằng nhau.

Nối các nhánh đã nhìn cùng một ảnh theo những cách khác nhau, như trong Inception, hoặc đưa đặc trưng ban đầu đến các lớp sau, như trong DenseNet và U-Net. Khác với phép cộng, không có gì bị trộn lẫn: lớp sau quyết định dùng mỗi kênh ra sao. Thứ tự đầu vào là thứ tự các kênh.

Nguồn: Szegedy và cộng sự, “Going Deeper with Convolutions”, 2014.`,
};
