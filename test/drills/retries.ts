// Each request one to five times, out of order, some answers cut before they arrive (R5): 0 lost, 0 doubled, one answer.
// `npm run drill retries [requests=400] [atOnce=16]`
import { newId } from '@zhengtong/kernel';
import { type City, filingOf, furnishCity, type SignedIn } from './under-load/city.ts';
import { type Said, type Sending, send } from './under-load/client.ts';
import { listViolations, waitUntilDrained } from './under-load/invariants.ts';
import type { Acknowledged } from './under-load/load.ts';
import { newProgram } from './under-load/program.ts';

export const summary =
  '重试：重复、乱序、中断 · retries: each request 1–5 times, reordered, answers cut (requests, at once)';

type Wanted = Sending & { readonly kind: string; readonly caseId?: string };

export async function run([requests = '400', atOnce = '16']: string[]): Promise<number> {
  const program = await newProgram();
  await program.start();
  const city = await furnishCity(program.home, 24);
  const lanes = Number(atOnce);
  const violations: string[] = [];
  const acknowledged: Acknowledged[] = [];
  const counted = { sent: 0, cut: 0 };

  const filings = Array.from({ length: Number(requests) }, (_, i): Wanted => {
    const as = city.citizens[i % city.citizens.length] as SignedIn;
    return { kind: 'submit', origin: program.origin, path: '/api/v1/cases', as, key: newId(), body: filingOf(city) };
  });
  const filed = await storm(filings, lanes, counted, violations);
  const claims = [...filed].map(([wanted, said]) => claimOf(wanted, String(said.body.caseId), city));
  const claimed = await storm(claims, lanes, counted, violations);
  for (const [wanted, said] of [...filed, ...claimed]) {
    const caseId = wanted.caseId ?? String(said.body.caseId);
    const { as, key, kind } = wanted;
    acknowledged.push({ actor: as.actor.id, key, kind, caseId, answer: said.text });
  }
  if (filed.size !== filings.length) violations.push(`${filings.length - filed.size} filings were never answered`);
  violations.push(...(await tryOtherBodies(filings.slice(0, 50))));
  await waitUntilDrained(city.setting);
  violations.push(...(await listViolations(city.setting, acknowledged)));
  const cases = new Set([...filed.values()].map((said) => said.body.caseId)).size;
  if (cases !== filings.length) violations.push(`${filings.length} filings are ${cases} cases`);
  await city.database.close();
  await program.end('SIGINT');
  for (const one of violations.slice(0, 20)) console.log(`  ✗ ${one}`);
  const { sent, cut } = counted;
  const wanted = filings.length + claims.length;
  console.log(`${wanted} 个操作发送 ${sent} 次，其中 ${cut} 次中断；违反 ${violations.length} 处。`);
  console.log(`${wanted} commands sent ${sent} times, ${cut} of them cut; ${violations.length} violations.`);
  console.log(JSON.stringify({ drill: 'retries', violations: violations.length, commands: wanted, sent, cut, cases }));
  if (violations.length === 0) program.clean();
  return violations.length === 0 ? 0 : 1;
}

const claimOf = ({ origin }: Wanted, caseId: string, { clerk }: City): Wanted => ({
  kind: 'claim',
  origin,
  path: `/api/console/cases/${caseId}/actions`,
  as: clerk,
  key: newId(),
  body: { kind: 'claim' },
  caseId,
});

/** Sends everything several times in any order, then what nobody heard an answer of once more. One answer to each. */
async function storm(
  all: readonly Wanted[],
  lanes: number,
  counted: { sent: number; cut: number },
  violations: string[],
): Promise<Map<Wanted, Said>> {
  const heard = new Map<Wanted, Said>();
  const shots = all
    .flatMap((wanted) => Array.from({ length: 1 + Math.floor(Math.random() * 5) }, () => wanted))
    .map((wanted) => ({ wanted, at: Math.random() }))
    .sort((a, b) => a.at - b.at);
  const lane = async (): Promise<void> => {
    for (let shot = shots.pop(); shot; shot = shots.pop()) {
      const isCut = Math.random() < 0.3;
      counted.sent++;
      if (isCut) counted.cut++;
      hear(shot.wanted, await send({ ...shot.wanted, isCut }), heard, violations);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  for (const wanted of all) {
    for (let tries = 0; tries < 20 && !heard.has(wanted); tries++) {
      counted.sent++;
      hear(wanted, await send(wanted), heard, violations);
      if (!heard.has(wanted)) await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return heard;
}

function hear(wanted: Wanted, said: Said | undefined, heard: Map<Wanted, Said>, violations: string[]): void {
  // Still under way somewhere else: an honest answer, and not the command's own.
  if (!said || said.body.type === '/problems/in-flight') return;
  if (said.status !== 200) {
    violations.push(`${wanted.kind}: ${said.status} ${said.text.slice(0, 200)}`);
    return;
  }
  const before = heard.get(wanted);
  if (before && before.text !== said.text) violations.push(`${wanted.kind}: another answer to the same request`);
  heard.set(wanted, said);
}

/** The same key for something else is a mistake of the caller's and told so. */
async function tryOtherBodies(filings: readonly Wanted[]): Promise<string[]> {
  const violations: string[] = [];
  for (const wanted of filings) {
    const body = { ...(wanted.body as object), answers: { blades: '4' } };
    const said = await send({ ...wanted, body });
    if (said?.status !== 422 || said.body.type !== '/problems/other-body')
      violations.push(`other body: ${said?.status}`);
  }
  return violations;
}
