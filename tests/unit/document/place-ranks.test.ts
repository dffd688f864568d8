import type { DocumentEdge } from '@/lib/document/document';
import { NODE_WIDTH } from '@/lib/document/node-size';
import { placeRanks } from '@/lib/document/place-ranks';

function edges(...pairs: readonly string[]): readonly DocumentEdge[] {
  return pairs.map((pair, index) => ({
    id: `edge_${index}`,
    source: pair.charAt(0),
    target: pair.charAt(1),
    slot: index,
  }));
}

function placed(ranks: readonly string[], ...pairs: readonly string[]): Readonly<Record<string, number>> {
  const all = placeRanks(
    ranks.map((rank) => [...rank]),
    edges(...pairs),
  );
  return Object.fromEntries(all.flat().map(({ id, x }) => [id, Math.round(x)]));
}

describe('placing layers side by side', () => {
  it('keeps a chain straight, whatever passes it by', () => {
    const x = placed(['a', 'b', 'c', 'd'], 'ab', 'bc', 'cd', 'ad');
    expect(new Set(Object.values(x)).size).toBe(1);
  });

  it('puts what forks and what joins in the middle of the branches', () => {
    const x = placed(['a', 'bc', 'd'], 'ab', 'ac', 'bd', 'cd');
    expect(x['a']).toBe(((x['b'] ?? 0) + (x['c'] ?? 0)) / 2);
    expect(x['d']).toBe(x['a']);
    expect((x['c'] ?? 0) - (x['b'] ?? 0)).toBeGreaterThan(NODE_WIDTH);
  });

  it('sorts a rank so that its edges do not cross', () => {
    const x = placed(['a', 'bc', 'de', 'f'], 'ab', 'ac', 'be', 'cd', 'df', 'ef');
    expect((x['b'] ?? 0) < (x['c'] ?? 0)).toBe((x['e'] ?? 0) < (x['d'] ?? 0));
  });

  it('takes no notice of an edge back up', () => {
    const x = placed(['a', 'b'], 'ab', 'ba');
    expect(x['a']).toBe(x['b']);
  });
});
