import { useEffect, useState } from 'react';
import { useRunActions } from '@/components/training/use-run';
import type { Failure, Prediction, Sample } from '@/lib/training/protocol';

export interface ShownSample extends Sample {
  /** null where the network could not be asked. */
  readonly prediction: Prediction | null;
}

export interface ShownSamples {
  readonly samples: readonly ShownSample[];
  readonly failure: Failure | null;
  readonly isLoading: boolean;
}

const NONE: ShownSamples = { samples: [], failure: null, isLoading: false };

/**
 * Test samples by number with what the network makes of them; asked again when the numbers or `occasion` change, while
 * those shown before stay until the answer is there.
 */
export function useSamples(indices: readonly number[], occasion: unknown): ShownSamples {
  const { ask } = useRunActions();
  const [answered, setAnswered] = useState<{ readonly key: string; readonly shown: ShownSamples }>({
    key: '',
    shown: NONE,
  });
  const key = indices.join(' ');

  useEffect(() => {
    let isOver = false;
    const numbers = key === '' ? [] : key.split(' ').map(Number);
    const load = async () => {
      const [samples, predictions] =
        numbers.length === 0
          ? [null, null]
          : await Promise.all([ask('samples', { indices: numbers }), ask('predict-samples', { indices: numbers })]);
      if (isOver) return;
      const failure = samples !== null && !samples.ok ? samples.error : null;
      const known = predictions?.ok === true ? predictions.value.predictions : [];
      const shown = samples?.ok === true ? samples.value.samples : [];
      const withPredictions = shown.map((sample, at) => ({ ...sample, prediction: known[at] ?? null }));
      setAnswered({ key, shown: { samples: withPredictions, failure, isLoading: false } });
    };
    void load();
    return () => {
      isOver = true;
    };
  }, [ask, key, occasion]);

  return answered.key === key ? answered.shown : { ...answered.shown, isLoading: true };
}
