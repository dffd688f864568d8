import type { TemplateId, TemplateTask } from '@/lib/core/template-id';

export interface Paper {
  readonly authors: string;
  readonly title: string;
  /** Where it appeared, with the year if that is not the one it was first made public. */
  readonly venue: string;
  readonly url: string;
}

export interface TemplateFacts {
  readonly task: TemplateTask;
  /** When the paper was first made public. */
  readonly year: number | null;
  readonly paper: Paper | null;
  /** The network only follows the paper's idea, in a size of its own. */
  readonly isOwnSize?: boolean;
}

const LENET: Paper = {
  authors: 'LeCun, Bottou, Bengio & Haffner',
  title: 'Gradient-Based Learning Applied to Document Recognition',
  venue: 'Proceedings of the IEEE 86 (11)',
  url: 'https://doi.org/10.1109/5.726791',
};
const ALEXNET: Paper = {
  authors: 'Krizhevsky, Sutskever & Hinton',
  title: 'ImageNet Classification with Deep Convolutional Neural Networks',
  venue: 'NIPS 2012',
  url: 'https://doi.org/10.1145/3065386',
};
const VGG: Paper = {
  authors: 'Simonyan & Zisserman',
  title: 'Very Deep Convolutional Networks for Large-Scale Image Recognition',
  venue: 'ICLR 2015',
  url: 'https://arxiv.org/abs/1409.1556',
};
const ZFNET: Paper = {
  authors: 'Zeiler & Fergus',
  title: 'Visualizing and Understanding Convolutional Networks',
  venue: 'ECCV 2014',
  url: 'https://arxiv.org/abs/1311.2901',
};
const NIN: Paper = {
  authors: 'Lin, Chen & Yan',
  title: 'Network In Network',
  venue: 'ICLR 2014',
  url: 'https://arxiv.org/abs/1312.4400',
};
const GOOGLENET: Paper = {
  authors: 'Szegedy et al.',
  title: 'Going Deeper with Convolutions',
  venue: 'CVPR 2015',
  url: 'https://arxiv.org/abs/1409.4842',
};
const INCEPTION_V3: Paper = {
  authors: 'Szegedy, Vanhoucke, Ioffe, Shlens & Wojna',
  title: 'Rethinking the Inception Architecture for Computer Vision',
  venue: 'CVPR 2016',
  url: 'https://arxiv.org/abs/1512.00567',
};
const RESNET: Paper = {
  authors: 'He, Zhang, Ren & Sun',
  title: 'Deep Residual Learning for Image Recognition',
  venue: 'CVPR 2016',
  url: 'https://arxiv.org/abs/1512.03385',
};
const DENSENET: Paper = {
  authors: 'Huang, Liu, van der Maaten & Weinberger',
  title: 'Densely Connected Convolutional Networks',
  venue: 'CVPR 2017',
  url: 'https://arxiv.org/abs/1608.06993',
};
const SQUEEZENET: Paper = {
  authors: 'Iandola et al.',
  title: 'SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model size',
  venue: 'arXiv',
  url: 'https://arxiv.org/abs/1602.07360',
};
const MOBILENET_V1: Paper = {
  authors: 'Howard et al.',
  title: 'MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications',
  venue: 'arXiv',
  url: 'https://arxiv.org/abs/1704.04861',
};
const MOBILENET_V2: Paper = {
  authors: 'Sandler, Howard, Zhu, Zhmoginov & Chen',
  title: 'MobileNetV2: Inverted Residuals and Linear Bottlenecks',
  venue: 'CVPR 2018',
  url: 'https://arxiv.org/abs/1801.04381',
};
const UNET: Paper = {
  authors: 'Ronneberger, Fischer & Brox',
  title: 'U-Net: Convolutional Networks for Biomedical Image Segmentation',
  venue: 'MICCAI 2015',
  url: 'https://arxiv.org/abs/1505.04597',
};
const FCN: Paper = {
  authors: 'Long, Shelhamer & Darrell',
  title: 'Fully Convolutional Networks for Semantic Segmentation',
  venue: 'CVPR 2015',
  url: 'https://arxiv.org/abs/1411.4038',
};
const OVERFEAT: Paper = {
  authors: 'Sermanet et al.',
  title: 'OverFeat: Integrated Recognition, Localization and Detection using Convolutional Networks',
  venue: 'ICLR 2014',
  url: 'https://arxiv.org/abs/1312.6229',
};
const AUTOENCODER: Paper = {
  authors: 'Hinton & Salakhutdinov',
  title: 'Reducing the Dimensionality of Data with Neural Networks',
  venue: 'Science 313',
  url: 'https://doi.org/10.1126/science.1127647',
};
const DCGAN: Paper = {
  authors: 'Radford, Metz & Chintala',
  title: 'Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks',
  venue: 'ICLR 2016',
  url: 'https://arxiv.org/abs/1511.06434',
};
const VIT: Paper = {
  authors: 'Dosovitskiy et al.',
  title: 'An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale',
  venue: 'ICLR 2021',
  url: 'https://arxiv.org/abs/2010.11929',
};
const LSTM: Paper = {
  authors: 'Hochreiter & Schmidhuber',
  title: 'Long Short-Term Memory',
  venue: 'Neural Computation 9 (8)',
  url: 'https://doi.org/10.1162/neco.1997.9.8.1735',
};

/** What a template is for and where it comes from. */
export const TEMPLATE_FACTS: Readonly<Record<TemplateId, TemplateFacts>> = {
  lenet5: { task: 'classification', year: 1998, paper: LENET },
  'lecture-mnist': { task: 'classification', year: null, paper: null },
  'tiny-resnet': { task: 'classification', year: 2015, paper: RESNET, isOwnSize: true },
  alexnet: { task: 'classification', year: 2012, paper: ALEXNET },
  'alexnet-single-tower': { task: 'classification', year: 2012, paper: ALEXNET },
  vgg11: { task: 'classification', year: 2014, paper: VGG },
  vgg13: { task: 'classification', year: 2014, paper: VGG },
  vgg16: { task: 'classification', year: 2014, paper: VGG },
  vgg19: { task: 'classification', year: 2014, paper: VGG },
  zfnet: { task: 'classification', year: 2013, paper: ZFNET },
  nin: { task: 'classification', year: 2013, paper: NIN },
  googlenet: { task: 'classification', year: 2014, paper: GOOGLENET },
  'googlenet-caffe': { task: 'classification', year: 2014, paper: GOOGLENET },
  'inception-v3': { task: 'classification', year: 2015, paper: INCEPTION_V3 },
  resnet18: { task: 'classification', year: 2015, paper: RESNET },
  resnet34: { task: 'classification', year: 2015, paper: RESNET },
  resnet50: { task: 'classification', year: 2015, paper: RESNET },
  'resnet50-keras': { task: 'classification', year: 2015, paper: RESNET },
  densenet121: { task: 'classification', year: 2016, paper: DENSENET },
  'squeezenet1-0': { task: 'classification', year: 2016, paper: SQUEEZENET },
  'squeezenet1-1': { task: 'classification', year: 2016, paper: SQUEEZENET },
  'mobilenet-v1': { task: 'classification', year: 2017, paper: MOBILENET_V1 },
  'mobilenet-v2': { task: 'classification', year: 2018, paper: MOBILENET_V2 },
  unet: { task: 'segmentation', year: 2015, paper: UNET },
  fcn: { task: 'segmentation', year: 2014, paper: FCN },
  'two-head': { task: 'localisation', year: 2013, paper: OVERFEAT, isOwnSize: true },
  autoencoder: { task: 'generation', year: 2006, paper: AUTOENCODER, isOwnSize: true },
  'dcgan-generator': { task: 'generation', year: 2015, paper: DCGAN },
  'dcgan-discriminator': { task: 'generation', year: 2015, paper: DCGAN },
  'vit-small': { task: 'classification', year: 2020, paper: VIT, isOwnSize: true },
  'lstm-text': { task: 'text', year: 1997, paper: LSTM, isOwnSize: true },
};
