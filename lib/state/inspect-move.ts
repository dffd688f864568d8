import { shiftPicture, withinPicture, type Offset } from '@/lib/inspect/shift';
import type { InspectInput, InspectState } from '@/lib/state/inspect-state';

/** The input moved so much further; `null`: back to where it was. Inputs that are no pictures stay as they are. */
export function movedFurther({ input, subject }: InspectState, by: Offset | null): InspectInput | null {
  if (input === null || by === null) return input && unmoved(input);
  const [down, right] = input.moved?.by ?? [0, 0];
  return movedTo(unmoved(input), subject?.plan.inputShape ?? [], [down + by[0], right + by[1]]);
}

/** A new frame is moved as the one before it was. */
export function movedAlike({ input, subject }: InspectState, frame: InspectInput): InspectInput {
  const by = input?.source.kind === frame.source.kind ? input.moved?.by : undefined;
  return by === undefined ? frame : movedTo(frame, subject?.plan.inputShape ?? [], by);
}

function movedTo(input: InspectInput, shape: readonly number[], wanted: Offset): InspectInput {
  const by = withinPicture(wanted, shape);
  if (shape.length !== 3 || (by[0] === 0 && by[1] === 0)) return input;
  const { source, values } = input;
  return { source, values: shiftPicture(values, shape, by), moved: { by, from: values } };
}

function unmoved(input: InspectInput): InspectInput {
  return input.moved === undefined ? input : { source: input.source, values: input.moved.from };
}
