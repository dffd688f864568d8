import { templateDesign } from '@/components/dialogs/template-design';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { templateMessages } from '@/lib/messages/templates';

test('a template opens under the name that its card has in the language of the page', () => {
  expect(templateDesign('lecture-mnist', templateMessages.vi).name).toBe('MNIST với sigmoid');
  expect(templateDesign('lecture-mnist', templateMessages.en).name).toBe('MNIST with sigmoid');
});

test('nothing but the name is another', () => {
  const built = TEMPLATES['two-head'].build();
  expect(templateDesign('two-head', templateMessages.vi)).toEqual({ ...built, name: 'Lớp và khung' });
});

test.each(TEMPLATE_IDS)('%s is called in English as in files and on the command line', (id) => {
  expect(templateDesign(id, templateMessages.en).name).toBe(TEMPLATES[id].build().name);
});
