import type { verifyCertificate } from '@zhengtong/certificates';
import { parseCertificateIdentifier } from '@zhengtong/standards';
import { InChinese, Notice, StatusTag, SummaryList, TextInput } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import { sayMoment } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { askNumberPage } from './ask-number.tsx';
import { sayStanding, sayValidity } from './show-wallet.tsx';

type Verification = Awaited<ReturnType<typeof verifyCertificate>>;
type Given = { readonly identifier?: string | undefined; readonly found?: Verification | undefined };

/** By number: whether it holds and nothing else. By the QR code: what stands on it, for comparing with what was shown. */
export function verifyPage(visit: Visit, { identifier, found }: Given): Content {
  const { say, lang } = visit;
  return askNumberPage(visit, {
    title: say('check.title'),
    lead: say('check.lead'),
    action: '/verify',
    button: say(found ? 'check.another' : 'check.button'),
    answer: found && <Outcome visit={visit} found={found} identifier={identifier ?? ''} />,
    fields: (
      <TextInput
        id="identifier"
        name="identifier"
        isCode
        label={say('check.number')}
        hint={say('check.numberHint')}
        value={identifier}
        lang={lang}
      />
    ),
  });
}

/** As the standard writes it and as it stands on the paper to compare with, however it was typed. */
function writtenOf(identifier: string): string {
  const parsed = parseCertificateIdentifier(identifier);
  return parsed.ok ? parsed.value.text : identifier;
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
  const shown = certificate && sayStanding(visit, certificate.standing);
  const change = certificate?.change;
  const isValid = found.standing === 'valid';
  const lines = certificate?.lines.map(({ label, labelEn, value }) => ({ label: pick(label, labelEn), value })) ?? [];
  return (
    <section aria-label={say('check.title')}>
      <Notice kind={isValid ? 'success' : 'warning'} title={say(isValid ? 'check.valid' : 'check.notValid')} isAnswer>
        {shown ? <StatusTag kind={shown.kind}>{shown.word}</StatusTag> : null}
        {change ? <p>{say('check.since', { at: sayMoment(change.at, lang) })}</p> : null}
        {change?.ground ? (
          <p>
            {say('check.ground')}
            {lang === 'zh' ? '：' : ': '}
            {say(`check.${change.ground}`)}
          </p>
        ) : null}
        {change?.law ? (
          <p>
            {say('check.byLaw')}
            {lang === 'zh' ? '：' : ': '}
            <InChinese lang={lang}>{change.law}</InChinese>
          </p>
        ) : null}
      </Notice>
      <SummaryList
        title={certificate && pick(certificate.name, certificate.nameEn)}
        lang={lang}
        rows={[
          { label: say('check.number'), value: <span className="code">{writtenOf(identifier)}</span> },
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
