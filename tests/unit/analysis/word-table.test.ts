import { analyze } from '@/lib/analysis/analyze';
import { wordTable } from '@/lib/analysis/word-table';
import { buildChain } from '@/lib/document/templates/build-chain';

const analysed = (...layers: Parameters<typeof buildChain>[1]) => analyze(buildChain('Design', layers), null);

describe('what looks up the words of an input', () => {
  it('is the embedding behind it', () => {
    const analysis = analysed(['input', { shape: [5] }], ['embedding', { vocabulary: 7, width: 3 }], ['lstm']);
    expect(wordTable(analysis, 'input_1')).toBe('embedding_1');
    expect(wordTable(analysis, 'embedding_1')).toBeNull();
  });

  it('is nothing where the input holds quantities', () => {
    expect(wordTable(analysed(['input', { shape: [5] }], ['dense', { units: 2 }]), 'input_1')).toBeNull();
  });
});
