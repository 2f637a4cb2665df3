// What must hold after anything (R1): checked in the database itself, against what clients were told.
import { findUnfolded } from '@zhengtong/cases/test';
import { inRead, type Setting, systemActor } from '@zhengtong/platform';
import { sql } from 'kysely';
import type { Acknowledged } from './load.ts';

/** One sentence a violation; none in a sound house. */
export async function listViolations(setting: Setting, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const violations = [...(await listLost(setting, acknowledged)), ...(await listBroken(setting))];
  const unfolded = await inRead(setting, systemActor('drill'), findUnfolded);
  for (const { id, columns } of unfolded)
    violations.push(`case ${id} is not the fold of its actions: ${columns.join()}`);
  return violations;
}

/** Every answered command is there once, under its key, with the answer that was given. */
async function listLost({ db }: Setting, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const { rows } = await sql<{ actor: string; key: string; answer: string }>`
    select actor, key, answer from platform.idempotency_keys`.execute(db);
  const kept = new Map(rows.map((row) => [`${row.actor} ${row.key}`, row.answer]));
  const { rows: actions } = await sql<{ caseId: string; kind: string; n: number }>`
    select case_id as "caseId", kind, count(*) as n from cases.actions group by 1, 2`.execute(db);
  const done = new Map(actions.map((row) => [`${row.caseId} ${row.kind}`, row.n]));
  const kinds: Record<string, string> = {
    submit: 'submitted',
    claim: 'claimed',
    accept: 'accepted',
    release: 'released',
    'finish-step': 'step-finished',
    decide: 'decided',
  };
  const told = new Map<string, number>();
  const violations: string[] = [];
  for (const { actor, key, kind, caseId, answer } of acknowledged) {
    if (kept.get(`${actor} ${key}`) !== answer) violations.push(`${kind} of ${caseId}: the stored answer is another`);
    const place = `${caseId} ${kinds[kind]}`;
    told.set(place, (told.get(place) ?? 0) + 1);
  }
  for (const [place, times] of told) {
    // A command that took effect but was never answered may come on top at the very end; fewer than told is a loss.
    if ((done.get(place) ?? 0) < times) violations.push(`${place}: ${done.get(place) ?? 0} of ${times} acknowledged`);
  }
  return violations;
}

/** Doubled actions, numbers and effects; deliveries left behind. */
async function listBroken({ db }: Setting): Promise<string[]> {
  const checks: Record<string, ReturnType<typeof sql<{ n: number }>>> = {
    'a case was filed, accepted, reviewed or decided twice': sql`
      select count(*) as n from (select 1 from cases.actions
        where kind in ('started', 'submitted', 'accepted', 'step-finished', 'decided', 'released')
        group by division_code, case_id, kind having count(*) > 1) t`,
    'one key filed two cases': sql`
      select count(*) as n from (select answer::jsonb->>'caseId' as id from platform.idempotency_keys
        where status = 200 and answer::jsonb ? 'number' group by 1 having count(*) > 1) t`,
    'a case exists that no command answers for': sql`
      select count(*) as n from cases.cases c where not exists (select 1 from platform.idempotency_keys k
        where k.status = 200 and k.answer::jsonb->>'caseId' = c.id::text)`,
    'a filing number was given twice, or to nobody': sql`
      select (select count(*) from cases.cases) - (select count(distinct c.number) from cases.cases c
        join cases.numbers n on n.number = c.number and n.case_id = c.id) as n`,
    'an official number was given twice, or to nobody': sql`
      select (select count(*) from cases.cases where official_number is not null) -
        (select count(distinct c.official_number) from cases.cases c
         join cases.numbers n on n.number = c.official_number and n.case_id = c.id) as n`,
    'a filing was told twice, or not at all': sql`
      select count(*) as n from (select c.id, count(e.id) as told from cases.cases c
        left join platform.events e on e.division_code = c.division_code and e.key = c.id::text and e.name = 'case.submitted'
        where c.submitted_at is not null group by c.id) t where told <> 1`,
    'an applicant has no letter of the filing, or two': sql`
      select count(*) as n from (select c.id, count(l.id) as letters from cases.cases c
        left join messages.letters l on l.case_id = c.id and l.template = 'case-submitted' group by c.id) t
      where letters <> 1`,
    'an approved case has no certificate, or two': sql`
      select count(*) as n from (select c.id, count(x.id) as issued from cases.cases c
        left join certificates.certificates x on x.division_code = c.division_code and x.case_id = c.id
        where c.outcome = 'approved' group by c.id) t where issued <> 1`,
    'a delivery that was due is not done': sql`
      select count(*) as n from platform.deliveries where done_at is null and not_before < now() - interval '1 second'`,
    'an event has no delivery for somebody who listens': sql`
      select count(*) as n from platform.events e join platform.subscriptions s on s.event_name in (e.name, '*')
      where e.name not like 'job.%' and not exists (select 1 from platform.deliveries d
        where d.division_code = e.division_code and d.event_id = e.id and d.subscriber = s.subscriber)`,
  };
  const violations: string[] = [];
  for (const [said, check] of Object.entries(checks)) {
    const { rows } = await check.execute(db);
    if (rows[0]?.n) violations.push(`${said}: ${rows[0].n}`);
  }
  return violations;
}

/** Waits until nothing that is due is left; answers how long it took, milliseconds. */
export async function waitUntilDrained({ db }: Setting, mostMs = 120_000): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < mostMs) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from platform.deliveries
      where done_at is null and parked_at is null and not_before < now() + interval '30 seconds'`.execute(db);
    if (rows[0]?.n === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return performance.now() - started;
}
