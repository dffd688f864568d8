/** The designs that come with the product; each is built in lib/document/templates and worded in lib/messages. */
export const TEMPLATE_IDS = [
  'lenet5',
  'lecture-mnist',
  'tiny-resnet',
  'alexnet',
  'alexnet-single-tower',
  'vgg11',
  'vgg13',
  'vgg16',
  'vgg19',
  'zfnet',
  'nin',
  'googlenet',
  'googlenet-caffe',
  'inception-v3',
  'resnet18',
  'resnet34',
  'resnet50',
  'resnet50-keras',
  'densenet121',
  'squeezenet1-0',
  'squeezenet1-1',
  'mobilenet-v1',
  'mobilenet-v2',
  'unet',
  'fcn',
  'two-head',
  'autoencoder',
  'dcgan-generator',
  'dcgan-discriminator',
  'vit-small',
  'lstm-text',
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

/** What templates are for. */
export const TEMPLATE_TASKS = ['classification', 'localisation', 'segmentation', 'generation', 'text'] as const;
export type TemplateTask = (typeof TEMPLATE_TASKS)[number];

export function isTemplateId(text: string): text is TemplateId {
  return TEMPLATE_IDS.some((id) => id === text);
}
