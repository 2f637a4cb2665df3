import { setTimeout as wait } from 'node:timers/promises';
import { findPerson, lockTries, noteFailure } from '@zhengtong/identity';
import { ok, type Result, refuse } from '@zhengtong/kernel';
import { type Actor, type Ctx, type Setting, transact } from '@zhengtong/platform';
import { listClocks } from './clock-views.ts';
import { findFilingNumber } from './domain/case-number.ts';
import { loadCase } from './load-case.ts';
import { type MyCase, nameOffices, toLine } from './my-cases.ts';
import { findByNumber } from './store-cases.ts';
import { tellForApplicant } from './timeline.ts';

export type TrackRefusal = { readonly kind: 'not-found' };
export type Tracked = Pick<MyCase, 'line' | 'clocks' | 'timeline'> & {
  readonly isPaused: boolean;
  readonly organisationName: string;
};

type Asked = { readonly number: string; readonly phoneTail: string };

/** Ten times what the longest of the refusals takes. */
const refusedEveryMs = 100;

/**
 * Where a case is, for who has its number and the last four digits of the applicant's phone; no names, no answers. A
 * wrong number and a wrong phone look alike. Four digits are quickly tried from many addresses: after six wrong ones the
 * case answers nobody for a quarter of an hour; its owner signs in. A number that exists costs ten times the work of one
 * that does not, so that a refusal would tell by its time which it was: all come at whole tenths of a second, waited for
 * when nothing is held any more.
 */
export async function trackCase(setting: Setting, actor: Actor, asked: Asked): Promise<Result<Tracked, TrackRefusal>> {
  const since = performance.now();
  const tracked = await transact(setting, actor, (ctx) => findTracked(ctx, asked));
  if (!tracked.ok) await wait(refusedEveryMs - ((performance.now() - since) % refusedEveryMs));
  return tracked;
}

async function findTracked(ctx: Ctx, asked: Asked): Promise<Result<Tracked, TrackRefusal>> {
  const number = findFilingNumber(asked.number) ?? asked.number.replace(/\s/g, '').toUpperCase();
  const ref = await findByNumber(ctx.tx, number);
  const loaded = ref && (await loadCase(ctx, ref, 'read'));
  if (!loaded || loaded.state.status === 'draft') return refuse({ kind: 'not-found' });
  if (await lockTries(ctx, 'track', loaded.row.id)) return refuse({ kind: 'not-found' });
  const reason = { purpose: '凭编号查询进度', caseId: loaded.row.id, fields: ['phone'] };
  const person = await findPerson(ctx, loaded.row.applicant_id, reason);
  if (!/^\d{4}$/.test(asked.phoneTail) || !person?.phone.endsWith(asked.phoneTail)) {
    await noteFailure(ctx, 'track', loaded.row.id);
    return refuse({ kind: 'not-found' });
  }
  return ok({
    line: toLine(loaded.row, loaded.item),
    clocks: listClocks(ctx, loaded),
    isPaused: loaded.state.isPaused,
    // What was said to the applicant and by whom stays theirs.
    timeline: tellForApplicant(loaded, 'zh').map((entry) => ({ ...entry, said: [] })),
    organisationName: (await nameOffices(ctx, loaded)).now,
  });
}
