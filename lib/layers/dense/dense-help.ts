import type { Localized } from '@/lib/core/locale';

export const help: Localized<string> = {
  en: `\`y[u] = bias[u] + Σ x[n] · kernel[n, u]\` over all inputs \`n\`: each unit weighs everything it is given. On a sequence it does so at every step, with the same weights.

The last Dense layer has as many units as there are classes and gives the logits that Softmax turns into probabilities. Between two of them stands an activation function; without one they are no more than a single layer. Weights: \`inputs · units\`, and a bias per unit.

Source: Rosenblatt 1958; Keras documentation, \`Dense\`.`,
  vi: `\`y[u] = bias[u] + Σ x[n] · kernel[n, u]\` trên mọi đầu vào \`n\`: mỗi đơn vị cân nhắc tất cả những gì nó nhận được. Với chuỗi, lớp làm vậy ở từng bước, dùng chung trọng số.

Lớp kết nối đầy đủ cuối cùng có số đơn vị bằng số lớp phân loại và cho ra các logit mà softmax biến thành xác suất. Giữa hai lớp như vậy cần một hàm kích hoạt; thiếu nó, chúng chỉ tương đương một lớp. Trọng số: \`số đầu vào · số đơn vị\`, cộng một độ chệch cho mỗi đơn vị.

Nguồn: Rosenblatt 1958; tài liệu Keras, \`Dense\`.`,
};
