import { useSettings } from '@/components/training/use-settings';
import { DEFAULT_TRAINING, type TrainingSettings } from '@/lib/document/training-settings';

type Field = keyof TrainingSettings;

/** Whether any of these settings is not as a new design has it. */
export function differsFromDefault(settings: TrainingSettings, fields: readonly Field[]): boolean {
  return fields.some((field) => JSON.stringify(settings[field]) !== JSON.stringify(DEFAULT_TRAINING[field]));
}

/** Brings these settings back to those of a new design, as one step. */
export function useReset(fields: readonly Field[], group: string): () => void {
  const [, change] = useSettings();
  return () => {
    const standard = Object.fromEntries(fields.map((field) => [field, DEFAULT_TRAINING[field]]));
    change(standard, `reset:${group}`);
  };
}
