import type { Reach } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import type { FigureBlock } from '@/lib/pictures/figure/fold-layers';
import type { FigureGroup } from '@/lib/pictures/figure/group-blocks';
import { wrappedText } from '@/lib/pictures/text-width';

export interface LabelLine {
  readonly text: string;
  readonly kind: 'title' | 'detail' | 'size';
}

export const LABEL_TYPE = { title: { size: 11, weight: 'bold' }, detail: { size: 10 }, size: { size: 10 } } as const;
export const LINE_HEIGHT = 13;

interface LabelChoices {
  readonly names: boolean;
  readonly sizes: boolean;
  /** Of the column. */
  readonly room: number;
}

/** "2 × Conv2D" / "3×3, ReLU" / "224×224×64", in lines that have room. */
export function labelOf({ blocks }: FigureGroup, { names, sizes, room }: LabelChoices): readonly LabelLine[] {
  const [first] = blocks;
  if (first.kind === 'junction') return [];
  const title = titleOf(blocks);
  const detail = joined([...windowText(first), ...folds(blocks)]);
  const lines = (text: string, kind: LabelLine['kind']): readonly LabelLine[] =>
    text === '' ? [] : wrappedText(text, room, LABEL_TYPE[kind]).map((line) => ({ text: line, kind }));
  return [
    ...(names ? [...lines(title, 'title'), ...lines(detail, 'detail')] : []),
    ...(sizes ? [{ text: sizeText(first.shape), kind: 'size' } as const] : []),
  ];
}

export function sizeText(shape: readonly number[]): string {
  return shape.join('×');
}

function titleOf(blocks: FigureGroup['blocks']): string {
  const [first, ...others] = blocks;
  if (others.length === 0) return first.repeat > 1 ? `${first.repeat} × ${first.title}` : first.title;
  if (others.every(({ title }) => title === first.title)) return `${blocks.length} × ${first.title}`;
  const last = others.at(-1)?.title ?? '';
  return others.length === 1 ? `${first.title}, ${last}` : `${first.title} … ${last}`;
}

/** The activations behind the blocks, told once. */
function folds(blocks: FigureGroup['blocks']): readonly string[] {
  return [...new Set(blocks.flatMap(({ folded }) => folded))];
}

function joined(parts: readonly string[]): string {
  return parts.join(', ');
}

/** Size and stride of what a layer slides over its input, as papers write them: "7×7, /2". */
function windowText({ reading, kind }: FigureBlock): readonly string[] {
  if (reading === null || kind === 'vector' || typeof reading.reach === 'string') return [];
  const { reach, input } = reading;
  const isFlat = input.length === 2;
  const text = (pair: Pair) => (isFlat ? String(pair[0]) : pair.join('×'));
  const [size, stride, sign] = movementOf(reach);
  if (size === null) return [];
  const isStill = stride[0] === 1 && (isFlat || stride[1] === 1);
  const step = isFlat || stride[0] === stride[1] ? String(stride[0]) : text(stride);
  return [text(size), ...(isStill ? [] : [`${sign}${step}`])];
}

/** '/': so many times smaller; '↑': so many times larger. */
function movementOf(reach: Exclude<Reach, string>): readonly [size: Pair | null, stride: Pair, sign: '/' | '↑'] {
  if (!('kind' in reach)) return [reach.size, reach.stride, '/'];
  return reach.kind === 'spread' ? [reach.size, reach.stride, '↑'] : [null, [1, 1], '/'];
}
