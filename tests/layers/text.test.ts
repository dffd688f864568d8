import type { Locale } from '@/lib/layers/definition';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';

const LOCALES: readonly Locale[] = ['en', 'vi'];
/** Letters that Vietnamese has and English has not. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹáàãéèíìóòõúùý]/i;

describe.each(LAYER_TYPES)('%s', (type) => {
  const found = layerDefinition(type);
  if (!found) throw new Error(`${type} is not in the registry`);
  const definition = found;

  test.each(LOCALES)('says in %s what it is, how it works and where that comes from', async (locale) => {
    const { title, summary } = definition.text[locale];
    const body = (await definition.help())[locale];
    expect(title).toMatch(/\S/);
    expect(summary).toMatch(/^\S.*[^.\s]$/);
    const words = body.split(/\s+/).length;
    expect(words).toBeGreaterThan(30);
    expect(words).toBeLessThan(130);
    expect(body).toMatch(locale === 'en' ? /\n\nSource: .*\.$/ : /\n\nNguồn: .*\.$/);
    // Typographic for people; the only code is between backticks, in pairs.
    expect(body.split('`').length % 2).toBe(1);
  });

  test.each(LOCALES)('has a label and a hint in %s for every field and for no other', (locale) => {
    const { fields } = definition.text[locale];
    expect(Object.keys(fields)).toEqual(Object.keys(definition.fields));
    for (const { label, hint } of Object.values(fields)) {
      expect(label).toMatch(/^\S.{0,30}$/);
      expect(hint).toMatch(/^\S.*[^.\s]$/);
    }
  });

  test.each(LOCALES)('names in %s every option of its choices', (locale) => {
    const options = Object.values(definition.fields).flatMap((field) => (field.kind === 'choice' ? field.options : []));
    expect(Object.keys(definition.text[locale].options ?? {}).sort()).toEqual([...new Set(options)].sort());
  });

  test('speaks Vietnamese where it says so', async () => {
    const { en, vi } = definition.text;
    expect(vi.summary).toMatch(VIETNAMESE);
    expect((await definition.help()).vi).toMatch(VIETNAMESE);
    for (const [name, { hint }] of Object.entries(vi.fields)) {
      expect(hint).toMatch(VIETNAMESE);
      expect(hint).not.toBe(en.fields[name]?.hint);
    }
  });

  test('has the same formulas in both languages, as far as they hold no words', async () => {
    const help = await definition.help();
    const formulas = (body: string) => (body.match(/`[^`]+`/g) ?? []).length;
    expect(formulas(help.vi)).toBe(formulas(help.en));
  });
});

test.each(LOCALES)('no two layers share a title in %s', (locale) => {
  const titles = LAYER_TYPES.map((type) => layerDefinition(type)?.text[locale].title);
  expect(new Set(titles).size).toBe(LAYER_TYPES.length);
});
