/** What can go wrong in the training worker; worded in lib/messages/training.ts. */
export type FailureCode =
  | 'training/data-unreachable'
  | 'training/data-corrupt'
  | 'training/data-gone'
  | 'training/build-failed'
  | 'training/no-backend'
  | 'training/out-of-memory'
  | 'training/context-lost'
  | 'training/worker-died'
  | 'training/no-model'
  | 'training/busy'
  | 'training/no-checkpoint'
  | 'training/cannot-fit'
  | 'training/shape-mismatch'
  | 'training/internal';
