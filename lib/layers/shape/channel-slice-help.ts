import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[…, c] = x[…, start + c]\` for \`c\` from 0 to \`count − 1\`. Height and width stay as they are.

Takes out what only one branch shall see: the red channel of a picture, one half of the feature maps, the first values of a vector. For equal parts ChannelSplit is shorter. Channels count from 0. Nothing is learnt; dropped channels get no gradient from here.

Source: NumPy documentation, “Basic slicing”.`,
  vi: `\`y[…, c] = x[…, start + c]\` với \`c\` từ 0 đến \`count − 1\`. Chiều cao và chiều rộng giữ nguyên.

Lấy ra phần chỉ một nhánh được thấy: kênh đỏ của ảnh, một nửa số bản đồ đặc trưng, các giá trị đầu của vectơ. Nếu cần các phần bằng nhau thì dùng tách kênh cho gọn. Kênh đếm từ 0. Lớp không học gì; các kênh bị bỏ không nhận gradient từ đây.

Nguồn: tài liệu NumPy, “Basic slicing”.`,
};
