import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`c = f · c′ + i · tanh(x·K_c + h′·R_c + b_c)\` and \`h = o · tanh(c)\` at each step; the gates \`i\`, \`f\`, \`o\` are sigmoids of such sums of their own, from 0 (shut) to 1 (open). \`h′\`, \`c′\` are those of the step before.

The cell \`c\` carries what was read over many steps, because it is added to and not multiplied away. Weights: \`4 · units · (features + units + 1)\`. Gives the last \`h\`, or every step’s.

Source: Hochreiter & Schmidhuber 1997; forget gate: Gers et al. 2000.`,
  vi: `\`c = f · c′ + i · tanh(x·K_c + h′·R_c + b_c)\` và \`h = o · tanh(c)\` ở mỗi bước; các cổng \`i\`, \`f\`, \`o\` là sigmoid của những tổng riêng như vậy, từ 0 (đóng) đến 1 (mở). \`h′\`, \`c′\` là của bước trước.

Ô nhớ \`c\` mang điều đã đọc qua nhiều bước, vì nó được cộng thêm chứ không bị nhân mất. Trọng số: \`4 · units · (features + units + 1)\`. Lớp cho ra \`h\` cuối cùng, hoặc của mọi bước.

Nguồn: Hochreiter & Schmidhuber 1997; cổng quên: Gers và cộng sự 2000.`,
};
