/** Of a frame, in seconds, where none has been seen to follow another. */
const USUAL_FRAME = 1 / 30;
/** What browsers show at most and what is still a video, in seconds. */
const [SHORTEST, LONGEST] = [1 / 240, 1 / 2];

/** As many as tell how long a frame is. */
const MOST = 40;

/** The times from frame to frame seen last, in seconds, and the one between two that began at these seconds. */
export function withLength(lengths: readonly number[], before: number, now: number): readonly number[] {
  const length = now - before;
  return length < SHORTEST || length > LONGEST ? lengths : [...lengths, length].slice(-MOST);
}

/** Its lower quartile: frames that the browser leaves out make some times longer, recorders make some shorter. */
export function frameLength(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? USUAL_FRAME;
}

interface Step {
  /** When the frame that is shown began, in seconds. */
  readonly at: number;
  readonly by: -1 | 1;
  readonly length: number;
  readonly end: number;
}

/** When the frame before or after begins, and its middle: at its beginning, rounded, it could be the other frame still. */
export function frameFrom({ at, by, length, end }: Step): { readonly begins: number; readonly middle: number } {
  const begins = Math.max(0, at + by * length);
  return begins >= end
    ? { begins: at, middle: Math.min(at + length / 2, end) }
    : { begins, middle: Math.min(begins + length / 2, end) };
}

/** "0:07.4". */
export function timeText(seconds: number): string {
  const tenths = Math.floor(seconds * 10 + 1e-6);
  const rest = String(Math.floor(tenths / 10) % 60).padStart(2, '0');
  return `${Math.floor(tenths / 600)}:${rest}.${tenths % 10}`;
}
