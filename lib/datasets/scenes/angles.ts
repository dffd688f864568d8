/**
 * Sine and cosine by additions and multiplications alone. `Math.sin` and `Math.cos` may differ between browsers in the last bit
 * (ECMA-262 leaves them to the engine); what is only added and multiplied is the same on every machine. The
 * coefficients are those of fdlibm (Sun Microsystems 1993, k_sin.c, k_cos.c), good to the last bit or the one before it.
 */

/** A quarter turn in two parts: whole multiples of the first, up to 2²⁰, are exact. */
const QUARTER = [1.57079632673412561417, 6.07710050650619224932e-11] as const;

/** Of an angle in radians, up to thousands of turns. */
export function sine(angle: number): number {
  return atQuarter(angle, 0);
}

export function cosine(angle: number): number {
  return atQuarter(angle, 1);
}

function atQuarter(angle: number, ahead: number): number {
  const quarters = Math.round(angle / (Math.PI / 2));
  const rest = angle - quarters * QUARTER[0] - quarters * QUARTER[1];
  // Of negative numbers too: the last two bits of two's complement.
  const quarter = (quarters + ahead) & 3;
  const value = (quarter & 1) === 0 ? sineNearZero(rest) : cosineNearZero(rest);
  return quarter < 2 ? value : -value;
}

/** Up to an eighth of a turn either way; the highest powers first. */
function sineNearZero(angle: number): number {
  const square = angle * angle;
  let sum = 1.58969099521155010221e-10;
  sum = sum * square - 2.50507602534068634195e-8;
  sum = sum * square + 2.75573137070700676789e-6;
  sum = sum * square - 1.98412698298579493134e-4;
  sum = sum * square + 8.33333333332248946124e-3;
  sum = sum * square - 1.66666666666666324348e-1;
  return angle + angle * square * sum;
}

function cosineNearZero(angle: number): number {
  const square = angle * angle;
  let sum = -1.13596475577881948265e-11;
  sum = sum * square + 2.0875723212981748279e-9;
  sum = sum * square - 2.75573143513906633035e-7;
  sum = sum * square + 2.48015872894767294178e-5;
  sum = sum * square - 1.38888888888741095749e-3;
  sum = sum * square + 4.16666666666666019037e-2;
  return 1 - (square / 2 - square * square * sum);
}
