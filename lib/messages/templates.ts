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
      description:
        'ImageNet 2012, the convolutions split in two groups for two graphics cards as published; without its local response normalization.',
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
    zfnet: {
      title: 'ZFNet',
      description:
        'AlexNet after its authors looked inside it: a smaller first kernel and stride. Winner of ImageNet 2013.',
    },
    nin: {
      title: 'Network in Network',
      description:
        '1 × 1 convolutions as small networks at every place, and means of whole maps instead of dense layers.',
    },
    googlenet: {
      title: 'GoogLeNet',
      description: 'Nine inception modules of four branches each, with batch normalization, as in torchvision.',
    },
    'googlenet-caffe': {
      title: 'GoogLeNet (Caffe)',
      description: 'As published for ImageNet 2014: 5 × 5 branches, biases and local response normalization.',
    },
    'inception-v3': {
      title: 'Inception v3',
      description:
        'Large kernels taken apart, down to 1 × 7 and 7 × 1, as in torchvision without the auxiliary classifier.',
    },
    resnet18: {
      title: 'ResNet-18',
      description: 'Residual blocks of two 3 × 3 convolutions: the smallest of the family.',
    },
    resnet34: { title: 'ResNet-34', description: 'Sixteen residual blocks of two 3 × 3 convolutions, no bottlenecks.' },
    resnet50: {
      title: 'ResNet-50',
      description: 'Bottlenecks of 1 × 1, 3 × 3 and 1 × 1, with the strides in the 3 × 3, as in torchvision.',
    },
    'resnet50-keras': {
      title: 'ResNet-50 (Keras)',
      description:
        'The strides in the first 1 × 1, as in the paper, and biases everywhere: another network than torchvision’s.',
    },
    densenet121: {
      title: 'DenseNet-121',
      description:
        'Each of 58 dense layers gets what all before it in its stage gave. They are one block here, used four times.',
    },
    'squeezenet1-0': {
      title: 'SqueezeNet 1.0',
      description: 'AlexNet’s accuracy with a fiftieth of its parameters: fire modules squeeze before they expand.',
    },
    'squeezenet1-1': {
      title: 'SqueezeNet 1.1',
      description: 'The same with a smaller first layer and earlier pooling: 2.3 times fewer products.',
    },
    'mobilenet-v1': {
      title: 'MobileNet v1',
      description: 'Every convolution but the first is a depthwise and a 1 × 1 one. As in Keras.',
    },
    'mobilenet-v2': {
      title: 'MobileNet v2',
      description: 'Inverted residuals: wide inside, narrow and linear at the ends. As in torchvision.',
    },
    unet: {
      title: 'U-Net',
      description: 'Down to 28 × 28 and up again, with the maps of the way down cropped and joined on the way up.',
    },
    fcn: {
      title: 'FCN-8s',
      description: 'VGG-16 as a fully convolutional network: a class for every pixel, from scores at three scales.',
    },
    'two-head': {
      title: 'Class and box',
      description: 'One trunk, two outputs: what the picture shows, and where. Small, and our own.',
    },
    autoencoder: { title: 'Autoencoder', description: 'A digit in 32 numbers and back again. Small, and our own.' },
    'dcgan-generator': {
      title: 'DCGAN generator',
      description: '100 random numbers become a picture, by transposed convolutions.',
    },
    'dcgan-discriminator': {
      title: 'DCGAN discriminator',
      description: 'The generator’s opponent: is this picture real?',
    },
    'vit-small': {
      title: 'Small ViT',
      description:
        'A vision transformer for MNIST: 49 patches, four encoder blocks. Smaller than the paper’s, and without a class token.',
    },
    'lstm-text': {
      title: 'LSTM for text',
      description: 'Is a film review friendly? An embedding, one LSTM and one number, after Keras’s example for IMDB.',
    },
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
      description:
        'Mạng ImageNet 2012, các lớp tích chập chia làm hai nhóm cho hai card đồ họa đúng như bài báo; không có chuẩn hóa đáp ứng cục bộ.',
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
    zfnet: {
      title: 'ZFNet',
      description:
        'AlexNet sau khi các tác giả nhìn vào bên trong: nhân đầu tiên và bước trượt nhỏ hơn. Thắng cuộc thi ImageNet 2013.',
    },
    nin: {
      title: 'Network in Network',
      description:
        'Các tích chập 1 × 1 như những mạng nhỏ tại mỗi vị trí, và trung bình cả bản đồ thay cho lớp kết nối đầy đủ.',
    },
    googlenet: {
      title: 'GoogLeNet',
      description: 'Chín mô-đun inception, mỗi mô-đun bốn nhánh, có chuẩn hóa theo lô, như trong torchvision.',
    },
    'googlenet-caffe': {
      title: 'GoogLeNet (Caffe)',
      description: 'Như đã công bố cho ImageNet 2014: nhánh 5 × 5, có độ chệch và chuẩn hóa đáp ứng cục bộ.',
    },
    'inception-v3': {
      title: 'Inception v3',
      description: 'Các nhân lớn được tách nhỏ, tới 1 × 7 và 7 × 1, như trong torchvision, không có bộ phân loại phụ.',
    },
    resnet18: { title: 'ResNet-18', description: 'Các khối phần dư gồm hai tích chập 3 × 3: mạng nhỏ nhất trong họ.' },
    resnet34: {
      title: 'ResNet-34',
      description: 'Mười sáu khối phần dư gồm hai tích chập 3 × 3, không có nút cổ chai.',
    },
    resnet50: {
      title: 'ResNet-50',
      description: 'Các nút cổ chai 1 × 1, 3 × 3 và 1 × 1, bước trượt đặt ở lớp 3 × 3, như trong torchvision.',
    },
    'resnet50-keras': {
      title: 'ResNet-50 (Keras)',
      description:
        'Bước trượt đặt ở lớp 1 × 1 đầu tiên, như bài báo, và tích chập nào cũng có độ chệch: một mạng khác với torchvision.',
    },
    densenet121: {
      title: 'DenseNet-121',
      description:
        'Mỗi lớp trong 58 lớp dày đặc nhận kết quả của mọi lớp trước nó trong cùng giai đoạn. Ở đây chúng là một khối dùng bốn lần.',
    },
    'squeezenet1-0': {
      title: 'SqueezeNet 1.0',
      description: 'Độ chính xác của AlexNet với một phần năm mươi số tham số: mô-đun fire nén lại rồi mới mở rộng.',
    },
    'squeezenet1-1': {
      title: 'SqueezeNet 1.1',
      description: 'Cùng mạng đó với lớp đầu nhỏ hơn và gộp sớm hơn: số phép nhân ít hơn 2,3 lần.',
    },
    'mobilenet-v1': {
      title: 'MobileNet v1',
      description:
        'Mọi tích chập trừ lớp đầu đều gồm một tích chập theo chiều sâu và một tích chập 1 × 1. Như trong Keras.',
    },
    'mobilenet-v2': {
      title: 'MobileNet v2',
      description: 'Phần dư đảo ngược: rộng ở giữa, hẹp và tuyến tính ở hai đầu. Như trong torchvision.',
    },
    unet: {
      title: 'U-Net',
      description: 'Thu xuống 28 × 28 rồi phóng lên lại, ghép với các bản đồ đã cắt mép của nửa đi xuống.',
    },
    fcn: {
      title: 'FCN-8s',
      description: 'VGG-16 thành mạng tích chập hoàn toàn: mỗi điểm ảnh một lớp, từ điểm số ở ba tỉ lệ.',
    },
    'two-head': {
      title: 'Lớp và khung',
      description: 'Một thân, hai đầu ra: ảnh có gì và nó ở đâu. Mạng nhỏ do chúng tôi đặt ra.',
    },
    autoencoder: {
      title: 'Bộ tự mã hóa',
      description: 'Một chữ số thành 32 số rồi trở lại. Mạng nhỏ do chúng tôi đặt ra.',
    },
    'dcgan-generator': {
      title: 'Bộ sinh DCGAN',
      description: '100 số ngẫu nhiên thành một bức ảnh nhờ các tích chập chuyển vị.',
    },
    'dcgan-discriminator': {
      title: 'Bộ phân biệt DCGAN',
      description: 'Đối thủ của bộ sinh: bức ảnh này có thật không?',
    },
    'vit-small': {
      title: 'ViT nhỏ',
      description:
        'Transformer thị giác cho MNIST: 49 mảnh ảnh, bốn khối mã hóa. Nhỏ hơn trong bài báo và không có token lớp.',
    },
    'lstm-text': {
      title: 'LSTM cho văn bản',
      description: 'Bài bình luận phim khen hay chê? Một lớp nhúng, một LSTM và một con số, theo ví dụ IMDB của Keras.',
    },
  },
};
