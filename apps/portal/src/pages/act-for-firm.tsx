import type { Firm } from '@zhengtong/identity';
import { Button, Buttons, InChinese } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';

/** A link in a mail leads to the case of a firm one may act for and does not now: one press, and it is there. */
export function actForFirmPage(visit: Visit, firm: Firm, back: string): Content {
  const { say, lang } = visit;
  const title = say('firms.ofFirm', { name: firm.name });
  return {
    title,
    breadcrumb: [{ text: say('frame.myCases'), href: '/my/cases' }],
    children: (
      <>
        <h1>
          <InChinese lang={lang}>{title}</InChinese>
        </h1>
        <p className="lead">{say('firms.ofFirmText')}</p>
        <form method="post" action="/my/acting">
          <Hidden visit={visit} more={{ as: firm.id, back }} />
          <Buttons>
            <Button>
              <span>
                <InChinese lang={lang}>{say('account.change', { name: firm.name })}</InChinese>
              </span>
            </Button>
          </Buttons>
        </form>
      </>
    ),
  };
}
