// Whole cases through HTTP, from filing to decision, and how long each command took.
import { newId } from '@zhengtong/kernel';
import { type City, filingOf, type SignedIn } from '../../test/drills/under-load/city.ts';
import { send } from '../../test/drills/under-load/client.ts';

/** Milliseconds of each command, by its name. */
export type Took = Record<string, number[]>;

const steps: readonly (readonly [string, keyof City & ('clerk' | 'reviewer' | 'approver'), object])[] = [
  ['claim', 'clerk', { kind: 'claim' }],
  ['accept', 'clerk', { kind: 'accept' }],
  ['claim', 'reviewer', { kind: 'claim' }],
  ['release', 'reviewer', { kind: 'release' }],
  ['claim', 'reviewer', { kind: 'claim' }],
  ['finish-step', 'reviewer', { kind: 'finish-step', step: 'review', agrees: true, note: '' }],
  ['claim', 'approver', { kind: 'claim' }],
  ['decide', 'approver', { kind: 'decide', outcome: 'approved', reasons: '符合条件' }],
];

/** As many officers as `lanes`, each taking the next case as soon as one is decided; answers cases a second too. */
export async function handleWithoutPause(city: City, origin: string, cases: number, lanes: number) {
  const took: Took = {};
  let left = cases;
  const started = performance.now();
  const lane = async (): Promise<void> => {
    while (left-- > 0) await handleOne(city, origin, left, took);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { took, perSecond: cases / ((performance.now() - started) / 1000) };
}

/**
 * Cases come as people come: independent of how long the last one took, so many a second on average (exponential gaps).
 * A program that stands still for a moment finds everybody who came meanwhile in its figures.
 */
export async function handleArrivals(city: City, origin: string, cases: number, perSecond: number): Promise<Took> {
  const took: Took = {};
  const open: Promise<void>[] = [];
  const started = performance.now();
  let due = 0;
  for (let n = 0; n < cases; n++) {
    due += (-Math.log(1 - Math.random()) / perSecond) * 1000;
    const wait = started + due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    open.push(handleOne(city, origin, n, took));
  }
  await Promise.all(open);
  return took;
}

async function handleOne(city: City, origin: string, n: number, took: Took): Promise<void> {
  const timed = async (name: string, as: SignedIn, path: string, body: object) => {
    const started = performance.now();
    const said = await send({ origin, path, as, key: newId(), body });
    if (said?.status !== 200) throw new Error(`${name}: ${said?.status} ${said?.text}`);
    took[name] = [...(took[name] ?? []), performance.now() - started];
    return said.body;
  };
  const citizen = city.citizens[n % city.citizens.length] as SignedIn;
  const { caseId } = await timed('submit', citizen, '/api/v1/cases', filingOf(city));
  for (const [name, who, body] of steps) await timed(name, city[who], `/api/console/cases/${caseId}/actions`, body);
}

export const p95Of = (took: readonly number[]): number =>
  [...took].sort((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0;
