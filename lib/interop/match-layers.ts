import type { OpaqueReason } from '@/lib/core/import-report';
import type { TensorType } from '@/lib/core/tensor-type';
import { checkParams } from '@/lib/layers/check-params';
import type { KerasConfig, LayerDefinition, Site } from '@/lib/layers/definition';
import type { Fields, Params, ParamsOf } from '@/lib/layers/fields';
import { candidatesFor, type Candidate } from '@/lib/interop/reader-index';
import { SIMPLER_STARTS, trackConfig, watched } from '@/lib/interop/read-options';
import type { KerasLayer, KerasVersion } from '@/lib/interop/keras/network';

/** Keras layers that became one of ours. */
export interface Match {
  readonly definition: LayerDefinition;
  readonly params: Params;
  readonly site: Site<ParamsOf<Fields>>;
  /** As many as the reader takes: usually one. */
  readonly chain: readonly KerasLayer[];
  /** Options of the file that it has no place for. */
  readonly leftOut: readonly string[];
}

export interface MatchScene {
  readonly version: KerasVersion;
  /** The only layer that takes this layer's output, where there is only one. */
  readonly onlyConsumer: (layer: KerasLayer) => KerasLayer | null;
}

/** The layer, and those behind it that belong to it, as one of ours; or why there is none. */
export function matchLayer(layer: KerasLayer, inputs: readonly TensorType[], scene: MatchScene): Match | OpaqueReason {
  const candidates = candidatesFor(layer.className);
  if (layer.hasSeveralOutputs) return 'outputs';
  let reason: OpaqueReason = candidates.length === 0 ? 'no-layer' : 'settings';
  for (const candidate of candidates) {
    const chain = followChain(layer, candidate.reader.classes, scene);
    if (chain === null || !isMeant(chain, candidates)) continue;
    const match = takesCount(candidate.definition, inputs.length)
      ? read(candidate, chain, { inputs, scene })
      : 'inputs';
    if (typeof match !== 'string') return match;
    if (match === 'inputs') reason = match;
  }
  return reason;
}

/** The layers from this one on, where each is the only one to take the one before and the classes are these. */
function followChain(
  layer: KerasLayer,
  classes: readonly string[],
  { onlyConsumer }: MatchScene,
): readonly KerasLayer[] | null {
  const chain = [layer];
  for (const className of classes.slice(1)) {
    const last = chain.at(-1);
    const next = last === undefined ? null : onlyConsumer(last);
    if (next === null || next.className !== className || next.inputs.length !== 1) return null;
    chain.push(next);
  }
  return chain;
}

/**
 * A chain is one layer of ours where it is named as we name it (compile's helperName), or where its first layer could not
 * be one by itself: what another tool writes as a padding and a convolution stays two layers.
 */
function isMeant(chain: readonly KerasLayer[], candidates: readonly Candidate[]): boolean {
  const last = chain.at(-1);
  if (chain.length === 1 || last === undefined) return true;
  if (chain.slice(0, -1).every(({ name }) => name.startsWith(`${last.name}_`))) return true;
  return !candidates.some(({ reader }) => reader.classes.length === 1);
}

function takesCount({ inputs }: LayerDefinition, count: number): boolean {
  if (inputs.arity === 'none') return count === 0;
  return inputs.arity === 'one' ? count === 1 : count >= inputs.min && count <= (inputs.max ?? Infinity);
}

function read(
  { definition, reader }: Candidate,
  chain: readonly KerasLayer[],
  { inputs, scene }: { readonly inputs: readonly TensorType[]; readonly scene: MatchScene },
): Match | 'settings' | 'inputs' {
  for (const simplify of SIMPLER_STARTS) {
    const tracked = chain.map(({ config }) => trackConfig(config));
    const calls = chain.map(({ className, config }, index): KerasConfig => {
      const simple = simplify(config);
      const whole = tracked[index]?.config ?? config;
      // What is asked of the simpler config is asked of the whole one too, so that both know what was read.
      const seen =
        simple === config ? whole : watched(simple, (key) => void (Object.hasOwn(simple, key) && whole[key]));
      return { className, config: seen, kerasVersion: scene.version };
    });
    const params = reader.params(calls, inputs);
    if (params === null) continue;
    const checked = checkParams(definition.fields, params as Params);
    if (checked.problems.length > 0) continue;
    const output = definition.infer({ params: checked.params, inputs });
    if (!output.ok) return 'inputs';
    const site = { params: checked.params, inputs, output: output.value };
    const leftOut = [...new Set(tracked.flatMap((each) => each.leftOut()))];
    return { definition, params: checked.params as Params, site, chain, leftOut };
  }
  return 'settings';
}
