import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from './http/app.ts';

/** `/metrics` for Prometheus; answered on the machine itself only, and not to whom a proxy on it speaks for. */
export function addMetrics(app: App): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route pattern',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  const open = new Gauge({
    name: 'zhengtong_deliveries_open',
    help: 'Deliveries due and not done; parked ones wait for a person',
    labelNames: ['state'] as const,
    registers: [register],
  });
  app.http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? '(none)';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.http.get('/metrics', { config: { allow: ['public'] } }, async (request, reply) => {
    if (![request.socket.remoteAddress, request.ip].every(isThisMachine)) return reply.code(404).send();
    const { rows } = await sql<{ parked: number; due: number }>`
      select count(*) filter (where parked_at is not null) as parked, count(*) filter (where parked_at is null) as due
      from (select parked_at from platform.deliveries where done_at is null and not_before <= now() limit 10000) d
    `.execute(app.setting.db);
    open.set({ state: 'parked' }, rows[0]?.parked ?? 0);
    open.set({ state: 'due' }, rows[0]?.due ?? 0);
    return reply.type(register.contentType).send(await register.metrics());
  });
}

const isThisMachine = (address = ''): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address);
