import { inputCell } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const dropout = defineLayer({
  type: 'dropout',
  family: 'regularization',
  icon: 'dropout',
  text: {
    en: {
      title: 'Dropout',
      summary: 'Silences random values while training, against overfitting',
      body: `In training each value becomes 0 with probability \`rate\`, and the others \`x / (1 − rate)\`, so that their mean stays. In use it does nothing: \`y = x\`.

No unit can rely on a particular other one, so the network learns features that are useful by themselves. Usual rates: 0.5 before the last dense layers, 0.1 to 0.25 elsewhere. Training accuracy can then look lower than validation accuracy, since only training is disturbed.

Source: Srivastava et al. 2014.`,
      fields: { rate: { label: 'Rate', hint: 'Share of the values that is silenced' } },
    },
    vi: {
      title: 'Dropout',
      summary: 'Tắt ngẫu nhiên một số giá trị khi huấn luyện để chống quá khớp',
      body: `Khi huấn luyện, mỗi giá trị thành 0 với xác suất \`rate\`, các giá trị còn lại thành \`x / (1 − rate)\` để giữ nguyên trung bình. Khi sử dụng, lớp không làm gì: \`y = x\`.

Không đơn vị nào có thể dựa vào riêng một đơn vị khác, nên mạng học những đặc trưng tự thân có ích. Tỉ lệ thường dùng: 0,5 trước các lớp kết nối đầy đủ cuối, 0,1 đến 0,25 ở chỗ khác. Độ chính xác huấn luyện có thể trông thấp hơn kiểm định, vì chỉ lúc huấn luyện mới bị nhiễu.

Nguồn: Srivastava và cộng sự 2014.`,
      fields: { rate: { label: 'Tỉ lệ', hint: 'Phần giá trị bị tắt' } },
    },
  },
  fields: { rate: { kind: 'real', default: 0.5, min: 0, max: 0.95, step: 0.05, onNode: 'always' } },
  ...elementwise,
  nature: 'noise',
  reads: ['Dropout', 'SeededDropout'].map((className) =>
    readsClass(className, (read) => {
      if (read.has('noiseShape')) read.refuse();
      return { rate: read.number('rate', 0.5) };
    }),
  ),
  explain: (_site, cell) => inputCell(cell),
  keras: ({ params }) => [{ callee: 'SeededDropout', args: { rate: params.rate } }],
  torch: ({ params }) => [torchModule('nn.Dropout', [params.rate])],
  onnx: ({ params }) => [onnxNode('Dropout', {}, ['input:0', `constant:${params.rate}`])],
  examples: [
    {
      title: 'Half of the values, in training only',
      params: { rate: 0.5 },
      inputs: [[12]],
      output: [12],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'A quarter of an image',
      params: { rate: 0.25 },
      inputs: [[2, 3, 4]],
      output: [2, 3, 4],
      parameters: 0,
      macs: 0,
    },
  ],
});
