/** What a browser would post from a page: every control of the HTML with its value. Enough of HTML for our own markup. */
export function readPage(html: string): Record<string, string[]> {
  const post: Record<string, string[]> = {};
  const put = (name: string, text: string): unknown => (post[name] = [...(post[name] ?? []), text]);
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const { name, type, value = '' } = attributes(tag);
    if (name === undefined || type === 'file' || / disabled(=|\s|\/|>)/.test(tag)) continue;
    if ((type === 'radio' || type === 'checkbox') && !/ checked(=|\s|\/|>)/.test(tag)) continue;
    put(name, value);
  }
  for (const [, open = '', text = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const { name } = attributes(open);
    // The HTML parser drops one line feed right after the tag.
    if (name !== undefined && !/ disabled=/.test(open)) put(name, decode(text).replace(/^\n/, ''));
  }
  for (const [, open = '', inner = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const { name } = attributes(open);
    const chosen = /<option\b[^>]*\bselected\b[^>]*>/.exec(inner)?.[0] ?? /<option\b[^>]*>/.exec(inner)?.[0] ?? '';
    if (name !== undefined && !/ disabled=/.test(open)) put(name, attributes(chosen).value ?? '');
  }
  return post;
}

function attributes(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, text]) => [name, decode(text ?? '')]),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '');
