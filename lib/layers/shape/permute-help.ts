import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`order = 2, 1, 3\` makes axis 2 the first and axis 1 the second: \`y[j, i, c] = x[i, j, c]\`. Axes count from 1, the batch is not among them.

No value changes. Swaps height and width, turns a sequence of features into features over time (\`2, 1\`), or brings data from a tool that keeps the channels first into the order used here: \`2, 3, 1\`. For laying values out in other sizes there is Reshape.

Source: Keras documentation, \`Permute\`.`,
  vi: `\`order = 2, 1, 3\` đưa trục 2 lên đầu và trục 1 xuống thứ hai: \`y[j, i, c] = x[i, j, c]\`. Các trục đếm từ 1, không kể trục lô.

Không giá trị nào đổi. Lớp này hoán đổi chiều cao và chiều rộng, biến chuỗi đặc trưng thành đặc trưng theo thời gian (\`2, 1\`), hoặc đưa dữ liệu từ công cụ đặt kênh trước về thứ tự dùng ở đây: \`2, 3, 1\`. Muốn xếp giá trị vào kích thước khác thì dùng Reshape.

Nguồn: tài liệu Keras, \`Permute\`.`,
};
