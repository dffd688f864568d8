import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = x / (bias + alpha · Σ x²)^beta\`, the sum over \`size\` neighbouring channels of the same pixel.

Part of AlexNet and GoogLeNet; VGG found it useless and batch normalization took its place. Beware of alpha: the paper and TensorFlow multiply the sum by it; Caffe, PyTorch and ONNX the mean, so that the same effect there needs \`alpha · size\`. Their bias starts at 1, the paper’s is 2.

Source: Krizhevsky, Sutskever & Hinton 2012, section 3.3.`,
  vi: `\`y = x / (bias + alpha · Σ x²)^beta\`, tổng lấy trên \`size\` kênh lân cận của cùng một điểm ảnh.

Có trong AlexNet và GoogLeNet; VGG thấy nó vô ích, rồi chuẩn hóa theo lô thay thế nó. Lưu ý alpha: bài báo và TensorFlow nhân nó với tổng; Caffe, PyTorch và ONNX nhân với trung bình, nên ở đó muốn cùng tác dụng phải dùng \`alpha · size\`. Độ chệch của chúng mặc định là 1, của bài báo là 2.

Nguồn: Krizhevsky, Sutskever & Hinton 2012, mục 3.3.`,
};
