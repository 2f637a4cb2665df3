import rateLimit from '@fastify/rate-limit';
import type { App, Cost } from './http/app.ts';

/** Requests a minute from one address, by what a route costs. */
export type Limits = Readonly<Record<Cost, number>>;

export const usualLimits: Limits = { ordinary: 1200, 'sign-in': 30, 'staff-sign-in': 30, verify: 30, upload: 60 };

/**
 * Counts every request by what its route costs, all routes of one cost together: two pages about codes are not two
 * chances to guess. A hall behind one address shares it, so the ordinary limit is wide; an IPv6 network of 64 bits is one
 * address. The plugin's own way (a limit in the config of routes) is not used: it overlooks limits set by another hook.
 */
export async function addRateLimits(app: App, limits: Limits): Promise<void> {
  await app.http.register(rateLimit, { global: false, cache: 20_000, ipv6Subnet: 64 });
  const costs = Object.entries(limits) as [Cost, number][];
  const counters = new Map(
    costs.map(([cost, max]) => [cost, app.http.createRateLimit({ max, timeWindow: '1 minute' })]),
  );
  app.http.addHook('onRequest', async (request, reply) => {
    const counted = await counters.get(request.routeOptions.config.costs ?? 'ordinary')?.(request);
    if (!counted || counted.isAllowed || !counted.isExceeded) return;
    void reply.header('retry-after', counted.ttlInSeconds);
    throw Object.assign(new Error('too many requests'), { statusCode: 429 });
  });
}
