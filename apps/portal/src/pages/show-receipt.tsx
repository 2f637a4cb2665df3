import type { MyCase } from '@zhengtong/cases';
import { Buttons, LinkButton, Panel, PrintButton, QrFrame, SummaryList } from '@zhengtong/ui';
import { caseHref } from '../apply-walk.ts';
import type { Content } from '../frame.tsx';
import { qrOf } from '../qr.ts';
import { itemNameOf } from '../say-name.ts';
import { sayMoment } from '../say-time.ts';
import type { Visit } from '../visit.ts';

/** It has arrived: the number, what comes next, and a paper to keep. */
export function receiptPage(visit: Visit, mine: MyCase): Content {
  const { say, lang, site } = visit;
  const { caseId, number, submittedAt } = mine.line;
  return {
    title: say('apply.receiptTitle'),
    breadcrumb: [{ text: say('frame.myCases'), href: '/my/cases' }],
    children: (
      <>
        <Panel title={say('apply.receiptTitle')} number={{ label: say('apply.receiptNumber'), text: number }} />
        <SummaryList
          lang={lang}
          rows={[
            { label: say('apply.receiptItem'), value: itemNameOf(visit, mine.line) },
            ...(mine.firmName ? [{ label: say('apply.receiptFor'), value: mine.firmName }] : []),
            { label: say('apply.receiptOffice'), value: mine.loaded.item.organisationName },
            { label: say('apply.receiptAt'), value: submittedAt ? sayMoment(submittedAt, lang) : undefined },
          ]}
        />
        <h2>{say('apply.receiptNext')}</h2>
        <ol>
          <li>{say('apply.receiptStep1')}</li>
          <li>{say('apply.receiptStep2')}</li>
          <li>{say('apply.receiptStep3')}</li>
        </ol>
        <QrFrame modules={qrOf(`${site.ports.publicUrl}/track?number=${number}`)} caption={say('apply.receiptTrack')} />
        <Buttons>
          <LinkButton href={caseHref(caseId)}>{say('apply.toCase')}</LinkButton>
          <PrintButton lang={lang} />
        </Buttons>
      </>
    ),
  };
}
