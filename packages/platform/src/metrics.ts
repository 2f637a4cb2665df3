import { type BlockList, isIPv6 } from 'node:net';
import { sql } from 'kysely';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from './http/app.ts';
import type { Reading } from './module.ts';

/**
 * `/metrics` for Prometheus: answered to a call that comes by itself from an address of `from`, never to one a proxy hands
 * on, whose address would speak for everybody behind it.
 */
export function addMetrics(app: App, from: BlockList, readings: readonly Reading[] = []): void {
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
  for (const { name, help, kind, read } of readings) {
    const Kind = kind === 'counter' ? Counter : Gauge;
    new Kind({
      name,
      help,
      registers: [register],
      async collect() {
        const value = await read(app.setting);
        this.reset();
        this.inc(value);
      },
    });
  }
  app.http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? '(none)';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.http.get('/metrics', { config: { allow: ['public'] } }, async (request, reply) => {
    const { remoteAddress = '' } = request.socket;
    const isHandedOn = handedOn.some((name) => request.headers[name] !== undefined);
    if (isHandedOn || !from.check(remoteAddress, isIPv6(remoteAddress) ? 'ipv6' : 'ipv4'))
      return reply.code(404).send();
    const { rows } = await sql<{ parked: number; due: number }>`
      select count(*) filter (where parked_at is not null) as parked, count(*) filter (where parked_at is null) as due
      from (select parked_at from platform.deliveries where done_at is null and not_before <= now() limit 10000) d
    `.execute(app.setting.db);
    open.set({ state: 'parked' }, rows[0]?.parked ?? 0);
    open.set({ state: 'due' }, rows[0]?.due ?? 0);
    return reply.type(register.contentType).send(await register.metrics());
  });
}

/** What proxies write into a call. */
const handedOn = ['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];
