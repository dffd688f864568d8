import type { Dataset } from '@/lib/datasets/dataset';

/** Side of the square pictures, in pixels. */
export const SCENE_SIZE = 64;
export const SCENE_CLASSES = ['house', 'person', 'tree'] as const;

const TRAINING = 3000;
const TEST = 600;

/** Pictures that a program draws, in the browser, the same each time: colour, three classes, and where the thing is. */
export const scenes: Dataset = {
  id: 'scenes',
  title: 'House / person / tree',
  inputShape: [SCENE_SIZE, SCENE_SIZE, 3],
  element: 'uint8',
  targets: [
    { kind: 'classes', name: 'thing', classes: SCENE_CLASSES },
    { kind: 'values', name: 'box', columns: ['left', 'top', 'right', 'bottom'] },
  ],
  training: { count: TRAINING },
  test: { count: TEST },
  source: { kind: 'generated', generator: 'scenes', seed: 1 },
  statistics: null,
  isSynthetic: true,
  licence: null,
};
