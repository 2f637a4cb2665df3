import type { verifyCertificate } from '@zhengtong/certificates';
import { Button, Buttons, Notice, StatusTag, SummaryList, TextInput } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import { sayMoment } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';
import { sayStanding, sayValidity } from './show-wallet.tsx';

type Verification = Awaited<ReturnType<typeof verifyCertificate>>;
type Given = {
  readonly identifier?: string | undefined;
  readonly found?: Verification | undefined;
  readonly backTo?: string;
};

/** By number: whether it holds. By the QR code: what stands on it, for comparing with what was shown. */
export function verifyPage(visit: Visit, { identifier, found, backTo }: Given): Content {
  const { say, lang } = visit;
  return {
    title: say('check.title'),
    breadcrumb: [{ text: say('frame.home'), href: '/' }],
    ...(backTo ? { backTo } : {}),
    children: (
      <>
        <h1>{say('check.title')}</h1>
        {found ? (
          <Outcome visit={visit} found={found} identifier={identifier ?? ''} />
        ) : (
          <p className="lead">{say('check.lead')}</p>
        )}
        <form method="post" action="/verify">
          <Hidden visit={visit} />
          <TextInput
            id="identifier"
            name="identifier"
            isCode
            label={say('check.number')}
            value={identifier}
            lang={lang}
          />
          <Buttons>
            <Button look={found ? 'second' : 'main'}>{say('check.button')}</Button>
          </Buttons>
        </form>
      </>
    ),
  };
}

function Outcome({ visit, found, identifier }: { visit: Visit; found: Verification; identifier: string }) {
  const { say, lang, pick } = visit;
  if (found.standing === 'unknown') {
    return (
      <Notice kind="warning" title={say('check.unknown')} isAnswer>
        <p>{say('check.unknownText')}</p>
      </Notice>
    );
  }
  const { certificate } = found;
  const { kind, word } = sayStanding(visit, found.standing);
  const isValid = found.standing === 'valid';
  const lines = certificate?.lines.map(({ label, labelEn, value }) => ({ label: pick(label, labelEn), value })) ?? [];
  return (
    <section aria-label={say('check.title')}>
      <Notice kind={isValid ? 'success' : 'warning'} title={say(isValid ? 'check.valid' : 'check.notValid')} isAnswer>
        <StatusTag kind={kind}>{word}</StatusTag>
      </Notice>
      <SummaryList
        title={certificate && pick(certificate.name, certificate.nameEn)}
        lang={lang}
        rows={[
          { label: say('check.number'), value: <span className="code">{identifier}</span> },
          ...(certificate
            ? [
                { label: say('wallet.holder'), value: certificate.holderName },
                { label: say('wallet.number'), value: <span className="code">{certificate.holderNumber}</span> },
                ...lines,
                { label: say('check.issuer'), value: certificate.organisationName },
                {
                  label: say('check.validity'),
                  value: sayValidity(visit, certificate.validFromOn, certificate.validUntilOn),
                },
              ]
            : []),
          { label: say('check.checkedAt'), value: sayMoment(visit.now, lang) },
        ]}
      />
      {certificate ? null : <p className="hint">{say('check.byNumber')}</p>}
    </section>
  );
}
