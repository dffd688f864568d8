import { useEffect, useMemo, useState } from 'react';
import { fetchSamples, knownSample } from '@/components/inspect/top/sample-cache';
import { useTops, useTopsChoice } from '@/components/inspect/top/top-session';
import type { ChosenUnit } from '@/components/inspect/unit/use-chosen-unit';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { channelMap, type ChannelMap } from '@/lib/inspect/channel-map';
import { topsOfUnit, type TopEntry } from '@/lib/inspect/top-units';
import type { InspectActions } from '@/lib/state/inspect-actions';
import { sampleInput } from '@/lib/state/inspect-subject';
import type { Sample } from '@/lib/training/protocol';

export interface ShownEntry extends TopEntry {
  /** undefined: not read yet. */
  readonly value: Sample | undefined;
  /** The unit's map for it, once the pass is over. */
  readonly map: ChannelMap | undefined;
}

const NO_MAPS: ReadonlyMap<number, ChannelMap> = new Map();

/** The best samples of the chosen unit with what is seen of them; both come in one after another. */
export function useTopEntries(chosen: ChosenUnit): readonly ShownEntry[] {
  const { subject, layer, unit } = chosen;
  const { call } = useInspectActions();
  const { split } = useTopsChoice();
  const found = useTops((state) => state.found);
  const isGoing = useTops((state) => state.pass !== null);
  const entries = useMemo(() => (found === null ? [] : topsOfUnit(found.tops, unit)), [found, unit]);
  const numbers = entries.map(({ sample }) => sample).join(' ');
  const [, setRead] = useState(0);
  useEffect(() => {
    let isOver = false;
    void fetchSamples({ subject, call }, split, asNumbers(numbers)).then(() => {
      if (!isOver) setRead((count) => count + 1);
    });
    return () => {
      isOver = true;
    };
  }, [subject, call, split, numbers]);
  const maps = useMaps({ chosen, call, split, numbers, isGoing: isGoing || layer.shape.length < 2 });
  return entries.map((entry) => ({
    ...entry,
    value: knownSample(subject, split, entry.sample),
    map: maps.get(entry.sample),
  }));
}

interface Wanted {
  readonly chosen: ChosenUnit;
  readonly call: InspectActions['call'];
  readonly split: ReturnType<typeof useTopsChoice>['split'];
  readonly numbers: string;
  readonly isGoing: boolean;
}

/** One pass through the network for each sample, one after the other, so that looks at the input keep moving. */
function useMaps({ chosen, call, split, numbers, isGoing }: Wanted): ReadonlyMap<number, ChannelMap> {
  const { subject, layer, unit } = chosen;
  const key = `${layer.node} ${unit} ${split} ${numbers}`;
  const [made, setMade] = useState<{ readonly key: string; readonly maps: ReadonlyMap<number, ChannelMap> } | null>(
    null,
  );
  const { weights } = subject;
  useEffect(() => {
    if (isGoing) return;
    let isOver = false;
    const work = async (): Promise<void> => {
      let maps = NO_MAPS;
      for (const number of asNumbers(numbers)) {
        if (isOver || !(await fetchSamples({ subject, call }, split, [number]))) return;
        const sample = knownSample(subject, split, number);
        if (sample === undefined) return;
        const { values: input } = sampleInput(split, sample);
        const reply = await call('look', { input, layers: [layer.node], miniatures: [], miniatureSize: 1 });
        const look = reply.ok ? reply.value.layers[0] : undefined;
        if (isOver || look === undefined) return;
        maps = new Map([...maps, [number, channelMap(look, unit)]]);
        setMade({ key, maps });
      }
    };
    void work();
    return () => {
      isOver = true;
    };
    // `weights` stands for the subject: its titles may change without them.
  }, [call, isGoing, key, layer.node, numbers, split, subject, unit, weights]);
  return made?.key === key ? made.maps : NO_MAPS;
}

function asNumbers(text: string): readonly number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}
