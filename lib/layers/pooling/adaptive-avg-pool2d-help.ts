import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[i, j, c]\` is the mean of \`x\` from row \`⌊i·n/m⌋\` to before row \`⌈(i + 1)·n/m⌉\`, for \`n\` rows into \`m\`, and likewise along the columns.

Lets a dense layer follow images of any size, as in torchvision’s AlexNet (6 × 6) and VGG (7 × 7), where it changes nothing for pictures of 224 × 224. Where \`m\` does not divide \`n\`, the bins overlap or differ in size.

Source: PyTorch documentation, \`AdaptiveAvgPool2d\`; He et al., “Spatial Pyramid Pooling”, 2014.`,
  vi: `\`y[i, j, c]\` là trung bình của \`x\` từ hàng \`⌊i·n/m⌋\` đến trước hàng \`⌈(i + 1)·n/m⌉\`, khi đưa \`n\` hàng về \`m\` hàng; theo cột cũng vậy.

Nhờ lớp này, lớp kết nối đầy đủ phía sau nhận được ảnh mọi cỡ, như AlexNet (6 × 6) và VGG (7 × 7) của torchvision; với ảnh 224 × 224 nó không đổi gì. Khi \`m\` không chia hết \`n\`, các ô chồng lên nhau hoặc to nhỏ khác nhau.

Nguồn: tài liệu PyTorch, \`AdaptiveAvgPool2d\`; He và cộng sự, “Spatial Pyramid Pooling”, 2014.`,
};
