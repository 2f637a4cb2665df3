import type { Role } from '@zhengtong/kernel';
import { type App, listNews, type NewsLine } from '@zhengtong/platform';
import type { FastifyReply } from 'fastify';

const staff: readonly Role[] = ['clerk', 'reviewer', 'approver', 'supervisor', 'editor', 'administrator', 'auditor'];
const heartbeatMs = 20_000;
// A channel ends now and then, whoever it belongs to: proxies lose count of lines that stay open for ever.
const longestMs = 30 * 60_000;
// An event's id is made before its transaction commits, so news may appear behind news already told.
const lookBackMs = 15_000;

type Listening = {
  readonly sessionId: string;
  readonly divisionCode: string;
  readonly organisationId: string;
  readonly reply: FastifyReply;
};

export type LiveOptions = {
  /** Which of these sessions still stand. A channel ends with its session: sign-out, idle time, a post taken away. */
  readonly listStanding: (sessionIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** How often it looks for news and for ended sessions, milliseconds. */
  readonly pollMs?: number;
};

/**
 * Server-sent events: `changed` with ids of the organisation's cases something happened to. A hint, no record: the page
 * asks again for what it shows, and asks anew after a lost connection.
 */
export function addLiveChannel(app: App, { listStanding, pollMs = 1000 }: LiveOptions): void {
  const listening = new Set<Listening>();
  const told = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  app.http.get('/api/console/live', { config: { allow: staff } }, (request, reply) => {
    const { sessionId = '', divisionCode = '', organisationId = '' } = request.actor;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 3000\n\n');
    const one: Listening = { sessionId, divisionCode, organisationId, reply };
    listening.add(one);
    const beat = setInterval(() => reply.raw.write(': here\n\n'), heartbeatMs);
    const end = setTimeout(() => reply.raw.end(), longestMs);
    reply.raw.on('close', () => {
      clearInterval(beat);
      clearTimeout(end);
      listening.delete(one);
    });
    timer ??= setTimeout(look, pollMs);
  });

  // Open channels would hold a closing server for ever.
  app.http.addHook('preClose', async () => {
    clearTimeout(timer);
    for (const { reply } of listening) reply.raw.end();
  });

  async function endDead(asked: readonly Listening[]): Promise<void> {
    // What cannot be asked just now is asked at the next look.
    const standing = await listStanding([...new Set(asked.map((one) => one.sessionId))]).catch(() => undefined);
    if (!standing) return;
    for (const one of asked) {
      if (standing.has(one.sessionId)) continue;
      listening.delete(one);
      one.reply.raw.end();
    }
  }

  /** One question a division and second, however many officers listen; none while nobody does. */
  async function look(): Promise<void> {
    const now = Date.now();
    // Those who come while it is asked are judged at the next look.
    await endDead([...listening]);
    for (const divisionCode of new Set([...listening].map((one) => one.divisionCode))) {
      // A database that is away for a moment: the next look tells what this one missed.
      const news = await listNews(app.setting.db, divisionCode, now - lookBackMs).catch(() => []);
      const fresh = news.filter(({ id, name }) => !told.has(id) && /^(case|clock|rectification)\./.test(name));
      for (const { id } of fresh) told.set(id, now);
      tell(divisionCode, fresh);
    }
    for (const [id, at] of told) if (at < now - 2 * lookBackMs) told.delete(id);
    timer = listening.size > 0 ? setTimeout(look, pollMs) : undefined;
  }

  function tell(divisionCode: string, fresh: readonly NewsLine[]): void {
    for (const one of listening) {
      if (one.divisionCode !== divisionCode) continue;
      const own = fresh.filter(({ organisationIds }) => organisationIds.includes(one.organisationId));
      if (own.length === 0) continue;
      const cases = [...new Set(own.map((event) => event.key))];
      one.reply.raw.write(`event: changed\ndata: ${JSON.stringify({ cases })}\n\n`);
    }
  }
}
