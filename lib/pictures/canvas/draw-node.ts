import type { Locale } from '@/lib/core/locale';
import { formatShape } from '@/lib/core/tensor-type';
import { faceParams } from '@/lib/layers/face-params';
import { layerDefinition } from '@/lib/layers/registry';
import { BLOCK_INPUT_TYPE, BLOCK_TYPE, blockOf, nodesIn, repeatOf } from '@/lib/document/blocks';
import type { Document, DocumentNode } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import type { Analysis } from '@/lib/analysis/analysis';
import { shareOfParams } from '@/lib/analysis/totals';
import type { CanvasWords } from '@/lib/pictures/canvas/canvas-words';
import { drawIcon } from '@/lib/pictures/canvas/draw-icon';
import { CODE_FONT, type FamilyColours, type Palette } from '@/lib/pictures/palette';
import { fittedText, textWidth } from '@/lib/pictures/text-width';
import { element, escapeXml } from '@/lib/pictures/xml';

export interface NodeDrawing {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly palette: Palette;
  readonly locale: Locale;
  readonly words: CanvasWords;
  readonly faulty: ReadonlySet<string>;
}

const RADIUS = 6;
const LEFT = 12;
const RIGHT = NODE_WIDTH - 10;

/** A layer, a block or the input of a block, with its left upper corner at the origin's place in the picture. */
export function drawNode(node: DocumentNode, drawing: NodeDrawing): string {
  const { palette, faulty } = drawing;
  const definition = layerDefinition(node.type);
  const colours = palette.families[definition?.family ?? 'input'];
  const isBlock = node.type === BLOCK_TYPE;
  const border = faulty.has(node.id) ? palette.danger : palette.border;
  const frame = {
    width: NODE_WIDTH,
    height: NODE_HEIGHT,
    rx: RADIUS,
    fill: palette.surface,
    stroke: border,
    'stroke-dasharray': node.type === BLOCK_INPUT_TYPE ? '4 3' : undefined,
  };
  const behind = { ...frame, x: 5, y: 5, fill: palette.surface2, stroke: palette.borderStrong };
  const { x, y } = node.position;
  return element('g', { transform: `translate(${x} ${y})` }, [
    isBlock ? element('rect', behind) : '',
    element('rect', frame),
    // The band along the left border, rounded with it.
    element('path', {
      d: `M${RADIUS},0H3V${NODE_HEIGHT}H${RADIUS}A6,6 0 0 1 0,70V6A6,6 0 0 1 6,0Z`,
      fill: colours.strong,
    }),
    drawHead(node, drawing, colours),
    drawParams(node, drawing),
    drawFoot(node, drawing, colours),
  ]);
}

function drawHead(node: DocumentNode, { document, palette, locale }: NodeDrawing, colours: FamilyColours): string {
  const definition = layerDefinition(node.type);
  const icon = node.type === BLOCK_TYPE ? null : (definition?.icon ?? 'input');
  const repeat = repeatOf(node);
  const times = repeat > 1 ? `× ${repeat}` : '';
  const type = { size: 13, weight: 'bold' } as const;
  const room = RIGHT - LEFT - 27 - (times === '' ? 0 : textWidth(times, type) + 8);
  const title = fittedText(layerTitle(node, locale, document.blocks), room, type);
  return [
    element('rect', { x: LEFT, y: 8, width: 20, height: 20, rx: 4, fill: colours.soft }),
    drawIcon(icon, { x: LEFT + 2, y: 10, size: 16, colour: colours.strong }),
    words(title, { x: LEFT + 27, y: 22.5, 'font-size': 13, 'font-weight': 600, fill: palette.text }),
    times === ''
      ? ''
      : words(times, {
          x: RIGHT,
          y: 22.5,
          'font-size': 12,
          'font-weight': 600,
          fill: palette.text,
          'text-anchor': 'end',
        }),
  ].join('');
}

const SMALL = { size: 11 } as const;

/** The parameters that stand on the layer's face, as many as have room. */
function drawParams(node: DocumentNode, { document, palette, locale, words: say }: NodeDrawing): string {
  const y = 43;
  const block = blockOf(node);
  if (block !== null) {
    const layers = nodesIn(document, block).filter(({ type }) => type !== BLOCK_INPUT_TYPE).length;
    return words(say.layers(layers), { x: LEFT, y, 'font-size': 11, fill: palette.text2 });
  }
  const definition = layerDefinition(node.type);
  const params = definition === null ? [] : faceParams(definition, node.params, locale);
  const text = params.map(({ label, value, isWord }) => (isWord ? value : `${label} ${value}`)).join(' · ');
  return words(fittedText(text, RIGHT - LEFT, SMALL), { x: LEFT, y, 'font-size': 11, fill: palette.text2 });
}

function drawFoot(node: DocumentNode, drawing: NodeDrawing, colours: FamilyColours): string {
  const { analysis, palette, words: say } = drawing;
  const layer = analysis.layers[node.id];
  const shape = layer?.output ? formatShape(layer.output.shape) : say.shapeUnknown;
  const share = shareOfParams(layer?.params ?? 0, analysis.totals);
  const end = { x: RIGHT, y: 62, 'font-size': 11, fill: palette.text2, 'text-anchor': 'end' };
  return [
    words(shape, { x: LEFT, y: 62, 'font-size': 11, 'font-family': CODE_FONT, fill: palette.text }),
    share > 0 ? words(say.share(share), end) : '',
    element('rect', { x: 3, y: NODE_HEIGHT - 3.5, width: NODE_WIDTH - 6, height: 3, rx: 1, fill: palette.surface2 }),
    share > 0
      ? element('rect', {
          x: 3,
          y: NODE_HEIGHT - 3.5,
          width: (NODE_WIDTH - 6) * share,
          height: 3,
          rx: 1,
          fill: colours.strong,
        })
      : '',
  ].join('');
}

function words(text: string, attributes: Readonly<Record<string, string | number>>): string {
  return element('text', attributes, escapeXml(text));
}
