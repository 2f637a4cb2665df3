import rateLimit from '@fastify/rate-limit';
import type { App } from './http/app.ts';

/** Requests a minute from one address, by what a route costs. */
export type Limits = Record<'ordinary' | 'sign-in' | 'verify' | 'upload', number>;

export const usualLimits: Limits = { ordinary: 1200, 'sign-in': 30, verify: 30, upload: 60 };

/** Must be registered before routes. A hall behind one address shares it, so the ordinary limit is wide. */
export async function addRateLimits(app: App, limits: Limits): Promise<void> {
  await app.http.register(rateLimit, { global: false, cache: 20_000 });
  app.http.addHook('onRoute', (route) => {
    const cost = route.config?.costs ?? 'ordinary';
    route.config = { ...route.config, rateLimit: { max: limits[cost], timeWindow: '1 minute', groupId: cost } };
  });
}
