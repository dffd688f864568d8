import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = 1 / (1 + exp(−x))\`, value by value.

The activation of the early networks, and still the one for independent yes-or-no outputs: read \`y\` as a probability and train with binary cross-entropy. Inside a deep network it slows learning: its slope is at most 1/4 and almost 0 for large values, so gradients vanish from layer to layer.

Source: Rumelhart, Hinton & Williams 1986; Glorot & Bengio 2010.`,
  vi: `\`y = 1 / (1 + exp(−x))\`, tính cho từng giá trị.

Hàm kích hoạt của các mạng thời đầu, và vẫn dùng cho những đầu ra có–không độc lập: coi \`y\` là xác suất và huấn luyện với entropy chéo nhị phân. Bên trong mạng sâu nó làm chậm việc học: độ dốc tối đa là 1/4 và gần bằng 0 với giá trị lớn, nên gradient tiêu biến dần qua các lớp.

Nguồn: Rumelhart, Hinton & Williams 1986; Glorot & Bengio 2010.`,
};
