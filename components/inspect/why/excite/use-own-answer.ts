import { useEffect, useState } from 'react';
import { useFittingInput } from '@/components/inspect/why/use-fitting-input';
import { createFollower } from '@/components/inspect/why/follower';
import type { MadePicture } from '@/components/inspect/why/excite/excite-state';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import type { DrivenReply, DrivenRequest } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';

interface Own {
  readonly of: DrivenRequest;
  readonly reply: DrivenReply;
}

/** What the unit that a picture is made for answers to the present input; null: there is none, or other weights meanwhile. */
export function useOwnAnswer({ request: { unit, cell }, weights }: MadePicture): DrivenReply | null {
  const { call } = useInspectActions();
  const input = useFittingInput()?.values ?? null;
  const isSame = useInspect(({ subject }) => subject !== null && subject.weights === weights.deref());
  const [own, setOwn] = useState<Own | null>(null);
  const [follower] = useState(() =>
    createFollower<DrivenRequest, Own>({
      ask: async (of): Promise<Own | Failure> => {
        const reply = await call('driven-answer', of);
        return reply.ok ? { of, reply: reply.value } : reply.error;
      },
      onBusy: () => undefined,
      onAnswer: setOwn,
      onFailure: () => setOwn(null),
      interrupt: () => undefined,
    }),
  );
  useEffect(() => {
    follower.want(input === null || !isSame ? null : { input, unit, cell }, '');
  }, [follower, input, isSame, unit, cell]);
  const isOfThis = own !== null && own.of.unit === unit && own.of.cell === cell;
  return isOfThis && input !== null && isSame ? own.reply : null;
}
