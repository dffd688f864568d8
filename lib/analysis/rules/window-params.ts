import type { ParamValue } from '@/lib/core/problem';
import type { LayerDefinition, Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import type { Diagnostic, Fix } from '@/lib/analysis/diagnostic';
import { setParam } from '@/lib/analysis/problem-fixes';
import type { RuleLayer, WindowLayer } from '@/lib/analysis/rules/rule';

type Side = 'size' | 'stride' | 'dilation';

/** Sets the window's size, stride or dilation, whatever the layer calls it. */
export function setWindow(at: WindowLayer, side: Side, wanted: Pair): readonly Fix[] {
  const param = windowParam(at, side);
  if (param === null) return [];
  // A sequence is an image one pixel wide, whose layers say one number.
  const isNumber = at.layer.definition.fields[param]?.kind === 'integer';
  return [setParam(at.node, param, isNumber ? wanted[0] : wanted)];
}

/** Lets the layer pad so that no place is left out, if it can. */
export function padSame(at: WindowLayer): readonly Fix[] {
  const { layer, node } = at;
  for (const [param, field] of Object.entries(layer.definition.fields)) {
    const canPad = field.kind === 'padding' || (field.kind === 'choice' && field.options.includes('same'));
    if (canPad && windowWith(at, param, 'same')?.padding === 'same') return [setParam(node, param, 'same')];
  }
  return [];
}

export function atWindow(at: WindowLayer, side: Side): Diagnostic['place'] {
  const param = windowParam(at, side);
  return param === null ? { kind: 'node', node: at.id } : { kind: 'param', node: at.id, param };
}

const names = new WeakMap<LayerDefinition, Map<Side, string | null>>();

/** The parameter that says this of the window: the one that changes it. The same for every layer of the type. */
function windowParam(at: WindowLayer, side: Side): string | null {
  const known = names.get(at.layer.definition) ?? new Map<Side, string | null>();
  names.set(at.layer.definition, known);
  const name = known.get(side) ?? findParam(at, side);
  known.set(side, name);
  return name;
}

function findParam(at: WindowLayer, side: Side): string | null {
  const { site, definition } = at.layer;
  for (const [param, field] of Object.entries(definition.fields)) {
    if (field.kind !== 'pair' && field.kind !== 'integer') continue;
    const value = site.params[param];
    const other: ParamValue = typeof value === 'number' ? value + 1 : at.window[side].map((number) => number + 1);
    const changed = windowWith(at, param, other)?.[side];
    if (changed !== undefined && changed[0] !== at.window[side][0]) return param;
  }
  return null;
}

function windowWith({ layer: { definition, site } }: RuleLayer, param: string, value: ParamValue): Window | null {
  const reach = definition.reach({ ...site, params: { ...site.params, [param]: value as never } });
  return typeof reach === 'object' && !('kind' in reach) ? reach : null;
}
