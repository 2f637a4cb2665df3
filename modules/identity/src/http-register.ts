import { postTo } from '@zhengtong/platform';
import type { PersonRegister } from './register-port.ts';

/**
 * A population register behind one POST of JSON `{ name, residentNumber }`, answered by `{ "matches": true | false }`.
 * Whatever else comes back, or nothing, is `away`: nobody is verified, and nobody refused, by an answer we do not know.
 */
export function httpRegister(url: string): PersonRegister {
  const call = postTo(url);
  return {
    async matches(name, residentNumber) {
      const answer = await call({ name, residentNumber });
      if ('away' in answer || answer.status !== 200) return 'away';
      const { matches } = (answer.body ?? {}) as { matches?: unknown };
      if (typeof matches !== 'boolean') return 'away';
      return matches ? 'match' : 'no-match';
    },
  };
}
