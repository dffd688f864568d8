import { useWeightsName } from '@/components/inspect/weights-name';
import { useRuns } from '@/components/training/runs-session';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { inspectGridMessages } from '@/lib/messages/inspect-grid';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { InspectInput, InspectSubject } from '@/lib/state/inspect-state';

/** What of a network must be kept to say later what was looked at; not its weights, which are large. */
export type LookedAt = Pick<InspectSubject, 'choice' | 'source' | 'run'> & { readonly design: string };

export function lookedAt({ choice, source, run, document }: InspectSubject): LookedAt {
  return { choice, source, run, design: document.name };
}

/** Lines that say on a saved picture of which design, weights and input it is; `input` null: of none. */
export function useFigureFacts(): (of: LookedAt, input: InspectInput | null) => readonly string[] {
  const t = useMessages(inspectWhyMessages).facts;
  const { epochs } = useMessages(inspectGridMessages);
  const locale = useLocale();
  const weightsName = useWeightsName();
  const inputName = useInputFact();
  const records = useRuns((state) => state.records);
  return (of, input) => {
    const name = weightsName(of);
    // A kept state's name begins with its run.
    const run = of.choice.kind === 'current' ? records.find(({ id }) => id === of.run) : undefined;
    const ofRun = run === undefined ? name : t.ofRun(name, run.name);
    // What goes on is further than its record.
    const weights =
      run === undefined || of.source !== 'trained' ? ofRun : epochs(ofRun, formatCount(locale, run.epochs));
    return [t.design(of.design), t.weights(weights), ...(input === null ? [] : [inputName(input)])];
  };
}

function useInputFact(): (input: InspectInput) => string {
  const t = useMessages(inspectWhyMessages).facts;
  const { move } = useMessages(inspectMessages).input;
  const locale = useLocale();
  const nameOf = ({ source }: InspectInput): string => {
    switch (source.kind) {
      case 'sample':
        return t.sample(source.split, formatCount(locale, source.index));
      case 'file':
        return t.file(source.name);
      case 'camera':
        return t.camera;
      case 'drawing':
        return t.drawing;
    }
  };
  return (input) => {
    const by = input.moved?.by;
    return by === undefined ? nameOf(input) : t.moved(nameOf(input), move.moved(...by));
  };
}
