import { useEffect, useRef, useState } from 'react';
import { createFollower, type Follower } from '@/components/inspect/why/follower';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { weighable } from '@/components/inspect/why/methods-here';
import type { AskedUnit } from '@/components/inspect/why/use-origin';
import { useAskedCell } from '@/components/inspect/why/use-asked-cell';
import { useFittingInput } from '@/components/inspect/why/use-fitting-input';
import { useWhy } from '@/components/inspect/why/why-state';
import type { NodeId } from '@/lib/core/ids';
import type { InspectInput } from '@/lib/state/inspect-state';
import type { Attribution, AttributeReply, AttributeRequest } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';

/** What came of one question. */
export interface Answered {
  readonly method: Attribution;
  readonly asked: AskedUnit;
  /** The input that it is of. */
  readonly input: InspectInput;
  /** Of an occlusion. */
  readonly patch: number;
  readonly stride: number;
  readonly pixels: AttributeReply;
  /** In the layer that is chosen, where that is another than the unit's. */
  readonly echo: { readonly layer: NodeId; readonly reply: AttributeReply } | null;
}

export interface Attributing {
  readonly answer: Answered | null;
  readonly isBusy: boolean;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly failure: Failure | null;
}

interface Question {
  readonly asked: AskedUnit;
  readonly input: InspectInput;
  readonly echoIn: NodeId | null;
  readonly request: AttributeRequest;
}

const NOTHING: Attributing = { answer: null, isBusy: false, progress: null, failure: null };
/** Of the methods that have none of their own in a layer between. */
const ECHO_METHODS: Readonly<Partial<Record<Attribution, Attribution>>> = {
  'grad-cam': 'gradient',
  occlusion: 'gradient',
};

/** Explains the unit, and again whenever the input, the weights or the question is another: one at a time, the newest next. */
export function useAttribution(asked: AskedUnit | null): Attributing {
  const actions = useInspectActions();
  const { method, patch, stride, fill, through: wished } = useWhy((state) => state);
  const cell = useAskedCell(asked);
  const input = useFittingInput();
  const layer = useInspect((state) => state.layer);
  const [state, setState] = useState<Attributing>(NOTHING);
  const follower = useRef<Follower<Question> | null>(null);

  useEffect(() => {
    const own = createFollower<Question, Answered>({
      ask: (question) => ask(actions, question),
      onBusy: (isBusy) => setState((before) => ({ ...before, isBusy, progress: null })),
      onAnswer: (answer) => setState((before) => ({ ...before, answer, failure: null })),
      onFailure: (failure) => setState((before) => ({ ...before, failure })),
      interrupt: () => void actions.call('stop', { call: 'attribute' }),
    });
    follower.current = own;
    const stopEvents = actions.onEvent((event) => {
      if (event.kind !== 'progress' || event.call !== 'attribute') return;
      setState((before) => ({ ...before, progress: { done: event.done, total: event.total } }));
    });
    return () => {
      stopEvents();
      own.dispose();
      follower.current = null;
    };
  }, [actions]);

  useEffect(() => {
    if (asked === null || input === null) {
      follower.current?.want(null, '');
      return;
    }
    const { unit } = asked;
    // Of another network it may be unknown here.
    const through = weighable(asked).some(({ node }) => node === wished) ? wished : null;
    const request: AttributeRequest = {
      ...{ method, input: input.values, unit, patch, stride, fill, at: null },
      cell,
      through: method === 'grad-cam' ? through : null,
    };
    const echoIn = layer === null || layer === unit.layer ? null : layer;
    // An occlusion that goes on is ended for another question, not for the next picture of a camera.
    const mark = JSON.stringify([method, unit, cell, patch, stride, fill, through, echoIn]);
    follower.current?.want({ asked, input, echoIn, request }, mark);
  }, [asked, input, layer, method, cell, patch, stride, fill, wished]);

  const isOfThis = state.answer !== null && state.answer.asked.subject.plan === asked?.subject.plan && input !== null;
  return isOfThis ? state : { ...state, answer: null };
}

async function ask(
  actions: ReturnType<typeof useInspectActions>,
  { asked, input, echoIn, request }: Question,
): Promise<Answered | Failure | null> {
  const pixels = await actions.call('attribute', request);
  if (!pixels.ok) return pixels.error;
  if (pixels.value === null) return null;
  const { method: by, patch, stride } = request;
  const own = { method: by, asked, input, patch, stride, pixels: pixels.value };
  if (echoIn === null) return { ...own, echo: null };
  const method = ECHO_METHODS[by] ?? by;
  const echo = await actions.call('attribute', { ...request, method, at: echoIn });
  if (!echo.ok) return echo.error;
  return echo.value === null ? null : { ...own, echo: { layer: echoIn, reply: echo.value } };
}
