/** What a one-click fix does, for its button; worded in lib/messages/diagnostics.ts. Types are layer types. */
export type FixLabel =
  | { readonly kind: 'insert'; readonly type: string }
  | { readonly kind: 'set-param'; readonly type: string; readonly param: string; readonly value: string }
  | { readonly kind: 'remove-layer' }
  /** Removes a layer and everything that leads only to it. */
  | { readonly kind: 'remove-branch'; readonly layers: number }
  | { readonly kind: 'remove-edge' }
  /** Takes the input from this layer, named as people see it. */
  | { readonly kind: 'connect'; readonly from: string }
  | { readonly kind: 'project'; readonly filters: number }
  /** One Input layer for all. */
  | { readonly kind: 'join-inputs' }
  | { readonly kind: 'add-input' };
