import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import type { Answered } from '@/components/inspect/why/use-attribution';
import { lookedAt, useFigureFacts } from '@/components/inspect/why/use-figure-facts';
import { useMessages } from '@/components/ui/use-messages';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { AttributeReply } from '@/lib/training/inspect/protocol';

type Values = Extract<AttributeReply, { readonly kind: 'values' }>;

/** What the unit itself answers; `place`: where in its map, in brackets, or nothing. */
export function useValueText(): (
  answer: Answered,
  values: Values,
) => { readonly value: string; readonly place: string } {
  const t = useMessages(inspectWhyMessages).origin;
  const format = useShortNumber();
  return ({ asked }, { activation, cell }) => ({
    value: asked.isScore ? t.score(format(activation)) : t.value(format(activation)),
    place: cell === null ? '' : ` (${t.atCell(cell[0], cell[1])})`,
  });
}

/** What a saved picture of an answer says of it: the unit's value, how it was asked, and of what. */
export function useAnswerLines(): (answer: Answered) => readonly string[] {
  const t = useMessages(inspectWhyMessages);
  const nameOf = useLayerNames();
  const valueText = useValueText();
  const facts = useFigureFacts();
  return (answer) => {
    const { pixels, method, asked, input, patch, stride } = answer;
    const own = facts(lookedAt(asked.subject), input);
    if (pixels.kind === 'refused') return own;
    const { value, place } = valueText(answer, pixels);
    const how = pixels.through === null ? [] : [t.cam(nameOf(pixels.through))];
    return [`${value}${place}`, ...how, ...(method === 'occlusion' ? [t.patchFact(patch, stride)] : []), ...own];
  };
}
