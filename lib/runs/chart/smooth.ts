/**
 * Exponential moving average, corrected for its start: sₙ = (1 − w) Σ wⁿ⁻ⁱ vᵢ / (1 − wⁿ), so that the first values are not
 * pulled towards zero (Kingma & Ba, "Adam", 2015, section 3). `weight` in [0, 1): 0 changes nothing. Values that are not
 * finite stay as they are and weigh nothing.
 */
export function smooth(values: Float64Array, weight: number): Float64Array {
  let mean = 0;
  let total = 0;
  return values.map((value) => {
    if (!Number.isFinite(value)) return value;
    mean = weight * mean + (1 - weight) * value;
    total = weight * total + (1 - weight);
    return mean / total;
  });
}
