import type { LongWork } from '@/lib/training/worker/inspect/inspect-session';

/** What is needed to say why a unit answers: no samples. */
export type WhyWork = Pick<LongWork, 'network' | 'between' | 'emit'>;
