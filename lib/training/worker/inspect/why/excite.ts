import { createRandom, type Random } from '@/lib/core/random';
import { elementCount } from '@/lib/core/tensor-type';
import { normal } from '@/lib/training/augment/distributions';
import type { ExciteReply, ExciteRequest } from '@/lib/training/inspect/protocol';
import { createAscent, type Ascent } from '@/lib/training/worker/inspect/why/ascent';
import { inputRange } from '@/lib/training/worker/inspect/why/input-range';
import type { WhyWork } from '@/lib/training/worker/inspect/why/why-work';

/** Deviation of the noise that a picture starts from, of what the network is given. */
const START_NOISE = 0.05;
/** Where a unit is silent, the noise is made this much stronger, so often, before it is given up. */
const STRONGER = 2;
const MOST_STARTS = 6;
const MS_BETWEEN_PICTURES = 100;

/**
 * A picture that a unit answers to most: gradient ascent on the input from small noise (Erhan et al. 2009), each step of
 * one length, and after each step what Yosinski et al. 2015 do, in the order of their toolbox: decay, blur, clipping.
 * null when it was stopped.
 */
export async function excite({ network, between, emit }: WhyWork, request: ExciteRequest): Promise<ExciteReply | null> {
  const range = inputRange(network);
  const random = createRandom(request.seed);
  const ascent = createAscent(network, request, random);
  const kept = (image: Float32Array): Float32Array => (request.withinRange ? range.clip(image) : image);
  const size = elementCount(network.plan.inputShape);
  const blank = new Float32Array(size);
  const { activation: black } = await ascent.answer(network.scaler.unit(blank.slice()));
  if (Number.isNaN(black)) return { image: blank, activation: black, black, steps: 0 };
  let image = await firstPicture(ascent, (deviation) => kept(noise(random, size, deviation)));
  let shown = performance.now();
  for (let step = 0; step < request.steps; step += 1) {
    if (!(await between())) return null;
    const next = await ascent.step(image, step);
    if (next.image === null) return { image: range.toUnit(image), activation: next.activation, black, steps: step };
    if (step === 0 || performance.now() - shown >= MS_BETWEEN_PICTURES) {
      shown = performance.now();
      emit({ kind: 'excited', step, image: range.toUnit(image), activation: next.activation });
    }
    image = kept(next.image);
  }
  const { activation } = await ascent.answer(image);
  return { image: range.toUnit(image), activation, black, steps: request.steps };
}

function noise(random: Random, size: number, deviation: number): Float32Array {
  return Float32Array.from({ length: size }, () => deviation * normal(random));
}

/** The weakest noise that the unit's gradient leads up from; the strongest that was tried where there is none. */
async function firstPicture(ascent: Ascent, draw: (deviation: number) => Float32Array): Promise<Float32Array> {
  for (let start = 0; start < MOST_STARTS - 1; start += 1) {
    const image = draw(START_NOISE * STRONGER ** start);
    if ((await ascent.answer(image)).strength > 0) return image;
  }
  return draw(START_NOISE * STRONGER ** (MOST_STARTS - 1));
}
