/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react';
import type { MapState } from '@/components/inspect/map/create-maps';
import type { DataMap } from '@/components/inspect/map/data-map';
import { MapView } from '@/components/inspect/map/MapView';
import { inspectMapMessages } from '@/lib/messages/inspect-map';

const MAP: DataMap = {
  of: {
    ...{ layer: 'dense_1', weights: [], dataset: 'mnist', method: 'umap', split: 'test', count: 4 },
    ...{ pooled: false, neighbours: 15, seed: 1 },
  },
  samples: [0, 1, 2, 3],
  labels: Uint16Array.of(0, 1, 0, 1),
  width: 8,
  points: new Float32Array(8),
  isDone: true,
  shares: null,
  trust: null,
};

let state: Pick<MapState, 'map' | 'making'> = { map: null, making: null };
jest.mock('@/components/inspect/map/map-store', () => ({
  useDataMap: (select: (state: unknown) => unknown) => select(state),
}));
jest.mock('@/components/inspect/use-inspect', () => ({
  useInspect: (select: (state: unknown) => unknown) =>
    select({
      subject: { takesSamples: true, dataset: { id: 'mnist' }, layers: [{ node: 'dense_1' }], weights: MAP.of.weights },
      layer: 'dense_1',
    }),
}));
jest.mock('@/components/inspect/map/use-map-layer-names', () => ({ useMapLayerNames: () => () => 'Dense' }));
jest.mock('@/components/inspect/map/use-followed-layer', () => ({ useFollowedLayer: () => undefined }));
jest.mock('@/components/inspect/map/MapCanvas', () => ({ MapCanvas: () => null }));
jest.mock('@/components/inspect/map/MapTools', () => ({ MapTools: () => null }));
jest.mock('@/components/ui/use-messages', () => ({
  useMessages: (catalogue: { readonly en: unknown }) => catalogue.en,
  useLocale: () => 'en',
}));

/** What is said of a map that is not being made any more. */
function factsOf(map: DataMap): string {
  state = { map, making: null };
  render(<MapView />);
  return screen.getByText(/4 test samples/).textContent;
}

const { unfinished } = inspectMapMessages.en;

test('a map whose points stand where they stay is not called unfinished, measured or not', () => {
  expect(factsOf(MAP)).not.toContain(unfinished);
});

test('a map that was stopped while its points still moved is', () => {
  expect(factsOf({ ...MAP, isDone: false })).toContain(unfinished);
});
