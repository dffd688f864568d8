import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `In training each value becomes 0 with probability \`rate\`, and the others \`x / (1 − rate)\`, so that their mean stays. In use it does nothing: \`y = x\`.

No unit can rely on a particular other one, so the network learns features that are useful by themselves. Usual rates: 0.5 before the last dense layers, 0.1 to 0.25 elsewhere. Training accuracy can then look lower than validation accuracy, since only training is disturbed.

Source: Srivastava et al. 2014.`,
  vi: `Khi huấn luyện, mỗi giá trị thành 0 với xác suất \`rate\`, các giá trị còn lại thành \`x / (1 − rate)\` để giữ nguyên trung bình. Khi sử dụng, lớp không làm gì: \`y = x\`.

Không đơn vị nào có thể dựa vào riêng một đơn vị khác, nên mạng học những đặc trưng tự thân có ích. Tỉ lệ thường dùng: 0,5 trước các lớp kết nối đầy đủ cuối, 0,1 đến 0,25 ở chỗ khác. Độ chính xác huấn luyện có thể trông thấp hơn kiểm định, vì chỉ lúc huấn luyện mới bị nhiễu.

Nguồn: Srivastava và cộng sự 2014.`,
};
