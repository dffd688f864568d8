import { inputCell } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const fields = {
  stddev: { kind: 'real', default: 0.1, min: 0, max: 100, step: 0.05, onNode: 'always' },
} as const satisfies Fields;

export const gaussianNoise = defineLayer({
  type: 'gaussian_noise',
  family: 'regularization',
  icon: 'noise',
  text: {
    en: {
      title: 'GaussianNoise',
      summary: 'Adds random noise while training, against overfitting',
      body: `In training \`y = x + n\`, each \`n\` drawn anew from a normal distribution with mean 0 and deviation \`stddev\`. In use it does nothing: \`y = x\`.

Behind the input it is an endless supply of slightly changed samples; there it acts like a penalty on steep functions. Behind it, a network cannot rest on fine details of its values. Also the source of noise of a denoising autoencoder.

Source: Bishop 1995, “Training with Noise is Equivalent to Tikhonov Regularization”; Vincent et al. 2008.`,
      fields: { stddev: { label: 'Deviation', hint: 'Standard deviation of the noise, in units of the values' } },
    },
    vi: {
      title: 'Nhiễu Gauss',
      summary: 'Cộng nhiễu ngẫu nhiên khi huấn luyện để chống quá khớp',
      body: `Khi huấn luyện \`y = x + n\`, mỗi \`n\` được lấy mới từ phân phối chuẩn có trung bình 0 và độ lệch \`stddev\`. Khi sử dụng, lớp không làm gì: \`y = x\`.

Đặt sau đầu vào, nó là nguồn mẫu hơi biến đổi vô tận, có tác dụng như phạt các hàm quá dốc. Mạng phía sau không thể dựa vào chi tiết vụn vặt của giá trị. Cũng là nguồn nhiễu của bộ tự mã hóa khử nhiễu.

Nguồn: Bishop 1995, “Training with Noise is Equivalent to Tikhonov Regularization”; Vincent và cộng sự 2008.`,
      fields: { stddev: { label: 'Độ lệch', hint: 'Độ lệch chuẩn của nhiễu, cùng đơn vị với giá trị' } },
    },
  },
  fields,
  ...elementwise,
  nature: 'noise',
  reads: [readsClass('GaussianNoise', (read) => ({ stddev: read.number('stddev', fields.stddev.default) }))],
  explain: (_site, cell) => inputCell(cell),
  keras: ({ params }) => [{ callee: 'GaussianNoise', args: { stddev: params.stddev } }],
  // PyTorch has no such module: the class is printed with the code.
  torch: ({ params }) => [torchModule('GaussianNoise', [params.stddev])],
  onnx: () => [onnxNode('Identity')],
  examples: [
    {
      title: 'A tenth, in training only',
      params: { stddev: 0.1 },
      inputs: [[12]],
      output: [12],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'On a picture',
      params: { stddev: 0.5 },
      inputs: [[2, 3, 4]],
      output: [2, 3, 4],
      parameters: 0,
      macs: 0,
    },
  ],
});
