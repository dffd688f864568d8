import { createStore } from 'zustand/vanilla';
import { connectHealthWatch, createHealthWatch } from '@/components/training/health/health-watch';
import { createNodeMarks } from '@/lib/state/node-marks';
import type { RunState } from '@/lib/state/run-state';
import type { HealthSnapshot } from '@/lib/training/health';
import { createActionBench } from '@/tests/unit/state/action-bench';

const health: readonly HealthSnapshot[] = [
  {
    batch: 8,
    epoch: 1,
    layers: [
      {
        ...{ name: 'conv2d_1', node: 'conv2d_1', weightNorm: 1, updateRatio: 0.01 },
        // 0.5 over the root of 100 weights.
        ...{ gradientNorm: 0.5, weightCount: 100 },
        ...{ weights: null, gradients: null, activation: null },
      },
    ],
  },
];

/** LeNet-5 on the page, and a run of it that has been looked at once. */
async function trained() {
  const bench = createActionBench();
  await bench.settle();
  const marks = createNodeMarks();
  const { document } = bench.state;
  const store = createStore(() => ({ health, subject: { document } }) as RunState);
  const page = { workspace: bench.workspace, preferences: bench.preferences, marks };
  connectHealthWatch(createHealthWatch(), page, { store, actions: { ask: () => Promise.reject(new Error('asked')) } });
  store.setState({});
  return { marks, apply: bench.workspace.actions.apply, undo: bench.workspace.actions.undo };
}

describe('gradients on the canvas', () => {
  test('a note on a unit, a new name and a moved layer leave them there', async () => {
    const { marks, apply } = await trained();
    const shown = { conv2d_1: { text: '∇ 0.05', label: expect.stringContaining('0.05') as string } };
    expect(marks.getState()).toEqual(shown);
    apply({ kind: 'set-unit-note', node: 'conv2d_1', unit: 3, note: 'left edge' });
    expect(marks.getState()).toEqual(shown);
    apply({ kind: 'set-title', node: 'conv2d_1', title: 'Edges' });
    apply({ kind: 'move', positions: { conv2d_1: { x: 8, y: 16 } } });
    expect(marks.getState()).toEqual(shown);
  });

  test('another network has none of them, and undone, they are back', async () => {
    const { marks, apply, undo } = await trained();
    apply({ kind: 'set-param', node: 'conv2d_1', param: 'filters', value: 20 });
    expect(marks.getState()).toEqual({});
    undo();
    expect(Object.keys(marks.getState())).toEqual(['conv2d_1']);
  });
});
