import { formatShape } from '@/lib/core/tensor-type';
import type { Document } from '@/lib/document/document';
import type { ModelPlan } from '@/lib/compile/plan';
import { count, oneLine } from '@/lib/codegen/comments';
import { customClasses } from '@/lib/codegen/model';

export interface ReadmeSource {
  readonly document: Document;
  readonly plan: ModelPlan;
  readonly isTrained: boolean;
}

/** README.md of an exported project. */
export function projectReadme(source: ReadmeSource): string {
  return `${[...introduction(source), '', ...data(source), '', ...COMMANDS, '', ...files(source)].join('\n')}\n`;
}

function introduction({ plan, isTrained }: ReadmeSource): readonly string[] {
  const [inputs, outputs] = [shapesOf(plan, plan.inputs), shapesOf(plan, plan.outputs)];
  return [
    `# ${oneLine(plan.name) || 'A network'}`,
    '',
    `A neural network in TypeScript with TensorFlow.js: ${inputs} values in, ${outputs} out,`,
    `${count(plan.params)} parameters. Designed with Shapeflow.`,
    '',
    'With Node 20.9 or later:',
    '',
    '```sh',
    'npm install',
    ...(isTrained
      ? ['npm start -- picture.json   # classifies a picture with the trained weights that are here']
      : ['npm start                   # trains on your data, see below']),
    '```',
  ];
}

function shapesOf(plan: ModelPlan, names: readonly string[]): string {
  const layers = new Map(plan.layers.map((layer) => [layer.name, layer]));
  return names.map((name) => formatShape(layers.get(name)?.outputShape ?? [])).join(' and ');
}

/** The loop of the project feeds one picture and compares one class. */
const OF_SEVERAL = [
  '## Data',
  '',
  'The network has several inputs or outputs. What each is fed and trained on is yours to write: `trainable` in',
  '`src/train.ts`, the samples in `src/data.ts`, and the answers in `src/predict.ts`. Until then `npm run train` stops',
  'and says so.',
];

function data({ plan, document }: ReadmeSource): readonly string[] {
  if (plan.inputs.length > 1 || plan.outputs.length > 1) return OF_SEVERAL;
  const classes = plan.outputShape.at(-1) ?? 1;
  const scaled = document.training.normalization === 'standard' ? ',' : '.';
  return [
    '## Data',
    '',
    'Put your own into a folder `data/` beside this file, in one of three forms:',
    '',
    '| Form | Training | Test |',
    '| --- | --- | --- |',
    '| IDX as MNIST is published, with or without `.gz`: pictures | `train-images-idx3-ubyte` | `t10k-images-idx3-ubyte` |',
    '| and their classes | `train-labels-idx1-ubyte` | `t10k-labels-idx1-ubyte` |',
    '| CSV: a sample a line, its class first, then its values | `train.csv` | `test.csv` |',
    '| JSON: `[{ "label": 0, "pixels": [ … ] }, …]` | `train.json` | `test.json` |',
    '',
    `A sample is ${formatShape(plan.inputShape)} values from 0 to 255, row by row, the channels of a pixel side by side; its`,
    `class is a whole number from 0 to ${classes - 1}. The network gets the values divided by 255${scaled}`,
    ...changed(document),
  ];
}

/** What else is done to pictures. */
function changed({ training }: Document): readonly string[] {
  return [
    ...(training.normalization === 'standard'
      ? ['minus the mean, over the deviation, per channel (`src/scaling.ts`).']
      : []),
    ...(training.augmentation.isOn
      ? ['Training pictures are changed at random, anew in every epoch: `augmentation` in `src/train.ts`.']
      : []),
  ];
}

const COMMANDS = [
  '## Commands',
  '',
  '| Command | What it does |',
  '| --- | --- |',
  '| `npm run train` | trains on `data/` and writes `weights/` after every epoch |',
  '| `npm run predict -- picture.json` | classifies one picture: a JSON or CSV file of its values |',
  '| `npm run predict -- 7` | classifies sample number 7 of the test data |',
  '| `npm run predict -- all` | classifies all test data and prints the accuracy |',
];

function files({ plan, document }: ReadmeSource): readonly string[] {
  const { epochs, batchSize, optimizer } = document.training;
  return [
    '## Files',
    '',
    '- `src/model.ts`: the network',
    `- \`src/train.ts\`: training, ${epochs} epochs of batches of ${batchSize} with ${optimizer.name}; the same seed gives the same run`,
    '- `src/predict.ts`: use of the trained network',
    '- `src/data.ts`, `src/weights.ts`: reading data, keeping weights',
    ...(customClasses(plan).length > 0
      ? ['- `src/layers/`: layers that TensorFlow.js lacks, or has without a right gradient']
      : []),
    '- `src/wasm-kernels.ts`: what TensorFlow.js lacks to train convolutions fast in Node',
    '- `weights/`: the trained network, once there is one; `tf.loadLayersModel` reads it in a browser too',
  ];
}
