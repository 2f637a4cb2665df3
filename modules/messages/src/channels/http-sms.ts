import { ok, refuse } from '@zhengtong/kernel';
import type { SendResult, SmsChannel } from './channel.ts';

const timeoutMs = 10_000;

/**
 * Any SMS gateway behind one POST of JSON `{ id, phone, text }` with the id as `Idempotency-Key` too. User and password
 * in the address go out as Basic authorisation. 2xx is sent; 4xx is refused for good, but for 401, 403, 408 and 429,
 * which are our operator's or the gateway's trouble and may pass.
 */
export function httpSms(url: string): SmsChannel {
  const target = new URL(url);
  const login = `${decodeURIComponent(target.username)}:${decodeURIComponent(target.password)}`;
  target.username = '';
  target.password = '';
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...(login === ':' ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` }),
  };
  return {
    async send(message): Promise<SendResult> {
      let status: number;
      try {
        const response = await fetch(target, {
          method: 'POST',
          headers: { ...headers, 'idempotency-key': message.id },
          body: JSON.stringify(message),
          // A gateway that moves says so to its customer; following it would carry phones to whoever it names.
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
        });
        status = response.status;
        await response.body?.cancel();
      } catch (error) {
        return refuse({ kind: 'away', said: sayFault(error) });
      }
      if (status >= 200 && status < 300) return ok();
      const mayPass = status < 400 || status >= 500 || [401, 403, 408, 429].includes(status);
      return refuse({ kind: mayPass ? 'away' : 'refused', said: `http ${status}` });
    },
  };
}

const sayFault = (error: unknown): string => {
  const { name, cause } = error as { name: string; cause?: { code?: string } };
  return cause?.code ?? name;
};
