/** @jest-environment jsdom */
import { act, renderHook } from '@testing-library/react';
import { startExciting, useExcite, type Wish } from '@/components/inspect/why/excite/excite-state';
import { succeed } from '@/lib/core/result';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { Cell, ExciteReply, ExciteRequest } from '@/lib/training/inspect/protocol';

const SUBJECT = {
  choice: { kind: 'current' },
  source: 'trained',
  run: 'run',
  document: { name: 'Design' },
  plan: { inputShape: [2, 2, 1] },
  weights: [],
} as unknown as InspectSubject;

/** Gives every picture at once. */
const actions = {
  onEvent: () => () => undefined,
  call: (_name: string, { steps }: ExciteRequest) =>
    Promise.resolve(succeed<ExciteReply>({ image: new Float32Array(4), activation: 1, black: 0, steps })),
} as unknown as InspectActions;

async function make(channel: number, cell: Cell | null): Promise<void> {
  const unit = { layer: 'conv2d_1', channel };
  const request = { unit, cell, seed: 1, steps: 2 } as ExciteRequest;
  const asked = { name: 'Convolution', subject: SUBJECT };
  const wish: Wish = { preset: 'smooth', request };
  await act(() => startExciting(actions, [wish], asked));
}

test('pictures lie side by side where one cell of one unit was driven, and others go', async () => {
  const { result } = renderHook(() => useExcite(({ made }) => made));
  const kept = () => result.current.map(({ request: { unit, cell } }) => [unit.channel, cell]);
  await make(0, null);
  await make(0, null);
  expect(kept()).toEqual([
    [0, null],
    [0, null],
  ]);
  await make(0, [2, 3]);
  await make(0, [2, 3]);
  expect(kept()).toEqual([
    [0, [2, 3]],
    [0, [2, 3]],
  ]);
  await make(0, [3, 2]);
  expect(kept()).toEqual([[0, [3, 2]]]);
  await make(0, null);
  expect(kept()).toEqual([[0, null]]);
  await make(1, null);
  expect(kept()).toEqual([[1, null]]);
});
