import type { Localized } from '@/lib/core/locale';

export const order: Localized<string> = {
  en: 'The order is that of Keras and TensorFlow.js, channels last: pixel by pixel, row by row, all channels of a pixel side by side; PyTorch and many lectures go channel by channel instead.',
  vi: 'Thứ tự ở đây là của Keras và TensorFlow.js, kênh đứng cuối: lần lượt từng điểm ảnh, từng hàng, mọi kênh của một điểm ảnh nằm cạnh nhau; PyTorch và nhiều bài giảng thì trải lần lượt từng kênh.',
};

export const help: Localized<string> = {
  en: `\`y[(i · width + j) · channels + c] = x[i, j, c]\`: row by row, the channels of a pixel side by side.

Dense layers take vectors, so this stands between the images and them. No value changes; only the places are forgotten. The Dense layer behind it often holds most of a network's weights, since each of its units has one per value.

Source: Keras documentation, \`Flatten\`.`,
  vi: `\`y[(i · rộng + j) · số kênh + c] = x[i, j, c]\`: lần lượt từng hàng, các kênh của một điểm ảnh nằm cạnh nhau.

Lớp kết nối đầy đủ nhận vectơ, nên lớp này đứng giữa phần ảnh và phần đó. Không giá trị nào đổi, chỉ mất thông tin vị trí. Lớp kết nối đầy đủ ngay sau thường chứa phần lớn trọng số của mạng, vì mỗi đơn vị có một trọng số cho từng giá trị.

Nguồn: tài liệu Keras, \`Flatten\`.`,
};
