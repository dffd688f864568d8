/** For each unit its best samples, best first: rows of `count`, padded with sample −1. */
export interface Tops {
  readonly units: number;
  readonly count: number;
  readonly samples: Int32Array;
  readonly activations: Float32Array;
  /** Where in the unit's map it is excited most: row and column in pairs; 0, 0 where it has no places. */
  readonly places: Int32Array;
  /** Each unit's share of samples with any activation above 0, from 0 to 1. */
  readonly activeShare: Float32Array;
}

/** What each unit answered to each sample of a batch: rows of `units`, a row for a sample. */
export interface UnitAnswers {
  /** The greatest activation of the unit's map. */
  readonly activations: ArrayLike<number>;
  /** Where in the map it is, row and column in pairs; null: units without places. */
  readonly places: ArrayLike<number> | null;
}

/** The best samples of every unit among those gone through so far. */
export interface TopUnits {
  readonly gone: number;
  /** The first is the number of the batch's first row; numbers may come in any order, each once. */
  add(samples: ArrayLike<number>, answers: UnitAnswers): void;
  /** Takes over what another of the same size has found among other samples. */
  merge(other: Tops, gone: number): void;
  /** As it is now, best first; what follows leaves it alone. */
  snapshot(): Tops;
}

/** No sample. */
export const NO_SAMPLE = -1;

/**
 * A heap of at most `count` samples for each unit, the worst at its root, so that a sample that excites no unit enough
 * costs one comparison a unit. Of equal activations the sample of the lower number is better: what comes out does not
 * depend on the order of going through. Activations that are not numbers count as none.
 */
export function createTopUnits(units: number, count: number): TopUnits {
  const samples = new Int32Array(units * count).fill(NO_SAMPLE);
  const activations = new Float32Array(units * count);
  const places = new Int32Array(units * count * 2);
  const held = new Int32Array(units);
  const active = new Float64Array(units);
  let gone = 0;

  /** Whether what stands at `a` is worse than what stands at `b`. */
  function isWorse(a: number, b: number): boolean {
    return isBelow(activations[a] ?? 0, samples[a] ?? 0, b);
  }

  function isBelow(activation: number, sample: number, b: number): boolean {
    const other = activations[b] ?? 0;
    return activation < other || (activation === other && sample > (samples[b] ?? 0));
  }

  function swap(a: number, b: number): void {
    for (const row of [samples, activations]) [row[a], row[b]] = [row[b] ?? 0, row[a] ?? 0];
    for (const axis of [0, 1]) {
      const [one, other] = [a * 2 + axis, b * 2 + axis];
      [places[one], places[other]] = [places[other] ?? 0, places[one] ?? 0];
    }
  }

  function rise(base: number, from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isWorse(base + at, base + parent)) return;
      swap(base + at, base + parent);
      at = parent;
    }
  }

  function sink(base: number, size: number): void {
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let worst = at;
      if (left < size && isWorse(base + left, base + worst)) worst = left;
      if (right < size && isWorse(base + right, base + worst)) worst = right;
      if (worst === at) return;
      swap(base + at, base + worst);
      at = worst;
    }
  }

  function set(at: number, { sample, activation, row, column }: Entry): void {
    samples[at] = sample;
    activations[at] = activation;
    places[at * 2] = row;
    places[at * 2 + 1] = column;
  }

  function offer(unit: number, entry: Entry): void {
    const base = unit * count;
    const size = held[unit] ?? 0;
    if (size < count) {
      set(base + size, entry);
      held[unit] = size + 1;
      rise(base, size);
      return;
    }
    // Rounded as it is kept, or equal activations would differ.
    if (isBelow(Math.fround(entry.activation), entry.sample, base)) return;
    set(base, entry);
    sink(base, count);
  }

  function add(batch: ArrayLike<number>, { activations: given, places: where }: UnitAnswers): void {
    for (let row = 0; row < batch.length; row += 1) {
      const sample = batch[row] ?? 0;
      for (let unit = 0; unit < units; unit += 1) {
        const at = row * units + unit;
        const activation = given[at] ?? Number.NaN;
        if (activation > 0) active[unit] = (active[unit] ?? 0) + 1;
        if (Number.isNaN(activation)) continue;
        offer(unit, { sample, activation, row: where?.[at * 2] ?? 0, column: where?.[at * 2 + 1] ?? 0 });
      }
    }
    gone += batch.length;
  }

  /** Of one unit, best first. */
  function sorted(unit: number): readonly number[] {
    const base = unit * count;
    const entries = Array.from({ length: held[unit] ?? 0 }, (_, index) => base + index);
    return entries.sort((a, b) => (isWorse(a, b) ? 1 : -1));
  }

  function snapshot(): Tops {
    const tops = emptyTops(units, count);
    for (let unit = 0; unit < units; unit += 1) {
      sorted(unit).forEach((from, rank) => {
        const to = unit * count + rank;
        tops.samples[to] = samples[from] ?? NO_SAMPLE;
        tops.activations[to] = activations[from] ?? 0;
        tops.places.set(places.subarray(from * 2, from * 2 + 2), to * 2);
      });
      tops.activeShare[unit] = gone === 0 ? 0 : (active[unit] ?? 0) / gone;
    }
    return tops;
  }

  function merge(other: Tops, otherGone: number): void {
    for (let at = 0; at < units * count; at += 1) {
      const sample = other.samples[at] ?? NO_SAMPLE;
      if (sample === NO_SAMPLE) continue;
      const [row, column] = [other.places[at * 2] ?? 0, other.places[at * 2 + 1] ?? 0];
      offer(Math.floor(at / count), { sample, activation: other.activations[at] ?? 0, row, column });
    }
    for (let unit = 0; unit < units; unit += 1) {
      active[unit] = (active[unit] ?? 0) + Math.round((other.activeShare[unit] ?? 0) * otherGone);
    }
    gone += otherGone;
  }

  return {
    get gone() {
      return gone;
    },
    add,
    merge,
    snapshot,
  };
}

interface Entry {
  readonly sample: number;
  readonly activation: number;
  readonly row: number;
  readonly column: number;
}

function emptyTops(units: number, count: number): Tops {
  return {
    units,
    count,
    samples: new Int32Array(units * count).fill(NO_SAMPLE),
    activations: new Float32Array(units * count),
    places: new Int32Array(units * count * 2),
    activeShare: new Float32Array(units),
  };
}

/** One sample among a unit's best. */
export interface TopEntry {
  readonly sample: number;
  readonly activation: number;
  readonly place: readonly [number, number];
}

/** A unit's best samples, best first. */
export function topsOfUnit({ units, count, samples, activations, places }: Tops, unit: number): readonly TopEntry[] {
  if (unit < 0 || unit >= units) return [];
  return Array.from({ length: count }, (_, rank) => unit * count + rank).flatMap((at) => {
    const sample = samples[at] ?? NO_SAMPLE;
    if (sample === NO_SAMPLE) return [];
    return [{ sample, activation: activations[at] ?? 0, place: [places[at * 2] ?? 0, places[at * 2 + 1] ?? 0] }];
  });
}

/** Of each class how many of these samples are of it, most frequent first, lower class first among equals. */
export function classSpread(labels: readonly number[]): readonly { readonly label: number; readonly count: number }[] {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count || a.label - b.label);
}
