import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = (x₁ + x₂ + … + xₙ) / n\`, all of one shape.

Joins branches that do the same work, such as several small networks whose answers are pooled into one: their errors partly cancel out. Unlike Add, the size of the values does not grow with the number of inputs. Each input gets an equal share of the gradient.

Source: Keras documentation, \`Average\`.`,
  vi: `\`y = (x₁ + x₂ + … + xₙ) / n\`, tất cả cùng một hình dạng.

Nối các nhánh làm cùng một việc, chẳng hạn nhiều mạng nhỏ góp câu trả lời thành một: sai số của chúng bù trừ nhau phần nào. Khác với phép cộng, độ lớn của giá trị không tăng theo số đầu vào. Mỗi đầu vào nhận một phần gradient bằng nhau.

Nguồn: tài liệu Keras, \`Average\`.`,
};
