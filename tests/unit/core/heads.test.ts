import { headsOf, lossFits, targetNamesFor, type TaskTargets } from '@/lib/core/heads';
import { INPUT_TARGET } from '@/lib/core/learning';

const DATA: TaskTargets = {
  inputShape: [8, 8, 3],
  targets: [
    { name: 'class', kind: 'classes', width: 4 },
    { name: 'colours', kind: 'labels', width: 4 },
    { name: 'box', kind: 'values', width: 2 },
  ],
};

const output = (node: string, ...shape: number[]) => ({ node, shape });

describe('what outputs learn', () => {
  it('is the first target that fits a single output and its loss', () => {
    const targets = (loss: Parameters<typeof headsOf>[1]['loss'], ...shape: number[]) =>
      headsOf([output('end', ...shape)], { loss, heads: {} }, DATA).map(({ target }) => target);
    expect(targets('categorical-cross-entropy', 4)).toEqual(['class']);
    expect(targets('mean-squared-error', 2)).toEqual(['box']);
    expect(targets('mean-squared-error', 8, 8, 3)).toEqual([INPUT_TARGET]);
    // A picture at the end of a network that is to tell classes apart: its end is missing.
    expect(targets('categorical-cross-entropy', 8, 8, 3)).toEqual(['class']);
  });

  it('goes by shape, one target after another, with the usual loss of each', () => {
    const outputs = [output('a', 4), output('b', 4), output('c', 2), output('d', 8, 8, 3), output('e', 4)];
    expect(headsOf(outputs, { loss: 'hinge', heads: {} }, DATA)).toEqual([
      { node: 'a', target: 'class', loss: 'categorical-cross-entropy', weight: 1 },
      { node: 'b', target: 'colours', loss: 'binary-cross-entropy', weight: 1 },
      { node: 'c', target: 'box', loss: 'mean-squared-error', weight: 1 },
      { node: 'd', target: INPUT_TARGET, loss: 'mean-squared-error', weight: 1 },
      { node: 'e', target: 'class', loss: 'categorical-cross-entropy', weight: 1 },
    ]);
  });

  it('is what is set, which the others leave to it', () => {
    const heads = { b: { target: 'class', loss: 'hinge', weight: 0.3 } } as const;
    const found = headsOf([output('a', 4), output('b', 4)], { loss: 'huber', heads }, DATA);
    expect(found).toEqual([
      { node: 'a', target: 'colours', loss: 'binary-cross-entropy', weight: 1 },
      { node: 'b', ...heads.b },
    ]);
  });

  it('can be chosen among what has the shape of the output', () => {
    expect(targetNamesFor(DATA, [4])).toEqual(['class', 'colours']);
    expect(targetNamesFor(DATA, [8, 8, 3])).toEqual([INPUT_TARGET]);
    expect(targetNamesFor(DATA, [5])).toEqual([]);
  });

  it('asks for a loss that means something', () => {
    expect(lossFits(DATA, 'class', 'mean-absolute-error')).toBe(true);
    expect(lossFits(DATA, 'colours', 'sparse-categorical-cross-entropy')).toBe(false);
    expect(lossFits(DATA, 'box', 'binary-cross-entropy')).toBe(false);
    expect(lossFits(DATA, INPUT_TARGET, 'binary-cross-entropy')).toBe(true);
    expect(lossFits(DATA, INPUT_TARGET, 'categorical-cross-entropy')).toBe(false);
  });
});
