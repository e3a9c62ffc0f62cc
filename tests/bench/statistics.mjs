// Ratios of medians with bootstrap intervals.

const ROUNDS = 2000;

// Deterministic, so that the same samples give the same interval. (mulberry32)
const seeded = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const random = seeded(20260101);

export function shuffled(list) {
  const next = [...list];
  for (let at = next.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [next[at], next[other]] = [next[other], next[at]];
  }
  return next;
}

export function quantile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values) => quantile(values, 0.5);

const drawn = (list) => list.map(() => list[Math.floor(random() * list.length)]);

// The ratio of the medians of two sites, and its bootstrap interval of 95 %. A round contains samples of both, taken
// one after the other: first rounds are resampled, then the samples in each, because slowdowns of a machine last for a
// while.
export function ratio(rounds, above, below) {
  const of = (chosen, samples) => {
    const all = (name) => chosen.flatMap((round) => samples(round[name]));
    return median(all(above)) / median(all(below));
  };
  const boot = Array.from({ length: ROUNDS }, () => of(drawn(rounds), drawn));
  return { ratio: of(rounds, (samples) => samples), low: quantile(boot, 0.025), high: quantile(boot, 0.975) };
}
