import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[t, d] = x[t, d] + embeddings[t, d]\`: one vector for each position of a sequence of fixed length.

Attention treats its input as a bag of vectors: it gives the same whatever their order. What is added here tells it where each one stood, in a sentence or among the patches of a picture. Adds \`length · width\` weights and no multiplications. Stands once, behind the embedding of words or patches.

Source: Dosovitskiy et al., “An Image Is Worth 16x16 Words”, 2020.`,
  vi: `\`y[t, d] = x[t, d] + embeddings[t, d]\`: mỗi vị trí của chuỗi có độ dài cố định có một vectơ.

Cơ chế chú ý coi đầu vào như một túi vectơ: đổi thứ tự vẫn cho cùng kết quả. Phần cộng thêm ở đây cho nó biết mỗi vectơ đứng ở đâu, trong câu hay giữa các mảnh ảnh. Lớp thêm \`length · width\` trọng số và không tốn phép nhân nào. Chỉ đặt một lần, ngay sau phép nhúng từ hoặc mảnh ảnh.

Nguồn: Dosovitskiy và cộng sự, “An Image Is Worth 16x16 Words”, 2020.`,
};
