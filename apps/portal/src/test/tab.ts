import type { App } from '@zhengtong/platform';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser of one person: keeps cookies, follows nothing by itself. */
export function browse({ portal }: { readonly portal: App }) {
  const cookies: Record<string, string> = {};
  type Response = Awaited<ReturnType<typeof portal.http.inject>>;
  const keep = (response: Response): Response => {
    for (const { name, value, maxAge, expires } of response.cookies) {
      const isGone = maxAge === 0 || (expires !== undefined && expires.getTime() < Date.now());
      if (isGone) delete cookies[name];
      else cookies[name] = value;
    }
    return response;
  };
  return {
    cookies,
    get: async (url: string): Promise<Response> => keep(await portal.http.inject({ url, cookies })),
    /** A multipart form with one file, as a browser sends it: fields first. */
    upload: async (url: string, fields: Fields, file: { name: string; bytes: Buffer }): Promise<Response> => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
      form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name);
      const whole = new globalThis.Response(form);
      const payload = Buffer.from(await whole.arrayBuffer());
      const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
      return keep(await portal.http.inject({ method: 'POST', url, cookies, payload, headers }));
    },
    post: async (url: string, fields: Fields, headers: Record<string, string> = {}): Promise<Response> => {
      const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
      const payload = new URLSearchParams(pairs as string[][]).toString();
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      return keep(
        await portal.http.inject({ method: 'POST', url, cookies, payload, headers: { ...type, ...headers } }),
      );
    },
  };
}
export type Tab = ReturnType<typeof browse>;

/** The hidden fields of the form with this target (of the first form where none is said), as a browser would send them. */
export function hiddenOf(page: string, action?: string): Record<string, string> {
  const forms = page.split('<form').filter((part) => part.includes('</form>'));
  const form = forms
    .map((part) => part.split('</form>')[0] ?? '')
    .find((part) => !action || part.includes(`action="${action}"`));
  const fields: Record<string, string> = {};
  for (const [tag] of (form ?? '').matchAll(/<input type="hidden"[^>]*>/g)) {
    const [name, value] = ['name', 'value'].map((key) => new RegExp(` ${key}="([^"]*)"`).exec(tag)?.[1] ?? '');
    if (name) fields[name] = unescapeHtml(value ?? '');
  }
  return fields;
}

const unescapeHtml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
