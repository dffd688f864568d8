import { layerPartners } from '@/lib/inspect/layer-partners';

const layers = (...named: readonly string[]) =>
  named.map((text) => {
    const [node = '', title = ''] = text.split(':');
    return { node, title };
  });

describe('which layer stands beside which', () => {
  test('layers that are in both designs keep to themselves, also when they were renamed', () => {
    const partners = layerPartners(layers('conv2d_1:Conv2D', 'relu_1:ReLU'), layers('conv2d_1:Edges', 'relu_1:ReLU'));
    expect([...partners]).toEqual([
      ['conv2d_1', { node: 'conv2d_1', by: 'same' }],
      ['relu_1', { node: 'relu_1', by: 'same' }],
    ]);
  });

  test('the others go by title, in order, and what is left over has no partner', () => {
    const a = layers('input_1:Input', 'c1:Conv2D', 'p1:MaxPool2D', 'c2:Conv2D', 'c3:Conv2D');
    const b = layers('input_1:Input', 'x1:Conv2D', 'a1:AveragePool2D', 'x2:Conv2D');
    expect([...layerPartners(a, b)]).toEqual([
      ['input_1', { node: 'input_1', by: 'same' }],
      ['c1', { node: 'x1', by: 'order' }],
      ['c2', { node: 'x2', by: 'order' }],
    ]);
  });

  test('a layer that is in both is not given to another of its title', () => {
    const partners = layerPartners(layers('c1:Conv2D', 'c2:Conv2D'), layers('c2:Conv2D'));
    expect([...partners]).toEqual([['c2', { node: 'c2', by: 'same' }]]);
  });
});
