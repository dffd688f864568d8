import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = scale · x + offset\`, value by value; nothing is learnt.

Stands behind the input and brings pictures to the range that a network was trained on: 2 and −1 take 0…1 to −1…1 (MobileNet), 1/255 and 0 take the bytes of a file to 0…1. The data sets here already lie in 0…1.

Source: Keras documentation, Rescaling.`,
  vi: `\`y = scale · x + offset\`, tính cho từng giá trị; không học gì cả.

Đặt ngay sau đầu vào để đưa ảnh về khoảng giá trị mà mạng đã được huấn luyện: 2 và −1 đưa 0…1 thành −1…1 (MobileNet), 1/255 và 0 đưa các byte của tệp ảnh về 0…1. Các bộ dữ liệu ở đây vốn đã nằm trong 0…1.

Nguồn: tài liệu Keras, Rescaling.`,
};
