import { type Certificate, type Standing, standingOn } from '@zhengtong/certificates';
import { Buttons, CertificateCard, EmptyState, LinkButton, PrintButton, type StatusKind } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import { qrOf } from '../qr.ts';
import { dayOf, sayDay } from '../say-time.ts';
import type { Visit } from '../visit.ts';
import { ActingLine } from './acting-line.tsx';

export function sayStanding({ say }: Visit, standing: Standing): { word: string; kind: StatusKind } {
  if (standing === 'valid') return { word: say('wallet.valid'), kind: 'done' };
  if (standing === 'suspended') return { word: say('wallet.suspended'), kind: 'attention' };
  if (standing === 'not-yet-valid') return { word: say('wallet.notYet'), kind: 'attention' };
  return { word: say(`wallet.${standing}`), kind: 'stopped' };
}

export const sayValidity = ({ say, lang }: Visit, from: string, until: string | null): string =>
  until
    ? say('wallet.from', { from: sayDay(from, lang), until: sayDay(until, lang) })
    : say('wallet.always', { from: sayDay(from, lang) });

/**
 * Where a QR code leads. The secret is in the address because a scanner can carry nothing else and the page works
 * without script; our log holds patterns of routes and never addresses, and the page sends no referrer to other sites.
 */
export const verificationHref = ({ site }: Visit, { identifier, secret }: Pick<Certificate, 'identifier' | 'secret'>) =>
  `${site.ports.publicUrl}/v/${encodeURIComponent(identifier)}?s=${encodeURIComponent(secret)}`;

export const paperHref = ({ id }: Pick<Certificate, 'id'>, format: 'pdf' | 'ofd'): string =>
  `/my/certificates/${id}/certificate.${format}`;

/** The certificates of whom one acts for now; `firmName` where that is a firm. */
export function walletPage(visit: Visit, certificates: readonly Certificate[], firmName: string | undefined): Content {
  const { say, lang, pick } = visit;
  const today = dayOf(visit.now);
  return {
    title: say('wallet.title'),
    breadcrumb: [{ text: say('frame.home'), href: '/' }],
    children: (
      <>
        <h1>{say('wallet.title')}</h1>
        <p className="lead">{say('wallet.lead')}</p>
        <ActingLine visit={visit} of="wallet.ofFirm" firmName={firmName} />
        {certificates.length === 0 ? (
          <EmptyState title={say('wallet.empty')} icon="certificate">
            <p>{say('wallet.emptyText')}</p>
          </EmptyState>
        ) : (
          <PrintButton lang={lang} />
        )}
        {certificates.map((one) => (
          <section key={one.id} aria-labelledby={`c-${one.id.slice(-12)}-title`}>
            <CertificateCard
              id={`c-${one.id.slice(-12)}`}
              title={pick(one.name, one.nameEn)}
              issuer={one.organisationName}
              identifier={one.identifier}
              issuedOn={sayDay(dayOf(one.issuedAt), lang)}
              validUntil={sayValidity(visit, one.validFromOn, one.validUntilOn)}
              status={sayStanding(visit, standingOn(one, today))}
              fields={[
                { label: say('wallet.holder'), value: one.holderName },
                ...one.lines.map(({ label, value }) => ({ label: label[lang], value })),
              ]}
              qr={{ modules: qrOf(verificationHref(visit, one)), href: verificationHref(visit, one) }}
              lang={lang}
            />
            <Buttons>
              <LinkButton look="second" icon="certificate" href={paperHref(one, 'pdf')}>
                {say('wallet.pdf')}
                <span className="vh"> {pick(one.name, one.nameEn)}</span>
              </LinkButton>
              <LinkButton look="quiet" href={paperHref(one, 'ofd')}>
                {say('wallet.ofd')}
                <span className="vh"> {pick(one.name, one.nameEn)}</span>
              </LinkButton>
            </Buttons>
          </section>
        ))}
      </>
    ),
  };
}
