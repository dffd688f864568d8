import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[c] = max x[i, j, c]\` over all rows \`i\` and columns \`j\`, one value per channel.

Says whether a pattern occurs anywhere in the picture, however small a part of it. Where the mean of GlobalAveragePooling2D asks how much of the picture shows the pattern, this asks how clearly the best place does; only that place learns.

Source: Keras documentation, \`GlobalMaxPooling2D\`; Oquab et al., “Is object localization for free?”, 2015.`,
  vi: `\`y[c] = max x[i, j, c]\` trên mọi hàng \`i\` và cột \`j\`, mỗi kênh một giá trị.

Cho biết một mẫu hình có xuất hiện ở đâu đó trong ảnh không, dù chỉ ở một phần nhỏ. Trung bình toàn cục hỏi bao nhiêu phần ảnh có mẫu hình, còn lớp này hỏi chỗ rõ nhất rõ đến đâu; chỉ chỗ ấy được học.

Nguồn: tài liệu Keras, \`GlobalMaxPooling2D\`; Oquab và cộng sự, “Is object localization for free?”, 2015.`,
};
