import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = max(x, 0)\`, value by value.

The usual activation behind convolutions and dense layers: cheap, and its gradient is 1 wherever the unit is active, so deep networks learn where sigmoids would stall. A unit that is negative for every sample gets no gradient any more and is “dead”; LeakyReLU or a smaller learning rate helps.

Source: Nair & Hinton 2010; Krizhevsky et al. 2012.`,
  vi: `\`y = max(x, 0)\`, tính cho từng giá trị.

Hàm kích hoạt thông dụng sau lớp tích chập và lớp kết nối đầy đủ: tính nhanh, và đạo hàm bằng 1 khi đơn vị hoạt động, nên mạng sâu vẫn học được ở chỗ sigmoid bị đình trệ. Đơn vị âm với mọi mẫu sẽ không còn gradient và bị “chết”; khi đó nên dùng LeakyReLU hoặc giảm tốc độ học.

Nguồn: Nair & Hinton 2010; Krizhevsky và cộng sự 2012.`,
};
