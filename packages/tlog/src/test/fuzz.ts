import { processorMs } from '@zhengtong/crypto/test';
import { makeSeeds, type Target, targets } from './fuzz-targets.ts';
import { randomFrom } from './random.ts';

/** Runs `total` damaged inputs through every parser; a throw, a wrong acceptance or an input over a second is trouble. */
export async function fuzzTlog(total: number, seed: number) {
  const seeds = await makeSeeds();
  const random = randomFrom(seed);
  const names = Object.keys(targets);
  const inputs: Record<string, { given: number; read: number }> = {};
  const troubles: string[] = [];
  for (let i = 0; i < total && troubles.length < 20; i++) {
    const name = names[i % names.length] as string;
    const target = targets[name] as Target;
    const input = target.make(seeds, random);
    const count = inputs[name] ?? { given: 0, read: 0 };
    inputs[name] = count;
    count.given++;
    const say = (what: string) => troubles.push(`${name}: ${what}: ${Buffer.from(input).toString('base64')}`);
    const started = processorMs();
    try {
      const { reads, trouble } = target.check(seeds, input);
      if (reads) count.read++;
      if (trouble) say(trouble);
    } catch (error) {
      say(`throws ${error}`);
    }
    if (processorMs() - started > 1000) say('takes over a second');
    // Buffers that lie outside the heap are let go only between turns of the event loop.
    if (i % 10_000 === 0) await new Promise(setImmediate);
  }
  return { total, seed, inputs, troubles };
}
