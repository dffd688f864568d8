import type { TemplateId } from '@/lib/core/template-id';
import type { Document } from '@/lib/document/document';
import { buildAlexnet, buildAlexnetSingleTower } from '@/lib/document/templates/alexnet';
import { buildAutoencoder } from '@/lib/document/templates/autoencoder';
import { buildDcganDiscriminator, buildDcganGenerator } from '@/lib/document/templates/dcgan';
import { buildDensenet121 } from '@/lib/document/templates/densenet';
import { buildFcn } from '@/lib/document/templates/fcn';
import { buildGooglenet, buildGooglenetCaffe } from '@/lib/document/templates/googlenet';
import { buildInceptionV3 } from '@/lib/document/templates/inception-v3';
import { buildLectureMnist } from '@/lib/document/templates/lecture-mnist';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { buildLstmText } from '@/lib/document/templates/lstm-text';
import { buildMobilenetV1, buildMobilenetV2 } from '@/lib/document/templates/mobilenet';
import { buildNin } from '@/lib/document/templates/nin';
import { buildResnet18, buildResnet34, buildResnet50, buildResnet50Keras } from '@/lib/document/templates/resnet';
import { buildSqueezenet } from '@/lib/document/templates/squeezenet';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { buildTwoHead } from '@/lib/document/templates/two-head';
import { buildUnet } from '@/lib/document/templates/unet';
import { buildVgg } from '@/lib/document/templates/vgg';
import { buildVitSmall } from '@/lib/document/templates/vit-small';
import { buildZfnet } from '@/lib/document/templates/zfnet';

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
  zfnet: { build: buildZfnet },
  nin: { build: buildNin },
  googlenet: { build: buildGooglenet },
  'googlenet-caffe': { build: buildGooglenetCaffe },
  'inception-v3': { build: buildInceptionV3 },
  resnet18: { build: buildResnet18 },
  resnet34: { build: buildResnet34 },
  resnet50: { build: buildResnet50 },
  'resnet50-keras': { build: buildResnet50Keras },
  densenet121: { build: buildDensenet121 },
  'squeezenet1-0': { build: () => buildSqueezenet('1.0') },
  'squeezenet1-1': { build: () => buildSqueezenet('1.1') },
  'mobilenet-v1': { build: buildMobilenetV1 },
  'mobilenet-v2': { build: buildMobilenetV2 },
  unet: { build: buildUnet },
  fcn: { build: buildFcn },
  'two-head': { build: buildTwoHead },
  autoencoder: { build: buildAutoencoder },
  'dcgan-generator': { build: buildDcganGenerator },
  'dcgan-discriminator': { build: buildDcganDiscriminator },
  'vit-small': { build: buildVitSmall },
  'lstm-text': { build: buildLstmText },
};
