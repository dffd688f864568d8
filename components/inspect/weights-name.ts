import { stateOf, type KeptState } from '@/components/inspect/compare/kept-states';
import { useRuns } from '@/components/training/runs-session';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import type { InspectSubject } from '@/lib/state/inspect-state';

type Named = Pick<InspectSubject, 'choice' | 'source'>;

/** "LeNet-5 #1, epoch 3", "Trained". */
export function useWeightsName(): (subject: Named) => string {
  const t = useMessages(inspectCompareMessages).heads;
  const sources = useMessages(inspectMessages).weights.sources;
  const stateName = useStateName();
  const records = useRuns((state) => state.records);
  const checkpoints = useRuns((state) => state.checkpoints);
  return ({ choice, source }) => {
    if (choice.kind === 'start') return t.start;
    if (choice.kind === 'current') return source === 'training' ? t.going : sources[source];
    const record = records.find(({ id }) => id === choice.run);
    if (record === undefined) return sources.kept;
    const heads = checkpoints.get(choice.run);
    const state = heads === undefined ? null : stateOf(heads, choice.at);
    return state === null ? record.name : t.run(record.name, stateName(state));
  };
}

/** As above, and of weights at hand of which run and epoch: "LeNet-5 #1, epoch 2", "LeNet-5 #1, training now". */
export function useSubjectName(): (subject: Named & Pick<InspectSubject, 'run' | 'epoch'>) => string {
  const t = useMessages(inspectCompareMessages).heads;
  const stateName = useStateName();
  const weightsName = useWeightsName();
  const records = useRuns((state) => state.records);
  return (subject) => {
    const record = subject.choice.kind === 'current' ? records.find(({ id }) => id === subject.run) : undefined;
    if (record === undefined) return weightsName(subject);
    if (subject.source === 'training') return t.run(record.name, t.going);
    const { epoch } = subject;
    if (epoch === null || epoch.epoch === 0) return record.name;
    return t.run(record.name, stateName({ at: epoch.epoch, ...epoch }));
  };
}

/** "epoch 3", "the last epoch (5)", "epoch 1, not finished". */
export function useStateName(): (state: KeptState) => string {
  const t = useMessages(inspectCompareMessages).choice;
  const locale = useLocale();
  return ({ at, epoch, isPartial }) => {
    const number = formatCount(locale, epoch);
    if (isPartial) return t.part(number);
    return typeof at === 'number' ? t.epoch(number) : t[at](number);
  };
}
