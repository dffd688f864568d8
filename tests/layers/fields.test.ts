import type { ParamValue } from '@/lib/core/problem';
import { checkField, checkParams } from '@/lib/layers/check-params';
import { defaultParams, type Field } from '@/lib/layers/fields';
import { LAYERS, LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';

const fields = LAYER_TYPES.flatMap((type) =>
  Object.entries<Field>(LAYERS[type].fields).map(([name, field]) => ({ type, name, field })),
);

test.each(LAYER_TYPES)('%s: its defaults are within its own bounds', (type) => {
  const definition = layerDefinition(type);
  const defaults = defaultParams(definition?.fields ?? {});
  expect(checkParams(definition?.fields ?? {}, defaults)).toEqual({ params: defaults, problems: [] });
});

test.each(LAYER_TYPES)('%s: the registry files it under its own type, from version 1 on without gaps', (type) => {
  const definition = layerDefinition(type);
  expect(definition?.type).toBe(type);
  expect(definition?.migrations.map(({ from }) => from)).toEqual(
    Array.from({ length: (definition?.version ?? 0) - 1 }, (_, index) => index + 1),
  );
});

describe.each(fields)('$type.$name', ({ name, field }) => {
  test('every bound and every option is taken', () => {
    for (const value of edges(field)) expect(checkField(name, field, value)).toEqual({ value, problems: [] });
  });

  test('one step outside is refused, and the cure is taken', () => {
    for (const value of outside(field)) {
      const { problems } = checkField(name, field, value);
      expect({ value, problems: problems.length }).toEqual({ value, problems: 1 });
      expect(problems[0]?.param).toBe(name);
      const cure = problems[0]?.cures?.[0];
      if (cure?.kind !== 'set-param') throw new Error('expected a value to set');
      expect(checkField(name, field, cure.value)).toEqual({ value: cure.value, problems: [] });
    }
  });
});

/** Values on the bounds of a field, and every option it has. */
function edges(field: Field): readonly ParamValue[] {
  switch (field.kind) {
    case 'integer':
    case 'real':
      return [field.min, field.max];
    case 'boolean':
      return [true, false];
    case 'choice':
      return field.options;
    case 'text':
      return ['', 'x'.repeat(field.most)];
    case 'pair':
      return [
        [field.min, field.max],
        [field.max, field.min],
      ];
    case 'padding':
      return ['valid', 'same', sides(field.min), sides(field.max)];
    case 'shape':
      return [shapeOf(field.minRank, field.max), shapeOf(field.maxRank, field.min)];
  }
}

/** Values with one thing wrong with them, by one step. */
function outside(field: Field): readonly unknown[] {
  switch (field.kind) {
    case 'integer':
      return [field.min - 1, field.max + 1, field.default + 0.5, NaN, Infinity, '3'];
    case 'real':
      return [field.min - field.step, field.max + field.step, NaN, -Infinity, null];
    case 'boolean':
      return ['yes', 1, null];
    case 'choice':
      return ['none of them', 0, null];
    case 'text':
      return ['x'.repeat(field.most + 1), 3, null, ['text']];
    case 'pair':
      return [
        [field.min - 1, field.min],
        [field.min, field.max + 1],
        [1.5, field.min],
        [field.min],
        3,
        [NaN, field.min],
      ];
    case 'padding':
      return [
        'full',
        7,
        { ...sides(1), left: field.min - 1 },
        { ...sides(1), top: field.max + 1 },
        { top: 1, bottom: 1, left: 1 },
      ];
    case 'shape':
      return [
        shapeOf(field.minRank - 1, field.min),
        shapeOf(field.maxRank + 1, field.min),
        [field.min - 1],
        [field.max + 1],
        [2.5],
        [null],
        'wide',
      ];
  }
}

function sides(size: number) {
  return { top: size, bottom: size, left: size, right: size };
}

function shapeOf(rank: number, size: number): readonly number[] {
  return Array.from({ length: rank }, () => size);
}
