import type { NodeId } from '@/lib/core/ids';
import type { Json } from '@/lib/core/json';

/** A small part of TypeScript, as data: what generated models are made of. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly properties: readonly (readonly [string, Expression])[] }
  /** `callee(…)` */
  | { readonly kind: 'call'; readonly callee: string; readonly args: readonly Expression[] }
  /** `head.first(…).second(…)` */
  | { readonly kind: 'chain'; readonly head: Expression; readonly calls: readonly Call[] }
  /** `() => body` */
  | { readonly kind: 'arrow'; readonly body: Expression }
  | { readonly kind: 'as'; readonly of: Expression; readonly type: string };

export interface Call {
  readonly method: string;
  readonly args: readonly Expression[];
}

export type Statement =
  | { readonly kind: 'import'; readonly what: string; readonly from: string }
  | { readonly kind: 'blank' }
  /** One line each: `// text` */
  | { readonly kind: 'comment'; readonly lines: readonly string[]; readonly node?: NodeId }
  /** A documentation comment before the next statement. */
  | { readonly kind: 'doc'; readonly lines: readonly string[] }
  | {
      readonly kind: 'const';
      readonly name: string;
      readonly value: Expression;
      readonly exported?: true;
      readonly node?: NodeId;
    }
  /** `let name = value` */
  | { readonly kind: 'let'; readonly name: string; readonly value: Expression; readonly node?: NodeId }
  /** `name = value` */
  | { readonly kind: 'assign'; readonly name: string; readonly value: Expression; readonly node?: NodeId }
  /** `for (let index = 1; index <= times; index += 1)` */
  | { readonly kind: 'repeat'; readonly times: number; readonly body: readonly Statement[]; readonly node?: NodeId }
  | { readonly kind: 'throw'; readonly message: string }
  | { readonly kind: 'return'; readonly value: Expression }
  /** The signature may have several lines. */
  | { readonly kind: 'function'; readonly signature: string; readonly body: readonly Statement[] };

export function name(text: string): Expression {
  return { kind: 'name', name: text };
}

export function chain(head: Expression, ...calls: readonly Call[]): Expression {
  return { kind: 'chain', head, calls };
}

/** JSON as the expression that makes it. */
export function fromJson(json: Json): Expression {
  if (json === null || typeof json !== 'object') return { kind: 'literal', value: json };
  if (isArray(json)) return { kind: 'array', items: json.map(fromJson) };
  return { kind: 'object', properties: Object.entries(json).map(([key, value]) => [key, fromJson(value)] as const) };
}

function isArray(json: object): json is readonly Json[] {
  return Array.isArray(json);
}
