import { findCertificateOfCase, findLastChange } from '@zhengtong/certificates';
import {
  CertificateCancelled,
  CertificateRestored,
  CertificateRevoked,
  CertificateSuspended,
} from '@zhengtong/certificates/contract';
import { civilDateAt } from '@zhengtong/kernel';
import { sendMessage } from '@zhengtong/messages';
import { type Ctx, type Listener, listen } from '@zhengtong/platform';
import { remediesFrom } from './domain/remedies.ts';
import { getPinnedItem } from './load-case.ts';
import { findCaseRow } from './store-cases.ts';
import { envelopeOf } from './tell-applicant.ts';

type About = { readonly certificateId: string; readonly divisionCode: string; readonly caseId: string };

/**
 * Whose certificate came out of a case reads there and then what became of it, and why (行政许可法 69, 70); where it takes
 * something away, also where and until which day they may object, counted from the day they are told.
 */
async function tell(ctx: Ctx, about: About, kind: 'suspended' | 'restored' | 'revoked' | 'cancelled'): Promise<void> {
  const { divisionCode, caseId, certificateId } = about;
  const row = await findCaseRow(ctx.tx, { divisionCode, caseId });
  const certificate = await findCertificateOfCase(ctx, { divisionCode, caseId });
  const why = await findLastChange(ctx, { divisionCode, id: certificateId }, kind);
  if (!row || !certificate || !why) return;
  const envelope = envelopeOf({ row });
  const values = { certificateName: certificate.name, certificateNameEn: certificate.nameEn };
  if (kind === 'restored') return sendMessage(ctx, { ...envelope, template: 'certificate-restored', values });
  const item = await getPinnedItem(ctx, row);
  const remedies = remediesFrom(civilDateAt(ctx.now), item.remedies);
  await sendMessage(ctx, { ...envelope, template: `certificate-${kind}`, values: { ...values, ...why, remedies } });
}

export const certificateChangeListeners: readonly Listener[] = [
  listen('cases.on-certificate-suspended', CertificateSuspended, (ctx, about) => tell(ctx, about, 'suspended')),
  listen('cases.on-certificate-restored', CertificateRestored, (ctx, about) => tell(ctx, about, 'restored')),
  listen('cases.on-certificate-revoked', CertificateRevoked, (ctx, about) => tell(ctx, about, 'revoked')),
  listen('cases.on-certificate-cancelled', CertificateCancelled, (ctx, about) => tell(ctx, about, 'cancelled')),
];
