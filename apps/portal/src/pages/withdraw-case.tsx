import type { MyCase } from '@zhengtong/cases';
import { Button, Buttons, LinkButton, TextArea } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { itemNameOf } from '../say-name.ts';
import { sayStatus } from '../say-status.ts';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';
import { Ways } from './way.tsx';

/** Until it is decided; the link to the page shows until then, and somebody else may be quicker. */
export const canWithdraw = ({ line }: MyCase): boolean =>
  ['draft', 'submitted', 'correction', 'accepted'].includes(line.status);

/** Asked once more, since it cannot be undone; a reason is welcome and never needed. */
export function withdrawPage(visit: Visit, mine: MyCase): Content {
  const { say, lang } = visit;
  const { caseId } = mine.line;
  const breadcrumb = [{ text: itemNameOf(visit, mine.line), href: caseHref(caseId) }];
  if (!canWithdraw(mine)) {
    return {
      title: say('case.withdrawTooLate'),
      breadcrumb,
      children: (
        <>
          <h1>{say('case.withdrawTooLate')}</h1>
          <p className="lead">{say('case.withdrawTooLateText', { status: sayStatus(visit, mine.line, false).word })}</p>
          <Ways ways={[[caseHref(caseId), say('letter.back')]]} />
        </>
      ),
    };
  }
  return {
    title: say('case.withdrawTitle'),
    breadcrumb,
    children: (
      <>
        <h1>{say('case.withdrawTitle')}</h1>
        <p className="lead">{say('case.withdrawText')}</p>
        <form method="post" action={caseHref(caseId, 'withdrawal')}>
          <Hidden visit={visit} />
          <TextArea
            id="reason"
            name="reason"
            label={say('case.withdrawReason')}
            isOptional
            maxCharacters={500}
            lang={lang}
          />
          <Buttons>
            <Button look="warning">{say('case.withdrawButton')}</Button>
            <LinkButton look="second" href={caseHref(caseId)}>
              {say('case.withdrawCancel')}
            </LinkButton>
          </Buttons>
        </form>
      </>
    ),
  };
}
