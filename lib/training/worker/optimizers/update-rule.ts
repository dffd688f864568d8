import type * as tf from '@tensorflow/tfjs';

/** One weight, its gradient, and what the rule keeps of the steps before. */
export type RuleTensors<Slot extends string> = Readonly<Record<Slot | 'value' | 'gradient', tf.Tensor>>;

/** What a step makes of them. */
export type RuleResult<Slot extends string> = Readonly<Record<Slot | 'value', tf.Tensor>>;

export interface StepAt {
  /** The learning rate of this step. */
  readonly rate: number;
  /** Counts from 1. */
  readonly step: number;
}

/** How an optimizer changes a weight: its formula, with its state in named slots of the weight's own shape. */
export interface UpdateRule<Slot extends string = string> {
  /** Each with the number that it starts from everywhere. */
  readonly slots: Readonly<Record<Slot, number>>;
  /** Within a tidy; the tensors given stay as they are. */
  update(tensors: RuleTensors<Slot>, at: StepAt): RuleResult<Slot>;
}
