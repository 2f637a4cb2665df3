import { sql } from 'kysely';
import type { App } from './http/app.ts';

/** `/health/live`: the process answers. `/health/ready`: it can do its work, so traffic may come. */
export function addHealth(app: App, isDraining: () => boolean): void {
  const config = { allow: ['public'] as const };
  app.http.get('/health/live', { config }, async () => ({ status: 'ok' }));
  app.http.get('/health/ready', { config }, async (_request, reply) => {
    if (isDraining()) return reply.code(503).send({ status: 'draining' });
    try {
      await sql`select 1`.execute(app.setting.db);
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'database-away' });
    }
  });
}
