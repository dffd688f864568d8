import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[t, d] = embeddings[x[t], d]\`: the input is a vector of whole numbers from 0 to \`vocabulary − 1\`, one for each word or other token; the output is \`length × width\`.

The first layer of networks for text. Words that are used alike come to lie close together. It is a table and no arithmetic, so it costs no multiplications; its \`vocabulary · width\` weights are often most of a small network’s. Pad texts of different length with one number kept for that.

Source: Bengio et al., “A Neural Probabilistic Language Model”, 2003.`,
  vi: `\`y[t, d] = embeddings[x[t], d]\`: đầu vào là vectơ các số nguyên từ 0 đến \`vocabulary − 1\`, mỗi số ứng với một từ hay đơn vị khác; đầu ra là \`length × width\`.

Là lớp đầu tiên của các mạng xử lý văn bản. Các từ được dùng giống nhau sẽ nằm gần nhau. Đây là bảng tra, không tính toán, nên không tốn phép nhân nào; \`vocabulary · width\` trọng số của nó thường chiếm phần lớn một mạng nhỏ. Văn bản dài ngắn khác nhau thì đệm bằng một số dành riêng.

Nguồn: Bengio và cộng sự, “A Neural Probabilistic Language Model”, 2003.`,
};
