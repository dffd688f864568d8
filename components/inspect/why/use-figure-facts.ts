import { useSubjectName } from '@/components/inspect/weights-name';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { InspectInput, InspectSubject } from '@/lib/state/inspect-state';

/** What of a network must be kept to say later what was looked at; not its weights, which are large. */
export type LookedAt = Pick<InspectSubject, 'choice' | 'source' | 'run' | 'epoch'> & { readonly design: string };

export function lookedAt({ choice, source, run, epoch, document }: InspectSubject): LookedAt {
  return { choice, source, run, epoch, design: document.name };
}

/** Lines that say on a saved picture of which design, weights and input it is; `input` null: of none. */
export function useFigureFacts(): (of: LookedAt, input: InspectInput | null) => readonly string[] {
  const t = useMessages(inspectWhyMessages).facts;
  const subjectName = useSubjectName();
  const inputName = useInputFact();
  return (of, input) => [
    t.design(of.design),
    t.weights(subjectName(of)),
    ...(input === null ? [] : [inputName(input)]),
  ];
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
