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
};

function torchvision(top1: number, params: number, weights: string): PublishedAccuracy {
  return { top1, params, source: `torchvision, ${weights}, pytorch.org/vision/stable/models.html` };
}
