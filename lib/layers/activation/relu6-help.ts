import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = min(max(x, 0), 6)\`, value by value.

A ReLU with a ceiling, so that activations fit the few bits of a phone’s arithmetic; the activation of MobileNet. In trained networks few values reach 6, so it learns like ReLU.

Source: Krizhevsky 2010, “Convolutional Deep Belief Networks on CIFAR-10”; Howard et al. 2017.`,
  vi: `\`y = min(max(x, 0), 6)\`, tính cho từng giá trị.

Là ReLU có trần, để giá trị kích hoạt vừa với số bit ít ỏi của điện thoại; hàm kích hoạt của MobileNet. Trong mạng đã huấn luyện, ít giá trị chạm tới 6, nên nó học giống như ReLU.

Nguồn: Krizhevsky 2010, “Convolutional Deep Belief Networks on CIFAR-10”; Howard và cộng sự 2017.`,
};
