// A citizen at the portal and a program at the API, over HTTP to the real program.
import { randomUUID } from 'node:crypto';
import { getMyCase, saveAnswers, startCase } from '@zhengtong/cases';
import { must } from '@zhengtong/kernel';
import { inRead, type Setting, transact } from '@zhengtong/platform';
import { hiddenOf } from '@zhengtong/portal/test';
import type { City, SignedIn } from '../under-load/city.ts';
import { anyAddress } from '../under-load/client.ts';

export type Sent = { readonly status: number; readonly text: string; readonly ms: number };

export type Citizen = Awaited<ReturnType<typeof newCitizen>>;

/** With a draft that has its answers and lacks its drawing. */
export async function newCitizen(origin: string, setting: Setting, city: City, who: SignedIn) {
  const { caseId } = must(await transact(setting, who.actor, (ctx) => startCase(ctx, city.papers)));
  must(await transact(setting, who.actor, (ctx) => saveAnswers(ctx, { caseId, answers: { blades: '3' } })));
  const ask = async (path: string, init: RequestInit = {}): Promise<Sent & { readonly bytes: Buffer }> => {
    const started = performance.now();
    const headers = {
      cookie: who.cookie,
      'x-forwarded-for': anyAddress(),
      'x-forwarded-proto': 'https',
      ...init.headers,
    };
    const answer = await fetch(`${origin}${path}`, { ...init, headers, redirect: 'manual' });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, text: bytes.toString(), bytes, ms: Math.round(performance.now() - started) };
  };
  const page = `/my/cases/${caseId}/materials`;
  return {
    caseId,
    ask,
    see: () => ask(page),
    /** Chooses a file on the page of materials and presses the button. */
    async upload(bytes: Buffer, name: string): Promise<Sent> {
      const form = new FormData();
      for (const [key, value] of Object.entries(hiddenOf((await ask(page)).text, page))) form.append(key, value);
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      return await ask(page, { method: 'POST', body: form });
    },
    async sendByApi(bytes: Buffer, name: string): Promise<Sent> {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      return await ask('/api/v1/files', { method: 'POST', body: form, headers: { 'idempotency-key': randomUUID() } });
    },
    /** The case as it stands now: what was typed, which files lie there. */
    mine: async () => must(await inRead(setting, who.actor, (ctx) => getMyCase(ctx, caseId))),
  };
}
