import type { StoreApi } from 'zustand/vanilla';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectInput, InspectState } from '@/lib/state/inspect-state';
import { sampleInput } from '@/lib/state/inspect-subject';
import type { Result } from '@/lib/core/result';
import type { InspectCalls, InspectEvent } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';

export interface SamplesDeps {
  readonly store: Pick<StoreApi<InspectState>, 'getState' | 'setState'>;
  readonly read: (
    request: InspectCalls['read-samples'][0],
  ) => Promise<Result<InspectCalls['read-samples'][1], Failure>>;
  readonly onSample: (input: InspectInput) => void;
}

export interface Samples {
  readonly show: InspectActions['showSample'];
  /** A person chose another input, or none: samples on their way are not shown. */
  giveWay(input: InspectInput | null): void;
  /** How much of the data set has come. */
  receive(event: InspectEvent): void;
  /** There is no input because a person wants none. */
  isTakenAway(): boolean;
}

/** Of samples that are on their way only the last one asked for is shown, and none that came too late. */
export function createSamples({ store, read, onSample }: SamplesDeps): Samples {
  const get = store.getState;
  let asked = 0;
  let isUnwanted = false;
  return {
    async show(split, index) {
      const before = get().input;
      const own = (asked += 1);
      isUnwanted = false;
      store.setState({ isFetching: true });
      const reply = await read({ split, indices: [index] });
      if (own !== asked) return false;
      store.setState({ isFetching: false, download: null });
      if (get().input !== before) return false;
      if (!reply.ok) store.setState({ sampleFailure: reply.error });
      const [sample] = reply.ok ? reply.value.samples : [];
      if (sample === undefined) return false;
      onSample(sampleInput(split, sample));
      return true;
    },
    giveWay(input) {
      asked += 1;
      isUnwanted = input === null;
      store.setState({ isFetching: false, sampleFailure: null, download: null });
    },
    receive(event) {
      // The data set goes on arriving when nobody waits for it any more.
      if (event.kind !== 'data-progress' || !get().isFetching) return;
      store.setState({ download: { loaded: event.loaded, total: event.total } });
    },
    isTakenAway: () => isUnwanted && get().input === null,
  };
}
