import { InChinese } from '@zhengtong/ui';
import type { Visit } from '../visit.ts';

type Given = {
  readonly visit: Visit;
  /** What the page shows of the firm. */
  readonly of: 'cases.ofFirm' | 'letters.ofFirm' | 'wallet.ofFirm';
  /** The firm acted for now. */
  readonly firmName: string | undefined;
};

/** Who acts for a firm must see that what is shown is the firm's, and the way to their own. */
export function ActingLine({ visit: { say, lang }, of, firmName }: Given) {
  if (!firmName) return null;
  return (
    <p>
      <InChinese lang={lang}>{say(of, { name: firmName })}</InChinese>{' '}
      <a href="/my/account#acting">{say('cases.notOfFirm')}</a>
    </p>
  );
}
