import * as tf from '@tensorflow/tfjs';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import { applyCommand } from '@/lib/document/apply-command';
import { CUSTOM_LAYERS } from '@/lib/training/worker/custom-layers';
import { subjects, type Subject } from './designs';

export interface Measured {
  readonly name: string;
  readonly layers: number;
  readonly aim: number;
  /** Milliseconds per round: from a parameter's edit to the new diagnostics. */
  readonly edits: readonly number[];
  /** The same in processor time, which other programs on the machine do not lengthen by taking turns. */
  readonly cpu: readonly number[];
  /** Milliseconds per round: tfjs building the same graph from JSON, all weights zero. */
  readonly builds: readonly number[];
}

/** Measures every subject: rounds of an edit with its analysis and, side by side, of building the graph in tfjs. */
export async function measure({ edits, builds }: { edits: number; builds: number }): Promise<readonly Measured[]> {
  await tf.setBackend('cpu');
  await tf.ready();
  const measured: Measured[] = [];
  for (const subject of subjects()) measured.push(await measureSubject(subject, { edits, builds }));
  return measured;
}

async function measureSubject(subject: Subject, rounds: { edits: number; builds: number }): Promise<Measured> {
  const { name, document, aim, edit } = subject;
  let current = document;
  let analysis = analyze(current, null);
  const times = Array.from({ length: rounds.edits }, (_, round) => {
    const value = edit.values[round % 2 === 0 ? 0 : 1];
    const [start, used] = [performance.now(), process.cpuUsage()];
    current = applyCommand(current, { kind: 'set-param', node: edit.node, param: edit.param, value });
    analysis = analyze(current, null);
    const { user, system } = process.cpuUsage(used);
    return { wall: performance.now() - start, cpu: (user + system) / 1000 };
  });
  if (analysis.hasErrors) throw new Error(`${name} has errors: there is nothing to compare with`);
  const warm = times.slice(Math.floor(times.length / 5));
  const builds: number[] = [];
  // tfjs takes minutes for ten thousand layers.
  const count = Object.keys(document.nodes).length > 5000 ? 0 : rounds.builds;
  for (let round = 0; round < count; round++) builds.push(await buildInTfjs(document));
  return {
    name,
    layers: Object.keys(document.nodes).length,
    aim,
    edits: warm.map(({ wall }) => wall),
    cpu: warm.map(({ cpu }) => cpu),
    builds,
  };
}

async function buildInTfjs(document: Subject['document']): Promise<number> {
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error('the design has no model');
  if (Object.keys(CUSTOM_LAYERS).length === 0) throw new Error('the classes of our own are not registered');
  const json = withZeros(kerasJson(plan.value, 1)) as { [key: string]: never };
  const start = performance.now();
  const model = await tf.models.modelFromJSON({ modelTopology: json } as never);
  const time = performance.now() - start;
  model.dispose();
  return time;
}

/** Random start values would be most of the time. */
function withZeros(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withZeros);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key.endsWith('_initializer') ? { class_name: 'Zeros', config: {} } : withZeros(inner),
    ]),
  );
}
