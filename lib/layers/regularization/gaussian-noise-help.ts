import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `In training \`y = x + n\`, each \`n\` drawn anew from a normal distribution with mean 0 and deviation \`stddev\`. In use it does nothing: \`y = x\`.

Behind the input it is an endless supply of slightly changed samples; there it acts like a penalty on steep functions. Behind it, a network cannot rest on fine details of its values. Also the source of noise of a denoising autoencoder.

Source: Bishop 1995, “Training with Noise is Equivalent to Tikhonov Regularization”; Vincent et al. 2008.`,
  vi: `Khi huấn luyện \`y = x + n\`, mỗi \`n\` được lấy mới từ phân phối chuẩn có trung bình 0 và độ lệch \`stddev\`. Khi sử dụng, lớp không làm gì: \`y = x\`.

Đặt sau đầu vào, nó là nguồn mẫu hơi biến đổi vô tận, có tác dụng như phạt các hàm quá dốc. Mạng phía sau không thể dựa vào chi tiết vụn vặt của giá trị. Cũng là nguồn nhiễu của bộ tự mã hóa khử nhiễu.

Nguồn: Bishop 1995, “Training with Noise is Equivalent to Tikhonov Regularization”; Vincent và cộng sự 2008.`,
};
