/** @jest-environment jsdom */
import { renderHook } from '@testing-library/react';
import { useCheckpointStops } from '@/components/inspect/use-checkpoint-stops';
import { useStateName, useSubjectName, useWeightsName } from '@/components/inspect/weights-name';
import { useFigureFacts } from '@/components/inspect/why/use-figure-facts';
import type { WeightsChoice } from '@/lib/state/inspect-state';
import { NO_HEADS, type CheckpointHeads, type RunEpoch } from '@/lib/training/checkpoints/checkpoint';

/** What the page knows: a run that was stopped, and which weights are chosen. */
const mockPage: { heads: CheckpointHeads; onPage: string | null; choice: WeightsChoice } = {
  heads: NO_HEADS,
  onPage: null,
  choice: { kind: 'current' },
};

jest.mock('@/components/ui/use-messages', () => ({
  useMessages: (catalogue: { readonly en: unknown }) => catalogue.en,
  useLocale: () => 'en',
}));
jest.mock('@/components/training/runs-session', () => ({
  useRuns: (select: (state: unknown) => unknown) =>
    select({ records: [{ id: 'r', name: 'LeNet-5 #1', epochs: 5 }], checkpoints: new Map([['r', mockPage.heads]]) }),
}));
jest.mock('@/components/training/use-run', () => ({
  useRun: (select: (state: unknown) => unknown) => select({ run: mockPage.onPage, checkpoint: null }),
}));
jest.mock('@/components/inspect/use-inspect', () => ({
  useInspect: (select: (state: unknown) => unknown) => select({ choice: mockPage.choice, subject: { run: 'r' } }),
}));

const head = (epoch: number, batch: number) => ({ at: epoch, epoch, batches: 100 * epoch + batch, batch, bytes: 1 });
const atHand = (epoch: RunEpoch | null) =>
  ({ choice: { kind: 'current' }, source: 'trained', run: 'r', epoch, design: 'LeNet-5' }) as const;

beforeEach(() => Object.assign(mockPage, { heads: NO_HEADS, onPage: 'r', choice: { kind: 'current' } }));

describe('weights are named after the epoch they are of', () => {
  const subjectName = () => renderHook(useSubjectName).result.current;

  test('those at hand are of the epoch that a person took, not of the last', () => {
    mockPage.heads = { ...NO_HEADS, last: head(5, 0), best: head(3, 0) };
    expect(subjectName()(atHand({ epoch: 3, isPartial: false }))).toBe('LeNet-5 #1, epoch 3');
    expect(subjectName()(atHand(null))).toBe('LeNet-5 #1');
  });

  test('saved pictures say the same of them as the comparison, also within the first epoch', () => {
    const weights = (epoch: RunEpoch) => renderHook(useFigureFacts).result.current(atHand(epoch), null)[1];
    for (const epoch of [
      { epoch: 3, isPartial: false },
      { epoch: 1, isPartial: true },
    ]) {
      expect(weights(epoch)).toBe(`Weights: ${subjectName()(atHand(epoch))}`);
    }
    expect(weights({ epoch: 1, isPartial: true })).toBe('Weights: LeNet-5 #1, epoch 1, not finished');
  });

  test.each([
    { ended: 2, text: 'epoch 3, not finished' },
    { ended: 0, text: 'epoch 1, not finished' },
  ])('the slider ends with what the line beside it says after $ended whole epochs and a part', ({ ended, text }) => {
    const choice = { kind: 'kept', run: 'r', at: 'last' } as const;
    Object.assign(mockPage, { heads: { ...NO_HEADS, last: head(ended, 50) }, onPage: null, choice });
    const { stops, at } = renderHook(useCheckpointStops).result.current;
    const state = stops[at]?.state;
    if (state === null || state === undefined || state === 'start') throw new Error('the end stop has no epoch');
    expect(renderHook(useStateName).result.current(state)).toBe(text);
    expect(renderHook(useWeightsName).result.current({ choice, source: 'kept' })).toBe(`LeNet-5 #1, ${text}`);
  });
});
