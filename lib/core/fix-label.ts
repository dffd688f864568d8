import type { RewriteId } from '@/lib/core/design-problem';
import type { NodeId } from '@/lib/core/ids';
import type { LossName } from '@/lib/core/learning';

/** What a one-click fix does, for its button; worded in lib/messages/diagnostics.ts. `type` is a layer type. */
export type FixLabel =
  | { readonly kind: 'insert'; readonly type: string }
  /** `value` as it is written for people: '3 × 3', 'same'. */
  | { readonly kind: 'set-param'; readonly type: string; readonly param: string; readonly value: string }
  | { readonly kind: 'remove-layer' }
  /** Removes a layer and everything that leads only to it. */
  | { readonly kind: 'remove-branch'; readonly layers: number }
  | { readonly kind: 'remove-edge' }
  /** Takes the input from this layer, named as people see it. */
  | { readonly kind: 'connect'; readonly from: string }
  /** Makes this layer the only end of the network. */
  | { readonly kind: 'keep-output'; readonly layer: string }
  | { readonly kind: 'project'; readonly filters: number }
  /** Makes every end an output of the network. */
  | { readonly kind: 'all-outputs'; readonly count: number }
  /** Makes this end one more output of the network. */
  | { readonly kind: 'add-output' }
  /** One Input layer in place of several. */
  | { readonly kind: 'join-inputs' }
  | { readonly kind: 'add-input' }
  /** Runs a block once instead of several times. */
  | { readonly kind: 'run-once' }
  /** Another layer of this type in place of each of several. */
  | { readonly kind: 'replace-all'; readonly count: number; readonly type: string }
  /** Puts a layer behind another one, named as people see it. */
  | { readonly kind: 'move-behind'; readonly layer: string }
  /** No bias in several layers. */
  | { readonly kind: 'drop-biases'; readonly count: number }
  /** Trains the output on this target of the data set, or on the network's input. */
  | { readonly kind: 'set-target'; readonly target: string }
  | { readonly kind: 'set-loss'; readonly loss: LossName }
  | { readonly kind: 'leave-out-mixup' }
  /** 1 × 1 kernels in several layers. */
  | { readonly kind: 'shrink-kernels'; readonly count: number }
  | { readonly kind: 'rewrite'; readonly rewrite: RewriteId; readonly node: NodeId };
