import { analyze } from '@/lib/analysis/analyze';
import { projectReadme } from '@/lib/codegen/project/readme';
import { compile } from '@/lib/compile/compile';
import { applyCommand } from '@/lib/document/apply-command';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import type { Document } from '@/lib/document/document';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { buildTwoHead } from '@/lib/document/templates/two-head';

function readmeOf(document: Document): string {
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error('the design has no plan');
  return projectReadme({ document, plan: plan.value, isTrained: false });
}

describe('the README of a project', () => {
  it('says what a sample is and which classes there are', () => {
    const readme = readmeOf(buildLenet5());
    expect(readme).toContain('28 × 28 × 1 values in, 10 out,');
    expect(readme).toContain('class is a whole number from 0 to 9.');
  });

  it('says how samples are scaled and that they are changed at random', () => {
    const settings = {
      normalization: 'standard',
      augmentation: { ...DEFAULT_TRAINING.augmentation, isOn: true },
    } as const;
    const readme = readmeOf(applyCommand(buildLenet5(), { kind: 'set-training', settings }));
    expect(readme).toContain('divided by 255,\nminus the mean, over the deviation, per channel');
    expect(readme).toContain('changed at random, anew in every epoch');
    expect(readmeOf(buildLenet5())).toContain('divided by 255.\n');
    expect(readmeOf(buildLenet5())).not.toContain('changed at random');
  });

  it('promises no training on classes where a network has several outputs, and names them all', () => {
    const readme = readmeOf(buildTwoHead());
    expect(readme).toContain('values in, 10 and 4 out,');
    expect(readme).toContain('The network has several inputs or outputs.');
    expect(readme).not.toContain('class is a whole number');
  });
});
