import { evaluateExpression, number, product, quotient, sum, type Expression } from '@/lib/core/expression';
import type { NodeId } from '@/lib/core/ids';
import type { Bins, Reach, Shift, Spread, Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { placesOf } from '@/lib/layers/reach';
import { placedWindow } from '@/lib/layers/windows';
import type { Analysis, ReceptiveField } from '@/lib/analysis/analysis';
import { namedPart, wholePart, type Explanation, type FigureKey } from '@/lib/analysis/explanation';
import { unite } from '@/lib/analysis/receptive-field';
import { layerInputs, typedLayer } from '@/lib/analysis/typed-layer';

type Axis = 0 | 1;
type PlacedReach = Window | Spread | Shift | Bins;
/** What one layer does along one axis, in places of its input. */
interface AxisFormulas {
  /** Added to the field's size. */
  readonly growth: (jump: Expression) => readonly Expression[];
  /** What the jump is multiplied with; null: nothing. */
  readonly stride: Expression | null;
  /** Added to the first unit's centre. */
  readonly shift: (jump: Expression) => readonly Expression[];
}

/**
 * What one unit of a layer sees of the input image, from what the units before it see: size r + (k − 1)·d·j, jump j·s,
 * first centre c + (d·(k − 1)/2 − p)·j. Araujo, Norris & Sim, "Computing Receptive Fields of Convolutional Neural
 * Networks", Distill 2019. Empty where no single field holds for every unit.
 */
export function explainField(analysis: Analysis, id: NodeId): readonly Explanation[] {
  const field = analysis.layers[id]?.receptiveField ?? null;
  const layer = typedLayer(analysis, id);
  if (field === null || layer === null) return [];
  if (field.global) return [onAxes('field-size', (axis) => number(field.size[axis]))];
  const before = fieldBefore(analysis, id);
  const [input] = layer.site.inputs;
  const places = input === undefined ? null : placesOf(input.shape);
  if (before === null) return plain(field);
  const steps = fieldSteps({ reach: layer.definition.reach(layer.site), places }, before);
  const effective = onAxes('effective-stride', (axis) => product(stridesTo(analysis, id, axis)));
  return [steps.size, steps.jump, effective, steps.start];
}

/** A unit that sees itself alone: the input's pixels. */
function plain({ size, jump, start }: ReceptiveField): readonly Explanation[] {
  return [
    onAxes('field-size', (axis) => number(size[axis])),
    onAxes('field-jump', (axis) => number(jump[axis])),
    onAxes('field-start', (axis) => number(start[axis])),
  ];
}

/**
 * What a unit at the end of a chain of layers sees of what enters the chain: 1 + Σ (k − 1)·d·(the strides before it).
 * Empty where the layers are no chain, or one of them has no places.
 */
export function explainChainField(analysis: Analysis, ids: readonly NodeId[]): readonly Explanation[] {
  const selected = new Set(ids);
  const chain = analysis.order.filter((id) => selected.has(id));
  const links = chain.map((id) => placedReach(analysis, id));
  const isChain = chain.every((id, index) => {
    const inputs = layerInputs(analysis, id);
    return inputs.length === 1 && (index === 0 || inputs[0] === chain[index - 1]);
  });
  if (!isChain || chain.length < 2 || links.includes(null)) return [];
  const size = (axis: Axis): Expression => {
    const terms: Expression[] = [number(1)];
    const strides: Expression[] = [];
    for (const link of links) {
      if (link === null) continue;
      const { growth, stride } = axisFormulas(link.reach, link.places, axis);
      terms.push(...growth(product(strides)));
      if (stride !== null) strides.push(stride);
    }
    return sum(terms);
  };
  return [onAxes('field-size', size)];
}

/** One place of what enters a selection. */
const ENTRANCE: ReceptiveField = { size: [1, 1], jump: [1, 1], start: [0.5, 0.5], global: false };

/**
 * What a unit of the last of several layers sees of what enters them: of a chain with all its terms; where branches meet
 * (a residual block), from what the units before the last one see. Empty where more than one layer's output enters, or
 * where no single field holds.
 */
export function explainSelectionField(analysis: Analysis, ids: readonly NodeId[]): readonly Explanation[] {
  const chain = explainChainField(analysis, ids);
  const selected = new Set(ids);
  const order = analysis.order.filter((id) => selected.has(id));
  const entering = new Set(order.flatMap((id) => layerInputs(analysis, id)).filter((id) => !selected.has(id)));
  if (chain.length > 0 || order.length < 2 || entering.size !== 1) return chain;
  const fields = new Map<NodeId, ReceptiveField | null>([...entering].map((id) => [id, ENTRANCE]));
  let last: Explanation | null = null;
  for (const id of order) {
    const link = placedReach(analysis, id);
    const [first, ...others] = layerInputs(analysis, id).map((input) => fields.get(input) ?? null);
    const before = first === undefined ? null : others.reduce(unite, first);
    const steps = link === null || before === null ? null : fieldSteps(link, before);
    fields.set(id, steps === null ? null : fieldOf(steps));
    last = steps?.size ?? null;
  }
  return last === null ? [] : [last];
}

interface FieldSteps {
  readonly size: Explanation;
  readonly jump: Explanation;
  readonly start: Explanation;
}

function fieldSteps({ reach, places }: Placed, { size, jump, start }: ReceptiveField): FieldSteps {
  const formulas = (axis: Axis) => axisFormulas(reach, places, axis);
  const before = (axis: Axis) => number(jump[axis]);
  return {
    size: onAxes('field-size', (axis) => sum([number(size[axis]), ...formulas(axis).growth(before(axis))])),
    jump: onAxes('field-jump', (axis) => times(before(axis), formulas(axis).stride)),
    start: onAxes('field-start', (axis) => sum([number(start[axis]), ...formulas(axis).shift(before(axis))])),
  };
}

function fieldOf({ size, jump, start }: FieldSteps): ReceptiveField {
  const pair = ({ values: [height = 0, width = 0] }: Explanation): Pair => [height, width];
  return { size: pair(size), jump: pair(jump), start: pair(start), global: false };
}

interface Placed {
  readonly reach: Reach;
  /** Rows and columns of the layer's input; null where it has none. */
  readonly places: Pair | null;
}

function placedReach(analysis: Analysis, id: NodeId): Placed | null {
  const layer = typedLayer(analysis, id);
  const [input] = layer?.site.inputs ?? [];
  const places = input === undefined ? null : placesOf(input.shape);
  if (layer === null || places === null) return null;
  const reach = layer.definition.reach(layer.site);
  return reach === 'global' || reach === 'everywhere' || reach === 'rearranged' ? null : { reach, places };
}

/** One part where both axes are alike, else one each. */
function onAxes(figure: FigureKey, express: (axis: Axis) => Expression): Explanation {
  const [height, width] = [express(0), express(1)];
  const isSame = JSON.stringify(height) === JSON.stringify(width);
  return {
    figure,
    unit: 'pixels',
    values: [evaluateExpression(height), evaluateExpression(width)],
    combination: 'axes',
    parts: () => (isSame ? [wholePart(height)] : [namedPart('height', height), namedPart('width', width)]),
    source: 'receptive-field',
  };
}

/** What the layer's inputs see together; null for one without inputs. */
function fieldBefore(analysis: Analysis, id: NodeId): ReceptiveField | null {
  const fields = layerInputs(analysis, id).map((input) => analysis.layers[input]?.receptiveField ?? null);
  const [first] = fields;
  return first === undefined ? null : fields.reduce(unite, first);
}

const UNCHANGED: AxisFormulas = { growth: () => [], stride: null, shift: () => [] };

function axisFormulas(reach: Reach, places: Pair | null, axis: Axis): AxisFormulas {
  if (typeof reach === 'string' || places === null) return UNCHANGED;
  return 'kind' in reach ? kindFormulas(reach, places, axis) : windowFormulas(reach, places, axis);
}

function windowFormulas(window: Window, places: Pair, axis: Axis): AxisFormulas {
  const [size, stride, dilation] = [window.size[axis], window.stride[axis], window.dilation[axis]];
  const before = placedWindow(window, places).before[axis];
  const reached = [difference(size, 1), ...(dilation === 1 ? [] : [number(dilation)])];
  const centre = sum([quotient(product(reached), number(2)), number(-before)]);
  return {
    growth: (jump) => (size === 1 ? [] : [product([...reached, jump])]),
    stride: stride === 1 ? null : number(stride),
    shift: (jump) => (size === 1 && before === 0 ? [] : [product([centre, jump])]),
  };
}

function kindFormulas(reach: Exclude<PlacedReach, Window>, places: Pair, axis: Axis): AxisFormulas {
  switch (reach.kind) {
    case 'shift': {
      const by = reach.by[axis];
      return { ...UNCHANGED, shift: (jump) => (by === 0 ? [] : [product([number(by), jump])]) };
    }
    case 'spread': {
      const [size, stride, before] = [reach.size[axis], reach.stride[axis], reach.before[axis]];
      const width: Expression = { kind: 'ceil', of: quotient(number(size), number(stride)) };
      const centre = quotient(
        sum([number(before), product([number(-1), quotient(difference(size, 1), number(2))])]),
        number(stride),
      );
      return {
        growth: (jump) => (size <= stride ? [] : [product([sum([width, number(-1)]), jump])]),
        stride: stride === 1 ? null : quotient(number(1), number(stride)),
        shift: (jump) => [product([centre, jump])],
      };
    }
    case 'bins':
      return binFormulas(places[axis], reach.output[axis]);
  }
}

/** The windows differ in size: the widest counts. */
function binFormulas(input: number, output: number): AxisFormulas {
  const ratio = quotient(number(input), number(output));
  const widths = Array.from(
    { length: output },
    (_, at) => Math.ceil(((at + 1) * input) / output) - Math.floor((at * input) / output),
  );
  const centre = quotient(sum([ratio, number(-1)]), number(2));
  return {
    growth: (jump) => [product([difference(Math.max(...widths), 1), jump])],
    stride: ratio,
    shift: (jump) => [product([centre, jump])],
  };
}

/** The strides on the way from an input to the layer and through it, those of 1 left out. */
function stridesTo(analysis: Analysis, id: NodeId, axis: Axis): readonly Expression[] {
  const strides: Expression[] = [];
  for (let at: NodeId | undefined = id; at !== undefined; at = layerInputs(analysis, at)[0]) {
    const link = placedReach(analysis, at);
    const stride = link === null ? null : axisFormulas(link.reach, link.places, axis).stride;
    if (stride !== null) strides.unshift(stride);
  }
  return strides;
}

function difference(a: number, b: number): Expression {
  return sum([number(a), number(-b)]);
}

function times(value: Expression, other: Expression | null): Expression {
  return other === null ? value : product([value, other]);
}
