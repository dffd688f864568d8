import type { LossName, OptimizerName, OptimizerSettings, TrainingSettings } from '@/lib/document/training-settings';
import type { ModelPlan } from '@/lib/compile/plan';
import { printProgram } from '@/lib/codegen/print';
import { chain, fromJson, name, type Call, type Expression, type Statement } from '@/lib/codegen/tree';
import { sourceText } from '@/lib/codegen/sources';

/** `src/train.ts`: the design's training settings in the loop that every project has. */
export function generateTraining(plan: ModelPlan, settings: TrainingSettings): string {
  const template = sourceText('train.ts');
  const withSettings = replaceRegion(template, 'settings', settingsCode(settings));
  return replaceRegion(withSettings, 'objective', objectiveCode(plan, settings.loss));
}

function replaceRegion(text: string, region: string, code: string): string {
  const [start, end] = [`// <${region}>\n`, `// </${region}>\n`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`The project's train.ts has no region <${region}>.`);
  return text.slice(0, from) + code + text.slice(to + end.length);
}

function settingsCode({ batchSize, epochs, seed, dataShare, validationShare, optimizer }: TrainingSettings): string {
  return printProgram([
    { kind: 'const', name: 'settings', value: fromJson({ batchSize, epochs, seed, dataShare, validationShare }) },
    { kind: 'blank' },
    {
      kind: 'const',
      name: 'createOptimizer',
      value: { kind: 'arrow', body: chain(name('tf.train'), optimizerCall(optimizer)) },
    },
  ]).code;
}

/** Every constant is given: tfjs's default epsilon differs between backends. */
const OPTIMIZER_CALLS = {
  sgd: ({ learningRate }) => [learningRate],
  momentum: ({ learningRate, momentum }) => [learningRate, momentum],
  nesterov: ({ learningRate, momentum }) => [learningRate, momentum],
  rmsprop: ({ learningRate, decay, epsilon }) => [learningRate, decay, 0, epsilon],
  adagrad: ({ learningRate, initialAccumulator }) => [learningRate, initialAccumulator],
  adadelta: ({ learningRate, rho, epsilon }) => [learningRate, rho, epsilon],
  adam: ({ learningRate, beta1, beta2, epsilon }) => [learningRate, beta1, beta2, epsilon],
  adamw: ({ learningRate, beta1, beta2, epsilon }) => [learningRate, beta1, beta2, epsilon],
  adamax: ({ learningRate, beta1, beta2, epsilon }) => [learningRate, beta1, beta2, epsilon],
  lion: ({ learningRate }) => [learningRate],
} satisfies Record<OptimizerName, (settings: OptimizerSettings) => readonly number[]>;

const TF_TRAIN: Partial<Record<OptimizerName, string>> = { nesterov: 'momentum', adamw: 'adam', lion: 'sgd' };

function optimizerCall(settings: OptimizerSettings): Call {
  return {
    method: TF_TRAIN[settings.name] ?? settings.name,
    args: OPTIMIZER_CALLS[settings.name](settings).map(fromJson),
  };
}

/** The activation at the end, where the loss is computed on what goes into it. */
type Head = 'softmax' | 'sigmoid';
const ON_LOGITS: Readonly<Record<LossName, { readonly head: Head; readonly loss: string } | null>> = {
  'categorical-cross-entropy': { head: 'softmax', loss: 'tf.losses.softmaxCrossEntropy' },
  'binary-cross-entropy': { head: 'sigmoid', loss: 'tf.losses.sigmoidCrossEntropy' },
  'sparse-categorical-cross-entropy': { head: 'softmax', loss: 'tf.losses.softmaxCrossEntropy' },
  'mean-squared-error': null,
  'mean-absolute-error': null,
  huber: null,
  hinge: null,
};
const TFJS_LOSS: Readonly<Record<LossName, string>> = {
  'categorical-cross-entropy': 'categoricalCrossentropy',
  'binary-cross-entropy': 'binaryCrossentropy',
  'sparse-categorical-cross-entropy': 'categoricalCrossentropy',
  'mean-squared-error': 'meanSquaredError',
  'mean-absolute-error': 'meanAbsoluteError',
  huber: 'huberLoss',
  hinge: 'categoricalHinge',
};

function objectiveCode(plan: ModelPlan, loss: LossName): string {
  if (plan.inputs.length > 1 || plan.outputs.length > 1) return printProgram(severalObjective(loss)).code;
  const onLogits = ON_LOGITS[loss];
  return printProgram(
    onLogits?.head === headOf(plan) && onLogits !== null ? logitsObjective(onLogits) : plainObjective(loss),
  ).code;
}

function headOf(plan: ModelPlan): Head | null {
  if (plan.endsInSoftmax) return 'softmax';
  const last = plan.layers.find((layer) => layer.name === plan.outputs[0]);
  return last?.args['activation'] === 'sigmoid' && last.callee === 'Activation' ? 'sigmoid' : null;
}

function logitsObjective({ head, loss }: { readonly head: Head; readonly loss: string }): readonly Statement[] {
  const logits: Expression = { kind: 'as', of: name('output?.sourceLayer.input'), type: 'tf.SymbolicTensor' };
  return [
    {
      kind: 'doc',
      lines: [
        `What is trained: the network up to its ${head}. Cross-entropy is exact on what goes into the`,
        `${head}, where a probability would round to 0. The layers are the same, so the whole network`,
        'learns.',
      ],
    },
    {
      kind: 'function',
      signature: 'function trainable(model: tf.LayersModel): tf.LayersModel',
      body: [
        { kind: 'const', name: '[output]', value: name('model.outputs') },
        {
          kind: 'return',
          value: chain(name('tf'), {
            method: 'model',
            args: [
              {
                kind: 'object',
                properties: [
                  ['inputs', name('model.inputs')],
                  ['outputs', logits],
                ],
              },
            ],
          }),
        },
      ],
    },
    { kind: 'blank' },
    { kind: 'const', name: 'loss', value: name(`(truth: tf.Tensor, logits: tf.Tensor) => ${loss}(truth, logits)`) },
  ];
}

/** The data is one picture and one class: what else the network takes and gives, only its author can say. */
function severalObjective(loss: LossName): readonly Statement[] {
  return [
    {
      kind: 'function',
      signature: 'function trainable(_model: tf.LayersModel): tf.LayersModel',
      body: [{ kind: 'throw', message: 'Several inputs or outputs: say here what each is trained on.' }],
    },
    { kind: 'blank' },
    { kind: 'const', name: 'loss', value: fromJson(TFJS_LOSS[loss]) },
  ];
}

function plainObjective(loss: LossName): readonly Statement[] {
  return [
    {
      kind: 'function',
      signature: 'function trainable(model: tf.LayersModel): tf.LayersModel',
      body: [{ kind: 'return', value: name('model') }],
    },
    { kind: 'blank' },
    { kind: 'const', name: 'loss', value: fromJson(TFJS_LOSS[loss]) },
  ];
}
