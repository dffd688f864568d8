import { constant, inputCell } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { sideFields, sidePairs } from '@/lib/layers/shape/sides';
import { asImage, imageOf, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { torchModule } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform } from '@/lib/layers/traits';

export const zeroPadding2d = defineLayer({
  type: 'zero_padding2d',
  family: 'shape',
  icon: 'zero-padding',
  text: {
    en: {
      title: 'ZeroPadding2D',
      summary: 'Puts rows and columns of zeros around the image',
      fields: {
        top: { label: 'Top', hint: 'Rows of zeros above the image' },
        bottom: { label: 'Bottom', hint: 'Rows of zeros below the image' },
        left: { label: 'Left', hint: 'Columns of zeros before the image' },
        right: { label: 'Right', hint: 'Columns of zeros behind the image' },
      },
    },
    vi: {
      title: 'Đệm số 0 2D',
      summary: 'Thêm các hàng và cột số 0 quanh ảnh',
      fields: {
        top: { label: 'Trên', hint: 'Số hàng số 0 phía trên ảnh' },
        bottom: { label: 'Dưới', hint: 'Số hàng số 0 phía dưới ảnh' },
        left: { label: 'Trái', hint: 'Số cột số 0 bên trái ảnh' },
        right: { label: 'Phải', hint: 'Số cột số 0 bên phải ảnh' },
      },
    },
  },
  help: () => import('@/lib/layers/shape/zero-padding2d-help').then(({ help }) => help),
  fields: sideFields,
  ...firstVersion,
  ...oneInput,
  infer({ params, inputs }) {
    const shape = inputShape({ inputs });
    const image = asImage(shape);
    if (!image) return refuseRank(shape, [3], [{ kind: 'remove-layer' }]);
    const [height, width] = image.size;
    return sizedOutput([height + params.top + params.bottom, width + params.left + params.right, image.channels]);
  },
  ...noWeights,
  ...noMacs,
  reach: ({ params }) => ({ kind: 'shift', by: [-params.top, -params.left] }),
  explain({ params, inputs }, [row = 0, column = 0, channel = 0]) {
    const { size } = imageOf(inputShape({ inputs }));
    const [y, x] = [row - params.top, column - params.left];
    const isInside = y >= 0 && x >= 0 && y < size[0] && x < size[1];
    return isInside ? inputCell([y, x, channel]) : constant(0);
  },
  keras: ({ params }) => [{ callee: 'ZeroPadding2D', args: { padding: sidePairs(params) } }],
  // PyTorch's order: left, right, top, bottom.
  torch: ({ params }) => [torchModule('nn.ZeroPad2d', [[params.left, params.right, params.top, params.bottom]])],
  onnx({ params: { top, bottom, left, right } }) {
    const pads = [0, 0, top, left, 0, 0, bottom, right];
    return [onnxNode('Pad', { mode: 'constant' }, ['input:0', `integers:${pads.join(',')}`])];
  },
  ...plainTransform,
  nature: 'linear',
  reads: [readsClass('ZeroPadding2D', (read) => read.borders('padding'))],
  examples: [
    {
      title: 'One row and one column at the end, as in Keras’s MobileNet',
      params: { top: 0, bottom: 1, left: 0, right: 1 },
      inputs: [[3, 4, 2]],
      output: [4, 5, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'A border of its own on every side',
      params: { top: 2, bottom: 0, left: 1, right: 3 },
      inputs: [[2, 3, 1]],
      output: [4, 7, 1],
      parameters: 0,
      macs: 0,
    },
  ],
});
