import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `One sample of the data set, without the batch axis. Images are height × width × channels: a grey MNIST digit is \`28 × 28 × 1\`, a colour picture has 3 channels. Pixels arrive as numbers from 0 to 1.

The layer computes nothing and learns nothing; it fixes the size from which every later shape follows.

Source: Keras documentation, \`Input\`.`,
  vi: `Một mẫu của tập dữ liệu, không kể trục lô (batch). Ảnh có dạng cao × rộng × số kênh: một chữ số MNIST xám là \`28 × 28 × 1\`, ảnh màu có 3 kênh. Giá trị điểm ảnh nằm trong khoảng từ 0 đến 1.

Lớp này không tính toán và không học gì; nó ấn định kích thước mà mọi hình dạng phía sau suy ra từ đó.

Nguồn: tài liệu Keras, \`Input\`.`,
};
