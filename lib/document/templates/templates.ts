import type { TemplateId } from '@/lib/core/template-id';
import type { Document } from '@/lib/document/document';
import { buildAlexnet, buildAlexnetSingleTower } from '@/lib/document/templates/alexnet';
import { buildLectureMnist } from '@/lib/document/templates/lecture-mnist';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { buildVgg } from '@/lib/document/templates/vgg';

/** The designs that come with the product. Titles and descriptions: lib/messages/templates.ts. */
export const TEMPLATES: { readonly [T in TemplateId]: { readonly build: () => Document } } = {
  lenet5: { build: buildLenet5 },
  'lecture-mnist': { build: buildLectureMnist },
  'tiny-resnet': { build: buildTinyResnet },
  alexnet: { build: buildAlexnet },
  'alexnet-single-tower': { build: buildAlexnetSingleTower },
  vgg11: { build: () => buildVgg('VGG-11') },
  vgg13: { build: () => buildVgg('VGG-13') },
  vgg16: { build: () => buildVgg('VGG-16') },
  vgg19: { build: () => buildVgg('VGG-19') },
};
