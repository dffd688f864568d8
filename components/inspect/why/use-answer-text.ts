import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import type { Answered } from '@/components/inspect/why/use-attribution';
import { lookedAt, useFigureFacts } from '@/components/inspect/why/use-figure-facts';
import { useMessages } from '@/components/ui/use-messages';
import { attributionMap, extremesOf, largestSize } from '@/lib/inspect/attribution';
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

/** What files of an answer are called: two layers may have one title, never one name in the design. */
export function answerFileName({ asked: { subject, unit }, method }: Answered): string {
  return `${subject.document.name} ${unit.layer} unit ${unit.channel} ${method}`;
}

/** What the colours mean, and where the ends of the values are. */
export function useLegend(): (answer: Pick<Answered, 'method'>, values: Values) => string {
  const t = useMessages(inspectWhyMessages);
  const format = useShortNumber();
  return ({ method }, values) => {
    const map = attributionMap(values);
    const most = format(largestSize(map.values));
    const { positive, negative } = extremesOf(map);
    const places = [
      ...(positive === null ? [] : [t.mostPositive(positive.row, positive.column, format(positive.value))]),
      ...(negative === null ? [] : [t.mostNegative(negative.row, negative.column, format(negative.value))]),
    ];
    return `${method === 'grad-cam' ? t.legendPositive(most) : t.legend(most)} ${t.extremes(places)}`;
  };
}

/** What a saved picture of an answer says of it: the unit's value, how it was asked, and of what. */
export function useAnswerLines(): (answer: Answered) => readonly string[] {
  const t = useMessages(inspectWhyMessages);
  const nameOf = useLayerNames();
  const valueText = useValueText();
  const facts = useFigureFacts();
  const legend = useLegend();
  return (answer) => {
    const { pixels, asked, input, patch, stride } = answer;
    const own = facts(lookedAt(asked.subject), input);
    if (pixels.kind === 'refused') return own;
    const { value, place } = valueText(answer, pixels);
    const how = [
      ...(pixels.shape.length === 1 ? [] : [legend(answer, pixels)]),
      ...(pixels.through === null ? [] : [t.cam(nameOf(pixels.through))]),
      ...(pixels.fill === undefined ? [] : [t.patchFact(patch, stride, t.fills[pixels.fill].name)]),
    ];
    return [`${value}${place}`, ...how, ...own];
  };
}
