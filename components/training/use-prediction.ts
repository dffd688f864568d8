import { useEffect, useRef, useState } from 'react';
import { useRunActions } from '@/components/training/use-run';
import type { Failure, Prediction } from '@/lib/training/protocol';

export interface LivePrediction {
  readonly prediction: Prediction | null;
  readonly failure: Failure | null;
}

const NOTHING: LivePrediction = { prediction: null, failure: null };

/** What the network says of a picture that keeps changing: one question at a time, then the newest picture. */
export function usePrediction(picture: Float32Array | null): LivePrediction {
  const { ask } = useRunActions();
  const [live, setLive] = useState<LivePrediction>(NOTHING);
  const newest = useRef<Float32Array | null>(null);
  const isAsking = useRef(false);

  useEffect(() => {
    newest.current = picture;
    const follow = async () => {
      if (isAsking.current) return;
      isAsking.current = true;
      for (let asked = newest.current; asked !== null;) {
        const reply = await ask('predict-image', { values: asked });
        setLive(reply.ok ? { prediction: reply.value, failure: null } : { prediction: null, failure: reply.error });
        asked = asked === newest.current ? null : newest.current;
      }
      isAsking.current = false;
    };
    void follow();
  }, [ask, picture]);

  return picture === null ? NOTHING : live;
}
