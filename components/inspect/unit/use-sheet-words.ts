import { useUnitNotes } from '@/components/inspect/top/use-unit-notes';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { lookedAt, useFigureFacts } from '@/components/inspect/why/use-figure-facts';
import { useMessages } from '@/components/ui/use-messages';
import type { NodeId } from '@/lib/core/ids';
import { formatShape } from '@/lib/core/tensor-type';
import type { ColourScale } from '@/lib/inspect/colours';
import { colourEnds } from '@/lib/inspect/colour-ends';
import type { Span } from '@/lib/inspect/normalise';
import { inspectGridMessages, type Colouring } from '@/lib/messages/inspect-grid';
import type { InspectInput, InspectSubject } from '@/lib/state/inspect-state';

export interface SheetWords {
  /** "Conv2D, 28 × 28 × 6 (layer 2 of 14)": there may be several of one name and shape. */
  readonly layer: string;
  readonly unit: (unit: number) => string;
  /** In which colours, where one scale is for values that go so far. */
  readonly colours: (scale: ColourScale, of: Colouring['of'], span: Span) => string;
  /** Of which design, run, epoch or start values, and input. */
  readonly facts: (input: InspectInput | null) => readonly string[];
}

/** What a picture must say, seen by itself on a slide or in print. */
export function useSheetWords(subject: InspectSubject, node: NodeId): SheetWords {
  const t = useMessages(inspectGridMessages);
  const format = useShortNumber();
  const facts = useFigureFacts();
  const notes = useUnitNotes(node);
  const at = subject.layers.findIndex((known) => known.node === node);
  const known = subject.layers[at];
  const layer =
    known === undefined ? node : t.layer(known.title, formatShape(known.shape), at + 1, subject.layers.length);
  return {
    layer,
    unit: (unit) => t.unit(unit, notes.get(unit) ?? null, layer),
    colours(scale, of, span) {
      const { low, high } = colourEnds(scale, span);
      return t.colours({ scale, of, low: format(low), high: format(high) });
    },
    facts: (input) => facts(lookedAt(subject), input),
  };
}
