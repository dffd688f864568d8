/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import type { PatchFill } from '@/lib/training/inspect/protocol';
import { attribute } from '@/lib/training/worker/inspect/why/attribute';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { ATTRIBUTE, CHAIN, networkOf, picture, planOf, workOn } from './networks';

const INPUT = picture(128, 9);

describe('what an occlusion covers with', () => {
  let network: InspectNetwork;
  beforeAll(async () => {
    await tf.setBackend('cpu');
    network = await networkOf(planOf(CHAIN), { seed: 4 });
  });

  async function occluded(input: Float32Array, fill: PatchFill) {
    const request = {
      ...ATTRIBUTE,
      method: 'occlusion',
      input,
      unit: { layer: 'softmax_1', channel: 1 },
      fill,
    } as const;
    const reply = await attribute(workOn(network), request);
    if (reply?.kind !== 'values') throw new Error(JSON.stringify(reply));
    return reply;
  }

  it.each([
    ['black', 'is mostly black', INPUT.map((value, at) => (at % 5 < 3 ? 0 : value))],
    ['mean', 'is not', INPUT],
  ] as const)('that fits is %s where a picture %s', async (fill, _how, input) => {
    const found = await occluded(input, 'fitting');
    expect(found.fill).toBe(fill);
    expect(found.values).toEqual((await occluded(input, fill)).values);
  });

  it('changes nothing where it is black and so is the picture, but does where it is grey', async () => {
    const dark = INPUT.map((value, at) => (at >= 64 ? 0 : value));
    const below = async (fill: PatchFill) => (await occluded(dark, fill)).values.slice(40);
    expect(await below('black')).toEqual(new Float32Array(24));
    expect((await below('grey')).some((value) => value !== 0)).toBe(true);
  });
});
