import type { Json } from '@/lib/core/json';
import { lossFits } from '@/lib/core/heads';
import { INPUT_TARGET, type LossName, type Statistics } from '@/lib/core/learning';
import { sameShape } from '@/lib/core/tensor-type';
import type { TrainingSettings } from '@/lib/document/training-settings';
import type { ModelPlan } from '@/lib/compile/plan';
import { printProgram } from '@/lib/codegen/print';
import { fromJson, type Statement } from '@/lib/codegen/tree';
import { sourceText } from '@/lib/codegen/sources';

/** `src/scaling.ts`: how the network is given its pictures. */
export function generateScaling({ normalization }: TrainingSettings, known: Statistics | null): string {
  const statistics = normalization === 'standard' ? known : null;
  const value = fromJson({ normalization, statistics: statistics === null ? null : asJson(statistics) });
  const code = printProgram([{ kind: 'const', name: 'scaling: Scaling', value }]).code;
  return replaceRegion(sourceText('scaling.ts'), 'settings', code);
}

/** `src/train.ts`: the design's training settings in the loop that every project has. */
export function generateTraining(plan: ModelPlan, settings: TrainingSettings): string {
  const template = sourceText('train.ts');
  const code = printProgram([settingsStatement(settings), { kind: 'blank' }, headsStatement(plan, settings)]).code;
  return replaceRegion(template, 'settings', code);
}

function replaceRegion(text: string, region: string, code: string): string {
  const [start, end] = [`// <${region}>\n`, `// </${region}>\n`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`The project's source has no region <${region}>.`);
  return text.slice(0, from) + code + text.slice(to + end.length);
}

/** Every constant is stated, those of other optimizers and schedules too: a change of one word is enough to try them. */
function settingsStatement(settings: TrainingSettings): Statement {
  const { batchSize, epochs, seed, dataShare, validationShare } = settings;
  const { lossOptions, optimizer, schedule, gradients, earlyStopping, augmentation } = settings;
  const learning = { lossOptions, optimizer, schedule, gradients, earlyStopping, augmentation };
  const value = fromJson({ batchSize, epochs, seed, dataShare, validationShare, ...asJson(learning) });
  return { kind: 'const', name: 'settings: Settings', value };
}

/** Plain data, as it is in a document. */
function asJson(settings: object): Readonly<Record<string, Json>> {
  return settings as Readonly<Record<string, Json>>;
}

function headsStatement(plan: ModelPlan, settings: TrainingSettings): Statement {
  const signature = 'function headsOf(): Head[]';
  const heads = headsOf(plan, settings);
  if (heads === null) {
    const message = 'Several inputs or outputs: say here what each is trained on.';
    return { kind: 'function', signature, body: [{ kind: 'throw', message }] };
  }
  return { kind: 'function', signature, body: [{ kind: 'return', value: fromJson(heads) }] };
}

/** The data of a project is one picture and one class: null where a network learns more than these. */
function headsOf(plan: ModelPlan, { loss, heads }: TrainingSettings): readonly Readonly<Record<string, Json>>[] | null {
  if (plan.inputs.length > 1) return null;
  const isAlone = plan.outputs.length === 1;
  const ends = plan.outputs.flatMap((name) => plan.layers.find((layer) => layer.name === name) ?? []);
  const named = new Set(ends.flatMap(({ node }) => heads[node]?.target ?? []).filter((name) => name !== INPUT_TARGET));
  const made = ends.map(({ node, outputShape }) => {
    const isPicture =
      outputShape.length > 1 && sameShape(outputShape, plan.inputShape) && (!isAlone || fitsInput(loss));
    const isInput = heads[node] === undefined ? isPicture : heads[node].target === INPUT_TARGET;
    const usual: LossName = isInput ? 'mean-squared-error' : 'categorical-cross-entropy';
    const own = {
      loss: isAlone ? loss : (heads[node]?.loss ?? usual),
      weight: isAlone ? 1 : (heads[node]?.weight ?? 1),
    };
    return isInput ? { target: INPUT_TARGET, kind: 'values', ...own } : { target: 0, kind: 'classes', ...own };
  });
  const ofClasses = ends.filter((_, index) => made[index]?.kind === 'classes');
  const [first] = ofClasses;
  const areAlike = ofClasses.every(({ outputShape }) => sameShape(outputShape, first?.outputShape ?? []));
  return named.size <= 1 && areAlike ? made : null;
}

function fitsInput(loss: LossName): boolean {
  return lossFits({ inputShape: [], targets: [] }, INPUT_TARGET, loss);
}
