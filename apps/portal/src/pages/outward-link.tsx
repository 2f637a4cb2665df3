import { InChinese } from '@zhengtong/ui';
import type { Visit } from '../visit.ts';

type Given = { readonly visit: Visit; readonly text: string; readonly address: string | undefined };

/**
 * A link to a page of another site, which is named beside it: nobody is led off this one unawares. Imported lists hold
 * numbers of files, relative addresses and worse where an address belongs: nothing but http(s) becomes a link.
 */
export function OutwardLink({ visit: { say, lang }, text, address }: Given) {
  const url = findWebAddress(address);
  if (!url) return null;
  return (
    <a href={url.href} rel="noopener noreferrer">
      <InChinese lang={lang}>{say('guide.outward', { text, host: url.host })}</InChinese>
    </a>
  );
}

export function findWebAddress(address: string | undefined): URL | undefined {
  const url = URL.parse(address?.trim() ?? '');
  return url && /^https?:$/.test(url.protocol) && url.username === '' ? url : undefined;
}
