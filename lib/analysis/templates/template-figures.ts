import { analyze } from '@/lib/analysis/analyze';
import { nodesIn } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';
import { GRID } from '@/lib/document/node-size';
import { FAMILIES } from '@/lib/layers/definition';
import { layerDefinition } from '@/lib/layers/registry';

/** What the gallery shows of a template. Worked out beforehand: thirty networks at once would hold the page up. */
export interface TemplateFigures {
  readonly params: number;
  readonly trainableParams: number;
  /** Multiply-accumulates of one sample. */
  readonly macs: number;
  /** With blocks written out. */
  readonly layers: number;
  readonly picture: TemplatePicture;
}

/** The design as it is laid out, the inside of its blocks left out; lengths in steps of the canvas's grid. */
export interface TemplatePicture {
  /** For each layer its left and upper edge and its place in FAMILIES; -1 for a block. One behind the other. */
  readonly layers: readonly number[];
  /** For each connection the places of its two layers in `layers`. */
  readonly edges: readonly number[];
}

export function templateFigures(document: Document): TemplateFigures {
  const { totals, network } = analyze(document, null);
  const { params, trainableParams, macs } = totals;
  return { params, trainableParams, macs, layers: network.length, picture: drawPicture(document) };
}

function drawPicture(document: Document): TemplatePicture {
  const nodes = nodesIn(document, null);
  const left = Math.min(...nodes.map(({ position }) => position.x));
  const top = Math.min(...nodes.map(({ position }) => position.y));
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const steps = (length: number) => Math.round(length / GRID);
  return {
    layers: nodes.flatMap(({ type, position }) => {
      const family = layerDefinition(type)?.family;
      const colour = family === undefined ? -1 : FAMILIES.indexOf(family);
      return [steps(position.x - left), steps(position.y - top), colour];
    }),
    edges: Object.values(document.edges).flatMap(({ source, target }) => {
      const [from, to] = [places.get(source), places.get(target)];
      return from === undefined || to === undefined ? [] : [from, to];
    }),
  };
}
