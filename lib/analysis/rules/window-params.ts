import type { ParamValue } from '@/lib/core/problem';
import type { Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import type { Diagnostic, Fix } from '@/lib/analysis/diagnostic';
import { setParam } from '@/lib/analysis/problem-fixes';
import type { RuleLayer, WindowLayer } from '@/lib/analysis/rules/rule';

type Side = 'size' | 'stride' | 'dilation';

/** Sets the window's size, stride or dilation, whatever the layer calls it and whether for both axes at once or for each. */
export function setWindow(at: WindowLayer, side: Side, wanted: Pair): readonly Fix[] {
  const { layer, node } = at;
  for (const [param, field] of Object.entries(layer.definition.fields)) {
    if (field.kind !== 'pair' && field.kind !== 'integer') continue;
    const value: ParamValue = field.kind === 'pair' ? wanted : Math.max(...wanted);
    if (same(windowWith(at, param, value)?.[side], wanted)) return [setParam(node, param, value)];
  }
  return [];
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

/** The parameter that says this of the window: the one that changes it. */
export function windowParam(at: WindowLayer, side: Side): string | null {
  const { site, definition } = at.layer;
  for (const [param, field] of Object.entries(definition.fields)) {
    if (field.kind !== 'pair' && field.kind !== 'integer') continue;
    const value = site.params[param];
    const other: ParamValue = typeof value === 'number' ? value + 1 : at.window[side].map((number) => number + 1);
    if (!same(windowWith(at, param, other)?.[side], at.window[side])) return param;
  }
  return null;
}

export function atWindow(at: WindowLayer, side: Side): Diagnostic['place'] {
  const param = windowParam(at, side);
  return param === null ? { kind: 'node', node: at.id } : { kind: 'param', node: at.id, param };
}

function windowWith({ layer: { definition, site } }: RuleLayer, param: string, value: ParamValue): Window | null {
  const reach = definition.reach({ ...site, params: { ...site.params, [param]: value as never } });
  return typeof reach === 'object' && !('kind' in reach) ? reach : null;
}

function same(a: Pair | undefined, b: Pair): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1];
}
