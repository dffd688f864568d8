import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = gamma · (x − mean) / √(variance + epsilon) + beta\`, per channel.

In training, mean and variance are those of the batch; in use they are running averages, \`new = momentum · old + (1 − momentum) · batch\`. Networks train faster and bear larger learning rates. Stands between a convolution and its activation; that convolution then needs no bias. Very small batches make it noisy. Half of its four numbers per channel are learnt, half measured.

Source: Ioffe & Szegedy 2015.`,
  vi: `\`y = gamma · (x − trung bình) / √(phương sai + epsilon) + beta\`, tính theo từng kênh.

Khi huấn luyện, trung bình và phương sai là của lô hiện tại; khi sử dụng, chúng là trung bình động, \`mới = momentum · cũ + (1 − momentum) · lô\`. Mạng học nhanh hơn và chịu được tốc độ học lớn hơn. Đặt giữa tích chập và hàm kích hoạt; khi đó tích chập không cần độ chệch. Lô quá nhỏ làm kết quả nhiễu. Mỗi kênh có bốn số: một nửa được học, một nửa được đo.

Nguồn: Ioffe & Szegedy 2015.`,
};
