import { searchTemplates } from '@/components/dialogs/search-templates';
import type { Locale } from '@/lib/core/locale';
import { TEMPLATE_IDS, TEMPLATE_TASKS } from '@/lib/core/template-id';
import { templateMessages } from '@/lib/messages/templates';

const found = (query: string, locale: Locale = 'en') =>
  searchTemplates({ query, task: null }, templateMessages[locale]);

describe('searching the gallery', () => {
  it('shows all templates while nothing is asked for', () => {
    expect(found('')).toEqual(TEMPLATE_IDS);
  });

  it.each([
    ['resnet50', ['resnet50', 'resnet50-keras']],
    ['VGG 16', ['vgg16', 'fcn']],
    ['zeiler', ['zfnet']],
    ['2014 szegedy', ['googlenet', 'googlenet-caffe']],
    ['caffe', ['googlenet-caffe']],
    ['no such network', []],
  ] as const)('%j finds %j', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('needs no accents in Vietnamese', () => {
    expect(found('bo tu ma hoa', 'vi')).toEqual(['autoencoder']);
    expect(found('phân biệt', 'vi')).toEqual(['dcgan-discriminator']);
  });

  it('has every template under one task', () => {
    const byTask = TEMPLATE_TASKS.map((task) => searchTemplates({ query: '', task }, templateMessages.en));
    expect(byTask.every((ids) => ids.length > 0)).toBe(true);
    expect(byTask.flat().sort()).toEqual([...TEMPLATE_IDS].sort());
  });
});
