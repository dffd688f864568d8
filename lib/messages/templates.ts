import type { Localized } from '@/lib/core/locale';
import type { TemplateId } from '@/lib/core/template-id';

export interface TemplateText {
  readonly title: string;
  /** One or two sentences: what it is and what it shows. */
  readonly description: string;
}

export const templateMessages: Localized<Readonly<Record<TemplateId, TemplateText>>> = {
  en: {
    lenet5: {
      title: 'LeNet-5',
      description:
        'The network that read handwritten digits in 1998, as it is taught today. Small enough to train in the browser.',
    },
    'lecture-mnist': {
      title: 'MNIST with sigmoid',
      description:
        'Two small convolutions, sigmoid and max pooling: change one thing and see what ReLU, pooling and convolution bring.',
    },
    'tiny-resnet': {
      title: 'Tiny ResNet',
      description:
        'Three residual blocks for MNIST with batch normalization: shortcuts that add, one with a 1 × 1 projection.',
    },
    alexnet: {
      title: 'AlexNet',
      description: 'ImageNet 2012 as published, with the convolutions split in two groups for two graphics cards.',
    },
    'alexnet-single-tower': {
      title: 'AlexNet, single tower',
      description: 'The same network without groups: every channel sees every other one.',
    },
    vgg11: { title: 'VGG-11', description: 'Only 3 × 3 convolutions, eight of them: the shallowest of the family.' },
    vgg13: {
      title: 'VGG-13',
      description: 'Ten 3 × 3 convolutions: two in a row see what one 5 × 5 sees, with fewer weights.',
    },
    vgg16: {
      title: 'VGG-16',
      description: 'Thirteen 3 × 3 convolutions and three dense layers, which hold most of the parameters.',
    },
    vgg19: { title: 'VGG-19', description: 'Sixteen 3 × 3 convolutions: the deepest of the family.' },
  },
  vi: {
    lenet5: {
      title: 'LeNet-5',
      description:
        'Mạng nhận dạng chữ số viết tay từ năm 1998, theo cách dạy ngày nay. Đủ nhỏ để huấn luyện ngay trong trình duyệt.',
    },
    'lecture-mnist': {
      title: 'MNIST với sigmoid',
      description:
        'Hai lớp tích chập nhỏ, sigmoid và gộp cực đại: đổi một thứ để thấy ReLU, phép gộp và tích chập mang lại điều gì.',
    },
    'tiny-resnet': {
      title: 'ResNet nhỏ',
      description:
        'Ba khối phần dư cho MNIST với chuẩn hóa theo lô: các đường tắt cộng vào, có đường qua phép chiếu 1 × 1.',
    },
    alexnet: {
      title: 'AlexNet',
      description: 'Mạng ImageNet 2012 đúng như bài báo, các lớp tích chập chia làm hai nhóm cho hai card đồ họa.',
    },
    'alexnet-single-tower': {
      title: 'AlexNet một tháp',
      description: 'Cùng mạng đó nhưng không chia nhóm: mọi kênh đều thấy nhau.',
    },
    vgg11: { title: 'VGG-11', description: 'Chỉ dùng tích chập 3 × 3, tám lớp: mạng nông nhất trong họ VGG.' },
    vgg13: {
      title: 'VGG-13',
      description: 'Mười lớp tích chập 3 × 3: hai lớp liên tiếp thấy bằng một lớp 5 × 5 mà ít trọng số hơn.',
    },
    vgg16: {
      title: 'VGG-16',
      description: 'Mười ba lớp tích chập 3 × 3 và ba lớp kết nối đầy đủ, nơi chứa phần lớn tham số.',
    },
    vgg19: { title: 'VGG-19', description: 'Mười sáu lớp tích chập 3 × 3: mạng sâu nhất trong họ.' },
  },
};
