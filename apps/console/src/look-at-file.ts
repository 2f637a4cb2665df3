/** Why there is no picture, as the server says it; `failed` where nothing was said. */
const reasons = ['kind', 'too-large', 'locked', 'broken', 'too-slow'] as const;
type Why = (typeof reasons)[number] | 'failed';

export type Looked =
  | { readonly kind: 'drawn'; readonly image: string; readonly pages: number; readonly shown: number }
  | { readonly kind: 'none'; readonly why: Why };

/** One request is one look in the log, so the picture is kept in the page and not asked for by the browser again. */
export async function lookAtFile(address: string): Promise<Looked> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) {
      const { why } = (await answer.json()) as { why?: string };
      return { kind: 'none', why: reasons.find((one) => one === why) ?? 'failed' };
    }
    const [pages = 1, shown = 1] = ['x-pages', 'x-pages-shown'].map((name) => Number(answer.headers.get(name)));
    return { kind: 'drawn', image: await toDataUrl(await answer.blob()), pages, shown };
  } catch {
    return { kind: 'none', why: 'failed' };
  }
}

const toDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
