import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import {
  existingView,
  openScope,
  scopesShown,
  toggleExpanded,
  viewShowing,
  WHOLE_DESIGN,
} from '@/lib/state/design-view';
import { sameNetwork } from '@/lib/state/same-network';
import { placeInDocument, shownDesign } from '@/lib/state/shown-design';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { change, nestedDesign, residualDesign } from '../document/blocks/designs';

const design = residualDesign(2);
const expanded = toggleExpanded(design, WHOLE_DESIGN, 'block_1');

describe('the view of a design', () => {
  it('shows a design without blocks as it is', () => {
    const lenet = buildLenet5();
    const shown = shownDesign(lenet, WHOLE_DESIGN);
    expect(shown.nodes).toBe(lenet.nodes);
    expect(shown.edges).toBe(lenet.edges);
  });

  it('shows only what is drawn in the scope that is open', () => {
    expect(Object.keys(shownDesign(design, WHOLE_DESIGN).nodes)).not.toContain('conv2d_1');
    const inside = shownDesign(design, { path: ['block_1'], expanded: [] });
    expect(Object.keys(inside.nodes)).toEqual(['block_input_1', 'conv2d_1', 'batch_norm_1', 'add_1', 'relu_1']);
    expect(Object.values(inside.edges).every(({ source }) => source in inside.nodes)).toBe(true);
  });

  it('opens the blocks on the way to a layer that is to be shown', () => {
    const nested = nestedDesign();
    expect(viewShowing(nested, WHOLE_DESIGN, 'conv2d_1').path).toEqual(['block_2', 'block_1']);
    expect(viewShowing(nested, WHOLE_DESIGN, 'dense_1')).toBe(WHOLE_DESIGN);
    expect(viewShowing(design, expanded, 'conv2d_1')).toBe(expanded);
  });

  it('closes a block that is gone', () => {
    const view = { path: ['block_1'], expanded: ['block_1'] };
    const gone = change(design, { kind: 'ungroup', node: 'block_1' });
    expect(existingView(gone, view)).toEqual(WHOLE_DESIGN);
    expect(existingView(design, view)).toBe(view);
    expect(openScope(gone, existingView(gone, view))).toBeNull();
  });

  it('expands one use of a block at a time', () => {
    const twice = change(design, { kind: 'add-layer', type: 'block', params: { block: 'block_1' }, after: 'block_1' });
    const first = toggleExpanded(twice, WHOLE_DESIGN, 'block_1');
    expect(toggleExpanded(twice, first, 'block_2').expanded).toEqual(['block_2']);
    expect(toggleExpanded(twice, first, 'block_1').expanded).toEqual([]);
    expect([...scopesShown(twice, first)]).toEqual([null, 'block_1']);
  });

  it('makes room for the inside of a block, so that no layers overlap, and changes nothing in the document', () => {
    const { nodes, frames } = shownDesign(design, expanded);
    const boxes = Object.values(nodes).map(({ id, scope, position: { x, y } }) => {
      const { width, height } = frames.get(id) ?? { width: NODE_WIDTH, height: NODE_HEIGHT };
      return { id, scope, left: x, right: x + width, top: y, bottom: y + height };
    });
    const outside = boxes.filter(({ scope }) => scope === undefined);
    const frame = boxes.find(({ id }) => id === 'block_1');
    for (const [index, a] of outside.entries()) {
      for (const b of outside.slice(index + 1)) {
        expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
      }
    }
    for (const inner of boxes.filter(({ scope }) => scope === 'block_1')) {
      expect(inner.left).toBeGreaterThanOrEqual(frame?.left ?? Infinity);
      expect(inner.bottom).toBeLessThanOrEqual(frame?.bottom ?? -Infinity);
    }
    expect(shownDesign(design, WHOLE_DESIGN).nodes['dense_1']).toBe(design.nodes['dense_1']);
  });

  it('puts what is let go in a frame into its block, at the place that it has there', () => {
    const shown = shownDesign(design, expanded);
    const over = shown.nodes['conv2d_1']?.position ?? { x: 0, y: 0 };
    expect(placeInDocument(design, shown, over)).toEqual({
      scope: 'block_1',
      position: design.nodes['conv2d_1']?.position,
    });
    const beside = { x: -1000, y: -1000 };
    expect(placeInDocument(design, shown, beside)).toEqual({ scope: null, position: beside });
  });
});

describe('two designs', () => {
  it('are the same network whatever their blocks are called, but not with another output of a block', () => {
    expect(sameNetwork(design, change(design, { kind: 'rename-block', block: 'block_1', name: 'Stage' }))).toBe(true);
    expect(sameNetwork(design, change(design, { kind: 'set-block-output', node: 'add_1' }))).toBe(false);
    expect(sameNetwork(design, change(design, { kind: 'set-outputs', nodes: ['block_1', 'softmax_1'] }))).toBe(false);
  });
});
