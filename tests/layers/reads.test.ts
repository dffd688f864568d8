import type { KerasConfig, KerasReader, LayerDefinition } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';
import { siteOf } from '@/tests/layers/built-layer';

/** Types that no Keras file stands for: what is read as one of them is what nothing else could be read as. */
const WITHOUT_READER = ['unknown'];

const definitions = LAYER_TYPES.map((type): readonly [string, LayerDefinition] => {
  const definition = layerDefinition(type);
  if (definition === null) throw new Error(`${type} is not in the registry`);
  return [type, definition];
});
const cases = definitions
  .filter(([, { reads }]) => reads.length > 0)
  .flatMap(([type, definition]) =>
    definition.examples.flatMap((example) =>
      ([2, 3] as const).map((kerasVersion) => ({ type, title: example.title, kerasVersion, definition, example })),
    ),
  );

describe.each(cases)('$type: $title, Keras $kerasVersion', ({ definition, example, kerasVersion }) => {
  const site = siteOf(definition, example);
  const calls = definition.keras(site).map(({ callee, args }): KerasConfig => {
    return { className: callee, config: JSON.parse(JSON.stringify(args)) as KerasConfig['config'], kerasVersion };
  });
  const classes = calls.map(({ className }) => className).join();

  test('what it lowers to is read back as it was', () => {
    const readers: readonly KerasReader<ParamsOf<Fields>>[] = definition.reads;
    const fitting = readers.filter((reader) => reader.classes.join() === classes);
    const read = fitting.map((reader) => reader.params(calls, site.inputs)).filter((params) => params !== null);
    expect(read).toEqual([example.params]);
  });
});

test('every layer that Keras has a word for can be read from its files', () => {
  const unread = definitions.filter(([, { reads }]) => reads.length === 0).map(([type]) => type);
  expect(unread.filter((type) => !WITHOUT_READER.includes(type))).toEqual([]);
});
