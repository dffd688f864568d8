import { useInspect } from '@/components/inspect/use-inspect';
import { useInspectView } from '@/components/inspect/view-state';
import type { Shape } from '@/lib/core/tensor-type';
import type { InputSource } from '@/lib/state/inspect-state';

export type InputKind = InputSource['kind'];
export type SamplePlace = Pick<Extract<InputSource, { kind: 'sample' }>, 'split' | 'index'>;

/** Where samples begin. */
export const FIRST_SAMPLE = { split: 'test', index: 0 } as const satisfies SamplePlace;

/** Where the network's input can come from, and where it comes from now. */
export function useInputKind(): { readonly kinds: readonly InputKind[]; readonly kind: InputKind | undefined } {
  const shape = useInspect(({ subject }) => subject?.plan.inputShape ?? []);
  const takesSamples = useInspect(({ subject }) => subject?.takesSamples ?? false);
  const source = useInspect(({ input }) => input?.source.kind ?? null);
  const chosen = useInspectView(({ inputKind }) => inputKind);
  const kinds = kindsFor(shape, takesSamples);
  return { kinds, kind: kinds.find((one) => one === (chosen ?? source ?? 'sample')) ?? kinds[0] };
}

function kindsFor(shape: Shape, takesSamples: boolean): readonly InputKind[] {
  const [height, width, channels] = shape;
  const isPicture = shape.length === 3 && (channels === 1 || channels === 3);
  return [
    ...(takesSamples ? (['sample'] as const) : []),
    ...(isPicture ? (['file', 'camera'] as const) : []),
    ...(isPicture && height === width ? (['drawing'] as const) : []),
  ];
}
