/** What came back: the status, and the body where it was JSON; or why nobody answered. */
export type PostAnswer = { readonly status: number; readonly body: unknown } | { readonly away: string };

export type PostCall = (message: unknown, headers?: Readonly<Record<string, string>>) => Promise<PostAnswer>;

const timeoutMs = 10_000;
/** The services we call answer in a line; what is longer is not theirs. */
const mostBytes = 65_536;

/**
 * A service of the city's behind one address: POST of JSON, ten seconds, user and password in the address sent as Basic
 * authorisation. A service that moves says so to its customer: following it would carry personal data to whoever it
 * names, so redirects are answers like any other.
 */
export function postTo(url: string): PostCall {
  const target = new URL(url);
  const login = `${decodeURIComponent(target.username)}:${decodeURIComponent(target.password)}`;
  target.username = '';
  target.password = '';
  const always = {
    'content-type': 'application/json; charset=utf-8',
    ...(login === ':' ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` }),
  };
  return async (message, headers = {}) => {
    try {
      const response = await fetch(target, {
        method: 'POST',
        headers: { ...always, ...headers },
        body: JSON.stringify(message),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, body: await readJson(response) };
    } catch (error) {
      return { away: sayFault(error) };
    }
  };
}

async function readJson(response: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    // Leaving the loop lets the connection go.
    if (bytes > mostBytes) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

const sayFault = (error: unknown): string => {
  const { name, cause } = error as { name: string; cause?: { code?: string } };
  return cause?.code ?? name;
};
