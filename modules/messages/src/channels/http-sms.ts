import { ok, refuse } from '@zhengtong/kernel';
import { postTo } from '@zhengtong/platform';
import type { SmsChannel } from './channel.ts';

/**
 * Any SMS gateway behind one POST of JSON `{ id, phone, text }` with the id as `Idempotency-Key` too. 2xx is sent; 4xx is
 * refused for good, but for 401, 403, 408 and 429, which are our operator's or the gateway's trouble and may pass.
 */
export function httpSms(url: string): SmsChannel {
  const call = postTo(url);
  return {
    async send(message) {
      const answer = await call(message, { 'idempotency-key': message.id });
      if ('away' in answer) return refuse({ kind: 'away', said: answer.away });
      const { status } = answer;
      if (status >= 200 && status < 300) return ok();
      const mayPass = status < 400 || status >= 500 || [401, 403, 408, 429].includes(status);
      return refuse({ kind: mayPass ? 'away' : 'refused', said: `http ${status}` });
    },
  };
}
