// Citizens who file and officers who handle, without pause, until told to stop. Whatever was not answered is sent again
// with the same key, as a careful program does: what must come out is as if nothing had ever failed.
import { newId } from '@zhengtong/kernel';
import { type City, filingOf, type SignedIn } from './city.ts';
import { type Said, send } from './client.ts';

/** One command that was answered. `caseId` is the case it filed or changed. */
export type Acknowledged = {
  readonly actor: string;
  readonly key: string;
  readonly kind: string;
  readonly caseId: string;
  readonly answer: string;
};

export type Load = {
  readonly acknowledged: Acknowledged[];
  /** Answers of 500 and above that were not the honest 503, by status. */
  readonly faults: string[];
  readonly sent: () => number;
  stop(): Promise<void>;
};

type Step = readonly [kind: string, by: 'clerk' | 'reviewer' | 'approver', body: object];

const steps: readonly Step[] = [
  ['claim', 'clerk', { kind: 'claim' }],
  ['accept', 'clerk', { kind: 'accept' }],
  ['claim', 'reviewer', { kind: 'claim' }],
  ['release', 'reviewer', { kind: 'release' }],
  ['claim', 'reviewer', { kind: 'claim' }],
  ['finish-step', 'reviewer', { kind: 'finish-step', step: 'review', agrees: true, note: '' }],
  ['claim', 'approver', { kind: 'claim' }],
  ['decide', 'approver', { kind: 'decide', outcome: 'approved', reasons: '符合条件' }],
];

export function startLoad(origin: string, city: City, lanes: number): Load {
  let isStopping = false;
  let sent = 0;
  const acknowledged: Acknowledged[] = [];
  const faults: string[] = [];

  /** Until it is answered for good: again after a cut, a 503 or a 409 in flight. Undefined once the load is stopped. */
  async function command(as: SignedIn, path: string, body: object): Promise<{ key: string; said: Said } | undefined> {
    const key = newId();
    for (;;) {
      sent++;
      const said = await send({ origin, path, as, key, body });
      const isOpen = !said || said.status === 503 || said.body.type === '/problems/in-flight';
      if (said && !isOpen) {
        if (said.status >= 500) faults.push(`${path} ${said.status}`);
        else return { key, said };
      }
      if (isStopping) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 150));
    }
  }

  async function oneCase(citizen: SignedIn): Promise<void> {
    const filed = await command(citizen, '/api/v1/cases', filingOf(city));
    if (filed?.said.status !== 200) return;
    const caseId = String(filed.said.body.caseId);
    const note = (actor: string, kind: string, { key, said }: { key: string; said: Said }) =>
      acknowledged.push({ actor, key, kind, caseId, answer: said.text });
    note(citizen.actor.id, 'submit', filed);
    // Two cases of three wait at the counter, as in any morning.
    if (Math.random() < 0.6) return;
    for (const [kind, by, body] of steps) {
      const done = await command(city[by], `/api/console/cases/${caseId}/actions`, body);
      if (!done) return;
      if (done.said.status === 200) note(city[by].actor.id, kind, done);
      else faults.push(`${kind} ${done.said.status} ${done.said.text.slice(0, 120)}`);
    }
  }

  const running = Array.from({ length: lanes }, async (_, lane) => {
    while (!isStopping) await oneCase(city.citizens[lane % city.citizens.length] as SignedIn);
  });
  return {
    acknowledged,
    faults,
    sent: () => sent,
    async stop() {
      isStopping = true;
      await Promise.all(running);
    },
  };
}
