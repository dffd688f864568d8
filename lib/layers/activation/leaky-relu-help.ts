import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = max(x, alpha · x)\`, value by value.

Like ReLU, but negative values keep a slope, so a unit can never die: it always has a gradient to recover by. Common slopes are 0.01 to 0.3. Beware when comparing: Keras's layer starts at 0.3, PyTorch's at 0.01.

Source: Maas, Hannun & Ng 2013.`,
  vi: `\`y = max(x, alpha · x)\`, tính cho từng giá trị.

Giống ReLU, nhưng phía âm vẫn có độ dốc nên đơn vị không bao giờ “chết”: luôn còn gradient để hồi phục. Độ dốc thường dùng từ 0,01 đến 0,3. Lưu ý khi so sánh: lớp của Keras mặc định 0,3, của PyTorch là 0,01.

Nguồn: Maas, Hannun & Ng 2013.`,
};
