import { useMemo } from 'react';
import { unitNames } from '@/components/inspect/unit-names';
import { useInspect } from '@/components/inspect/use-inspect';
import { useWhy, type Origin } from '@/components/inspect/why/why-state';
import { useMessages } from '@/components/ui/use-messages';
import { wordTable } from '@/lib/analysis/word-table';
import type { NodeId } from '@/lib/core/ids';
import { mapSize } from '@/lib/inspect/channel-map';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { InspectSubject } from '@/lib/state/inspect-state';
import { sameNetwork } from '@/lib/state/same-network';
import type { UnitRef } from '@/lib/training/inspect/protocol';

export interface AskedUnit {
  readonly subject: InspectSubject;
  readonly unit: UnitRef;
  /** "ReLU 2, unit 5" */
  readonly name: string;
  /** Rows and columns of its map; null: it is one number. */
  readonly extent: readonly [number, number] | null;
  /** A class of an output: its score before the softmax is what is explained. */
  readonly isScore: boolean;
  /** The layer that looks up the words that the input holds; null: it holds quantities. */
  readonly words: NodeId | null;
}

/** The node of the network's first output. */
export function outputNode({ plan }: InspectSubject): string | null {
  return plan.layers.find(({ name }) => name === plan.outputs[0])?.node ?? null;
}

/** What was held in another network, or an output that this one has not, is no origin here. */
export function presentOrigin(origin: Origin, subject: InspectSubject): Origin {
  const isGone =
    origin.kind === 'frozen'
      ? !sameNetwork(origin.design, subject.document)
      : origin.kind === 'output' && origin.channel >= outputCount(subject);
  return isGone ? CHOSEN : origin;
}

const CHOSEN: Origin = { kind: 'chosen' };

export function outputCount(subject: InspectSubject): number {
  const output = outputNode(subject);
  return subject.layers.find(({ node }) => node === output)?.shape.at(-1) ?? 0;
}

/** What a unit is called: "ReLU 2, unit 5". */
export function useUnitName(): (subject: InspectSubject, unit: UnitRef) => string {
  const t = useMessages(inspectWhyMessages).origin;
  return (subject, { layer, channel }) => {
    const title = subject.layers.find(({ node }) => node === layer)?.title ?? layer;
    return t.unit(title, unitNames(subject, layer)[channel] ?? t.number(channel));
  };
}

/** The unit whose answer is explained; null while there is none. */
export function useOrigin(): AskedUnit | null {
  const t = useMessages(inspectWhyMessages).origin;
  const origin = useWhy((state) => state.origin);
  const subject = useInspect((state) => state.subject);
  const layer = useInspect((state) => state.layer);
  const chosen = useInspect(({ unit }) => unit);
  const predicted = useInspect(({ output }) => (output === null ? null : output.indexOf(Math.max(...output))));
  const unit = useMemo<UnitRef | null>(() => {
    if (subject === null) return null;
    const output = outputNode(subject);
    const present = presentOrigin(origin, subject);
    switch (present.kind) {
      case 'chosen':
        return layer === null || chosen === null ? null : { layer, channel: chosen };
      case 'predicted':
        return output === null || predicted === null ? null : { layer: output, channel: predicted };
      case 'output':
        return output === null ? null : { layer: output, channel: present.channel };
      case 'frozen':
        return present.unit;
    }
  }, [origin, subject, layer, chosen, predicted]);
  return useMemo(() => {
    const known = subject?.layers.find(({ node }) => node === unit?.layer);
    if (subject === null || unit === null || known === undefined) return null;
    if (unit.channel < 0 || unit.channel >= (known.shape.at(-1) ?? 0)) return null;
    const name = unitNames(subject, unit.layer)[unit.channel] ?? t.number(unit.channel);
    const input = subject.plan.layers.find((layer) => layer.name === subject.plan.inputs[0])?.node;
    return {
      ...{ subject, unit },
      name: t.unit(known.title, name),
      extent: known.shape.length === 1 ? null : mapSize(known.shape),
      words: input === undefined ? null : wordTable(subject.analysis, input),
      isScore: subject.plan.endsInSoftmax && unit.layer === outputNode(subject),
    };
  }, [subject, unit, t]);
}
