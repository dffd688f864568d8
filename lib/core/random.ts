/** Numbers that depend on the seeds alone: the same on every machine and backend. */
export interface Random {
  /** A whole number in [0, 2³²). */
  next(): number;
  /** A whole number in [0, limit), each equally likely. */
  below(limit: number): number;
}

/** One step of splitmix32 (Steele, Lea & Flood 2014), which spreads a seed over all 32 bits. */
function scramble(value: number): number {
  let bits = (value + 0x9e3779b9) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/** One seed from several numbers; changing any of them changes it. In [0, 2³¹), which every consumer of seeds takes. */
export function mixSeeds(...seeds: readonly number[]): number {
  return seeds.reduce((mixed, seed) => scramble(mixed ^ scramble(seed)), 0) >>> 1;
}

function rotateLeft(bits: number, count: number): number {
  return (bits << count) | (bits >>> (32 - count));
}

/** xoshiro128** 1.1 (Blackman & Vigna 2018). */
export function createRandom(...seeds: readonly number[]): Random {
  const start = mixSeeds(...seeds);
  let [a, b, c, d] = [scramble(start), scramble(start + 1), scramble(start + 2), scramble(start + 3)];

  function next(): number {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  }

  function below(limit: number): number {
    // Numbers above the last full multiple of `limit` would favour the small results: draw again.
    const fair = 2 ** 32 - (2 ** 32 % limit);
    let drawn = next();
    while (drawn >= fair) drawn = next();
    return drawn % limit;
  }

  return { next, below };
}
