import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `Per head: \`softmax(Q·Kᵀ / √keyDim) · V\`, with \`Q\`, \`K\`, \`V\` the inputs times learnt kernels; the heads’ results side by side times one more kernel give the width of the query again.

Connect one sequence (self-attention), or query, then value, then key. The heart of transformers: any two steps are one layer apart, at a cost of \`length²\`. It knows no order, so positions are embedded before it.

Source: Vaswani et al., “Attention Is All You Need”, 2017.`,
  vi: `Mỗi đầu: \`softmax(Q·Kᵀ / √keyDim) · V\`, với \`Q\`, \`K\`, \`V\` là đầu vào nhân với các nhân học được; kết quả của các đầu xếp cạnh nhau, nhân thêm một nhân nữa, cho lại độ rộng của truy vấn.

Nối một chuỗi (tự chú ý), hoặc truy vấn, rồi giá trị, rồi khóa. Là trái tim của transformer: hai bước bất kỳ chỉ cách nhau một lớp, với chi phí \`length²\`. Lớp không biết thứ tự, nên vị trí được nhúng trước nó.

Nguồn: Vaswani và cộng sự, “Attention Is All You Need”, 2017.`,
};
