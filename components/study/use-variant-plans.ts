import { useEffect, useState } from 'react';
import type { NamedVariant } from '@/components/study/draft';
import type { Document } from '@/lib/document/document';
import { planVariant } from '@/lib/runs/study/plan-variant';
import type { StudyVariant } from '@/lib/runs/study/study';
import { taskOf } from '@/lib/state/task-of';

interface Planned {
  readonly base: Document;
  readonly variants: readonly NamedVariant[];
  readonly plans: readonly StudyVariant[];
}

/** The variants with their plans, made one at a time so that the page never waits; null while they are being made. */
export function useVariantPlans(base: Document, variants: readonly NamedVariant[]): readonly StudyVariant[] | null {
  const [planned, setPlanned] = useState<Planned | null>(null);
  useEffect(() => {
    const task = taskOf(base);
    const plans: StudyVariant[] = [];
    let timeout: ReturnType<typeof setTimeout>;
    const next = () => {
      const variant = variants[plans.length];
      if (variant === undefined) return setPlanned({ base, variants, plans });
      plans.push({ ...variant, plan: planVariant(base, variant.changes, task) });
      timeout = setTimeout(next, 0);
    };
    timeout = setTimeout(next, 0);
    return () => clearTimeout(timeout);
  }, [base, variants]);
  return planned?.base === base && planned.variants === variants ? planned.plans : null;
}
