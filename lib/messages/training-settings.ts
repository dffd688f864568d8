import type { Localized } from '@/lib/core/locale';
import { trainingSettingsEnglish } from '@/lib/messages/training-settings-english';
import { trainingSettingsVietnamese } from '@/lib/messages/training-settings-vietnamese';

export interface SettingText {
  readonly label: string;
  readonly hint: string;
}

type Choice<Option extends string> = SettingText & {
  readonly options: Readonly<Record<Option, string>>;
  readonly hints: Readonly<Record<Option, string>>;
};

/** The forms of how a network is trained. What training.ts has words for is not said again here. */
export interface TrainingSettingsMessages {
  readonly groups: Readonly<
    Record<'augmentation' | 'run' | 'loss' | 'optimizer' | 'schedule' | 'gradients' | 'stopping', string>
  >;
  readonly standard: string;
  /** The button that brings one value back. */
  readonly backTo: (value: string) => string;
  readonly backToOf: (field: string, value: string) => string;
  readonly backToDefaults: string;
  readonly backToDefaultsOf: (group: string) => string;
  readonly changed: string;
  readonly fields: {
    readonly optimizer: Readonly<Record<'weightDecay', SettingText>>;
    readonly loss: Readonly<Record<'labelSmoothing' | 'huberDelta', SettingText>>;
    readonly schedule: Readonly<Record<'warmup' | 'factor' | 'every' | 'patience' | 'floor', SettingText>>;
    readonly gradients: Readonly<Record<'clipAt' | 'accumulate' | 'doubleEvery', SettingText>>;
    readonly earlyStopping: Readonly<Record<'patience' | 'minDelta', SettingText>>;
  };
  /** Weight decay of the optimizers that do not add it to the gradient. */
  readonly decoupledDecay: string;
  readonly optimizerHints: Readonly<
    Record<
      'sgd' | 'momentum' | 'nesterov' | 'rmsprop' | 'adagrad' | 'adadelta' | 'adam' | 'adamw' | 'adamax' | 'lion',
      string
    >
  >;
  readonly normalization: Choice<'unit' | 'standard'>;
  readonly schedule: Choice<'constant' | 'step' | 'exponential' | 'cosine' | 'plateau'>;
  readonly clipping: Choice<'none' | 'norm' | 'value'>;
  readonly monitor: Choice<'validation-loss' | 'validation-score'>;
  readonly classWeights: Choice<'equal' | 'balanced' | 'own'> & {
    readonly ofClass: (name: string) => string;
    readonly list: string;
  };
  readonly stopEarly: SettingText;
  readonly noValidation: string;
  readonly heads: {
    readonly label: string;
    readonly hint: string;
    readonly output: string;
    readonly target: string;
    readonly loss: string;
    readonly weight: string;
    readonly input: string;
    readonly targetOf: (output: string) => string;
    readonly lossOf: (output: string) => string;
    readonly weightOf: (output: string) => string;
  };
  readonly effectiveBatch: (batch: string, times: string, product: string) => string;
  /** As the batches double: "64, from epoch 6 on 128, …". */
  readonly growth: (steps: readonly { readonly epoch: string; readonly size: string }[]) => string;
  readonly curve: {
    readonly title: string;
    readonly summary: (first: string, highest: string, last: string, epochs: string) => string;
    readonly plateau: (patience: string) => string;
    readonly epochs: string;
    readonly epoch: string;
    readonly rate: string;
  };
  readonly short: {
    readonly run: (epochs: string, batchSize: string) => string;
    readonly warmup: (name: string) => string;
    readonly clipped: (at: string) => string;
    readonly accumulated: (times: string) => string;
    readonly patience: (epochs: string) => string;
    readonly heads: (count: string) => string;
    readonly none: string;
    readonly off: string;
    readonly on: string;
  };
  readonly exploreLosses: string;
  readonly findRate: string;
}

export const trainingSettingsMessages: Localized<TrainingSettingsMessages> = {
  en: trainingSettingsEnglish,
  vi: trainingSettingsVietnamese,
};
