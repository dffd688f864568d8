import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = x₁ − x₂\`: exactly two inputs of one shape, in the order in which they are connected.

Shows what two branches see differently: the change between two pictures, the detail that a blurred copy has lost, the distance between two embeddings in a siamese network. Nothing is learnt, and the gradient of the second input only changes its sign.

Source: Keras documentation, \`Subtract\`.`,
  vi: `\`y = x₁ − x₂\`: đúng hai đầu vào cùng hình dạng, theo thứ tự nối vào.

Cho thấy hai nhánh nhìn khác nhau ở đâu: thay đổi giữa hai ảnh, chi tiết mà bản làm mờ đã mất, khoảng cách giữa hai vectơ nhúng trong mạng song sinh (siamese). Lớp không học gì; gradient của đầu vào thứ hai chỉ đổi dấu.

Nguồn: tài liệu Keras, \`Subtract\`.`,
};
