// A small HTTP client that keeps connections and can cut an answer before it arrives.
import { Agent, request } from 'node:http';
import type { SignedIn } from './city.ts';

export type Said = { readonly status: number; readonly body: Record<string, unknown>; readonly text: string };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export type Sending = {
  readonly origin: string;
  readonly path: string;
  readonly as: SignedIn;
  readonly key: string;
  readonly body: unknown;
  /** Destroys the socket once the request is out; the answer is never read. */
  readonly isCut?: boolean;
};

/** Undefined where nothing was answered: the far side died, or the answer was cut. */
export function send({ origin, path, as, key, body, isCut = false }: Sending): Promise<Said | undefined> {
  const payload = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    'idempotency-key': key,
    cookie: as.cookie,
    'x-forwarded-for': anyAddress(),
  };
  return new Promise((resolve) => {
    const asked = request(`${origin}${path}`, { method: 'POST', headers, agent, timeout: 20_000 }, (response) => {
      if (isCut) {
        asked.destroy();
        resolve(undefined);
        return;
      }
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', () => resolve(undefined));
      response.on('aborted', () => resolve(undefined));
      response.on('end', () => resolve(read(response.statusCode ?? 0, Buffer.concat(chunks).toString())));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.end(payload, () => {
      // Half of the cuts come before the program has had time to begin an answer.
      if (isCut && Math.random() < 0.5) setTimeout(() => asked.destroy(), Math.random() * 10);
    });
  });
}

function read(status: number, text: string): Said {
  try {
    return { status, text, body: JSON.parse(text) };
  } catch {
    return { status, text, body: {} };
  }
}

/** Citizens come from many addresses; the limit of each is not what is tried here. */
export const anyAddress = (): string => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 250) + 1).join('.')}`;
