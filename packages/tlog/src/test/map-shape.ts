import { randomFrom } from './random.ts';

/**
 * How many neighbours the proofs of a map of `count` random keys carry, counted for every key. Only the shape decides
 * that, so nothing is hashed: keys are drawn bucket by bucket (their first `bits` bits), as many as chance would put
 * there, and each bucket is sorted and walked. A fork with nothing on one side needs no hash and is not counted.
 */
export function measureMapShape(count: number, seed = 1) {
  const started = performance.now();
  const random = randomFrom(seed);
  const bits = Math.max(0, Math.floor(Math.log2(count)) - 6);
  const buckets = 2 ** bits;
  const histogram = new Float64Array(120);
  let left = count;
  for (let bucket = 0; bucket < buckets; bucket++) {
    // Binomial by its normal twin: exact in sum over the last bucket, and in spread far beyond what is printed.
    const share = left / (buckets - bucket);
    const spread = Math.sqrt(share * (1 - 1 / (buckets - bucket)));
    const gauss = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    const size = bucket === buckets - 1 ? left : Math.min(left, Math.max(0, Math.round(share + spread * gauss)));
    left -= size;
    const keys = new Float64Array(size);
    for (let i = 0; i < size; i++) keys[i] = Math.floor(random.next() * 2 ** 21) + random.next();
    countForks(keys.sort(), 0, size, 0, 2 ** 21, bits, histogram);
  }
  let [sum, seen, longest, most999] = [0, 0, 0, 0];
  for (const [length, many] of histogram.entries()) {
    if (many === 0) continue;
    sum += length * many;
    if (seen < count * 0.999) most999 = length;
    seen += many;
    longest = length;
  }
  return { mean: sum / count, most999, longest, seconds: (performance.now() - started) / 1000 };
}

/** Walks the sorted keys [low, high) within [from, from + span): each key ends at the number of neighbours it passed. */
function countForks(
  keys: Float64Array,
  low: number,
  high: number,
  from: number,
  span: number,
  passed: number,
  histogram: Float64Array,
): void {
  if (high === low) return;
  if (high - low === 1) {
    histogram[passed] = (histogram[passed] ?? 0) + 1;
    return;
  }
  const middleKey = from + span / 2;
  let middle = low;
  while (middle < high && (keys[middle] as number) < middleKey) middle++;
  const isForked = middle > low && middle < high;
  countForks(keys, low, middle, from, span / 2, passed + (isForked ? 1 : 0), histogram);
  countForks(keys, middle, high, middleKey, span / 2, passed + (isForked ? 1 : 0), histogram);
}
