import * as tf from '@tensorflow/tfjs';
import { ADAM_STEP, constantsAt, type AdamConstants } from '@/lib/training/worker/adam/adam-step';
import { registerAdamKernels } from '@/lib/training/worker/adam/adam-kernels';

interface Settings {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

interface Moments {
  readonly first: tf.Variable;
  readonly second: tf.Variable;
}

/**
 * Adam (Kingma & Ba 2015), the same formula as `tf.train.adam` with an explicit epsilon. tfjs's takes fourteen
 * operations for every variable, which is most of a small network's step; here each variable's step is one kernel.
 */
export class AdamOptimizer extends tf.Optimizer {
  static className = 'ShapeflowAdam';
  private readonly moments = new Map<string, Moments>();
  private steps = 0;

  constructor(private readonly settings: Settings) {
    super();
    registerAdamKernels();
  }

  override applyGradients(gradients: tf.NamedTensorMap | { name: string; tensor: tf.Tensor }[]): void {
    const named = Array.isArray(gradients)
      ? gradients.map(({ name, tensor }) => [name, tensor] as const)
      : Object.entries(gradients);
    this.steps += 1;
    const constants = constantsAt(this.steps, this.settings);
    for (const [name, gradient] of named) {
      const variable = tf.engine().registeredVariables[name];
      if (variable !== undefined) tf.tidy(() => this.stepVariable(variable, gradient, constants));
    }
    this.incrementIterations();
  }

  private stepVariable(variable: tf.Variable, gradient: tf.Tensor, constants: AdamConstants): void {
    const { first, second } = this.momentsOf(variable);
    const hasKernel = (tf.getKernel(ADAM_STEP, tf.getBackend()) as tf.KernelConfig | undefined) !== undefined;
    const step = hasKernel ? stepInOne : stepByOperations;
    const [value, newFirst, newSecond] = step({ value: variable, gradient, first, second }, constants);
    variable.assign(value);
    first.assign(newFirst);
    second.assign(newSecond);
  }

  private momentsOf(variable: tf.Variable): Moments {
    const there = this.moments.get(variable.name);
    if (there !== undefined) return there;
    const zeros = (): tf.Variable => tf.tidy(() => tf.zerosLike(variable).variable(false));
    const made = { first: zeros(), second: zeros() };
    this.moments.set(variable.name, made);
    return made;
  }

  override dispose(): void {
    for (const { first, second } of this.moments.values()) tf.dispose([first, second]);
    this.moments.clear();
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...this.settings };
  }
}

type Tensors = Readonly<Record<'value' | 'gradient' | 'first' | 'second', tf.Tensor>>;
type Step = (tensors: Tensors, constants: AdamConstants) => readonly [tf.Tensor, tf.Tensor, tf.Tensor];

const stepInOne: Step = (tensors, constants) => {
  const outputs = tf.engine().runKernel(ADAM_STEP, { ...tensors }, { ...constants });
  const [value, first, second] = Array.isArray(outputs) ? outputs : [];
  if (value === undefined || first === undefined || second === undefined)
    throw new Error(`${ADAM_STEP} gave too little.`);
  return [value, first, second];
};

const stepByOperations: Step = ({ value, gradient, first, second }, { beta1, beta2, rate, epsilon }) => {
  const newFirst = tf.add(first, tf.mul(tf.sub(gradient, first), 1 - beta1));
  const newSecond = tf.add(second, tf.mul(tf.sub(tf.square(gradient), second), 1 - beta2));
  const change = tf.mul(tf.div(newFirst, tf.add(tf.sqrt(newSecond), epsilon)), rate);
  return [tf.sub(value, change), newFirst, newSecond];
};
