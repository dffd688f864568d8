import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y = x · (1 + erf(x / √2)) / 2\`, or nearly the same \`y = x · (1 + tanh(√(2/π) · (x + 0.044715 · x³))) / 2\`, value by value.

A smooth ReLU that dips to −0.17 below zero; the activation of transformers and of ConvNeXt. The two forms differ by less than 0.001: take the one that the weights were trained with. Keras, PyTorch and ONNX start from the exact one; BERT and GPT-2 used the other.

Source: Hendrycks & Gimpel 2016.`,
  vi: `\`y = x · (1 + erf(x / √2)) / 2\`, hoặc gần như bằng nó \`y = x · (1 + tanh(√(2/π) · (x + 0.044715 · x³))) / 2\`, tính cho từng giá trị.

Là ReLU trơn, xuống tới −0,17 ở phía âm; hàm kích hoạt của transformer và ConvNeXt. Hai dạng lệch nhau chưa tới 0,001: hãy chọn dạng mà trọng số đã được huấn luyện cùng. Keras, PyTorch và ONNX mặc định dạng chính xác; BERT và GPT-2 dùng dạng kia.

Nguồn: Hendrycks & Gimpel 2016.`,
};
