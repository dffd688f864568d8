import type { TemplateId } from '@/lib/core/template-id';

/** A share of right first answers on ImageNet's validation set that somebody has published for the very same network. */
export interface PublishedAccuracy {
  /** In percent. */
  readonly top1: number;
  /** All of that network's parameters, by the same source: a test holds the template to it. */
  readonly params: number;
  readonly source: string;
}

/** Shown nowhere without `source`. A template that differs in anything from the network that was measured has no entry. */
export const PUBLISHED_ACCURACIES: Readonly<Partial<Record<TemplateId, PublishedAccuracy>>> = {
  vgg11: torchvision(69.02, 132_863_336, 'VGG11_Weights.IMAGENET1K_V1'),
  vgg13: torchvision(69.928, 133_047_848, 'VGG13_Weights.IMAGENET1K_V1'),
  vgg16: torchvision(71.592, 138_357_544, 'VGG16_Weights.IMAGENET1K_V1'),
  vgg19: torchvision(72.376, 143_667_240, 'VGG19_Weights.IMAGENET1K_V1'),
  googlenet: torchvision(69.778, 6_624_904, 'GoogLeNet_Weights.IMAGENET1K_V1'),
  resnet18: torchvision(69.758, 11_689_512, 'ResNet18_Weights.IMAGENET1K_V1'),
  resnet34: torchvision(73.314, 21_797_672, 'ResNet34_Weights.IMAGENET1K_V1'),
  resnet50: torchvision(76.13, 25_557_032, 'ResNet50_Weights.IMAGENET1K_V1'),
  densenet121: torchvision(74.434, 7_978_856, 'DenseNet121_Weights.IMAGENET1K_V1'),
  'squeezenet1-0': torchvision(58.092, 1_248_424, 'SqueezeNet1_0_Weights.IMAGENET1K_V1'),
  'squeezenet1-1': torchvision(58.178, 1_235_496, 'SqueezeNet1_1_Weights.IMAGENET1K_V1'),
  'mobilenet-v2': torchvision(71.878, 3_504_872, 'MobileNet_V2_Weights.IMAGENET1K_V1'),
};

function torchvision(top1: number, params: number, weights: string): PublishedAccuracy {
  return { top1, params, source: `torchvision, ${weights}, pytorch.org/vision/stable/models.html` };
}
