import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[f] = max x[t, f]\` over all steps \`t\`, one value per feature.

Behind a Conv1D it says how well each filter’s pattern fits the best place of the sequence, wherever that is: “max-over-time pooling”, which made convolutions work for sentences of any length. Only the best step of each feature learns.

Source: Collobert et al. 2011; Kim, “Convolutional Neural Networks for Sentence Classification”, 2014.`,
  vi: `\`y[f] = max x[t, f]\` trên mọi bước \`t\`, mỗi đặc trưng một giá trị.

Sau lớp tích chập 1D, nó cho biết mẫu hình của mỗi bộ lọc khớp với chỗ tốt nhất của chuỗi đến đâu, dù chỗ ấy ở đâu: “gộp cực đại theo thời gian”, nhờ đó tích chập dùng được cho câu dài bất kỳ. Với mỗi đặc trưng, chỉ bước tốt nhất được học.

Nguồn: Collobert và cộng sự 2011; Kim, “Convolutional Neural Networks for Sentence Classification”, 2014.`,
};
