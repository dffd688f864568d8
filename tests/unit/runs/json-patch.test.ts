import fc from 'fast-check';
import type { Json } from '@/lib/core/json';
import { diffJson, patchJson } from '@/lib/runs/json-patch';

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

describe('the difference of two values of JSON', () => {
  test('rebuilds the second from the first to the letter, whatever they are', () => {
    fc.assert(
      fc.property(json, json, (from, to) => {
        expect(JSON.stringify(patchJson(from, diffJson(from, to)))).toBe(JSON.stringify(to));
      }),
      { numRuns: 500 },
    );
  });

  test('of equal ones is nothing', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(diffJson(value, structuredClone(value))).toBeNull();
      }),
    );
  });

  test('holds only what changes: one number deep inside, one key that goes, one that comes', () => {
    const from = { name: 'A', nodes: { a: { units: 10, x: 1 }, b: { units: 20 } }, list: [1, 2] };
    const to = { name: 'A', nodes: { a: { units: 12, x: 1 }, c: {} }, list: [1, 2] };
    expect(diffJson(from, to)).toEqual({
      change: { nodes: { change: { a: { change: { units: { to: 12 } }, drop: [] }, c: { to: {} } }, drop: ['b'] } },
      drop: [],
    });
  });

  test('keeps the order of keys where it alone differs', () => {
    const to = { b: 1, a: 2 };
    const patch = diffJson({ a: 2, b: 1 }, to);
    expect(Object.keys(patchJson({ a: 2, b: 1 }, patch) as object)).toEqual(['b', 'a']);
  });

  test('takes a key named __proto__ for a key', () => {
    const to = JSON.parse('{"__proto__": {"x": 1}}') as Json;
    expect(JSON.stringify(patchJson({}, diffJson({}, to)))).toBe('{"__proto__":{"x":1}}');
  });
});
