import type { Failure } from '@/lib/training/protocol';

/** What a worker is asked: name → [request, reply]. Each call has an id and ends in one reply or one failure. */
export type CallTable<Calls> = { readonly [C in keyof Calls]: readonly [request: unknown, reply: unknown] };

export type RequestIn<Calls extends CallTable<Calls>, C extends keyof Calls> = Calls[C][0];
export type ReplyIn<Calls extends CallTable<Calls>, C extends keyof Calls> = Calls[C][1];

/** Page → worker. */
export type Asked<Calls extends CallTable<Calls>> = {
  readonly [C in keyof Calls]: { readonly id: number; readonly call: C; readonly request: RequestIn<Calls, C> };
}[keyof Calls];

/** Worker → page. */
export type Told<Calls extends CallTable<Calls>, Event> =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: ReplyIn<Calls, keyof Calls> }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'event'; readonly event: Event };
