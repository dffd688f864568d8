import { useInspect } from '@/components/inspect/use-inspect';
import { elementCount } from '@/lib/core/tensor-type';
import type { InspectInput } from '@/lib/state/inspect-state';

/** The input, where it is one of this network: that of the network before may still be there; null: there is none. */
export function useFittingInput(): InspectInput | null {
  return useInspect(({ input, subject }) => {
    const size = subject === null ? null : elementCount(subject.plan.inputShape);
    return input !== null && input.values.length === size ? input : null;
  });
}
