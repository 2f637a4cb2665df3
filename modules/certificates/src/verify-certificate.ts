import { timingSafeEqual } from 'node:crypto';
import { civilDateAt } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { maskName, maskResidentNumber, parseCertificateIdentifier } from '@zhengtong/standards';
import { openCertificate } from './certificate.ts';
import type { VerificationView } from './contract.ts';
import { standingOn } from './domain/certificate-state.ts';
import { hashSecret } from './issue-certificate.ts';
import { type CertificateRow, findByIdentifier, listActions } from './store.ts';

type Shown = NonNullable<VerificationView['certificate']>;

/**
 * Answers anybody. By number alone valid, not valid or unknown and no more: what took it away, and when, says something
 * about its holder to whoever found or guessed the number. With the secret of the QR code, which the holder has shown:
 * the whole, the number still masked, for that is what a verifier compares by eye.
 */
export async function verifyCertificate(
  ctx: Ctx,
  asked: { identifier: string; secret?: string },
): Promise<VerificationView> {
  const parsed = parseCertificateIdentifier(asked.identifier);
  const row = parsed.ok ? await findByIdentifier(ctx.tx, parsed.value.text) : undefined;
  if (!row) return { standing: 'unknown' };
  const times = { status: row.status, validFromOn: row.valid_from, validUntilOn: row.valid_until };
  const standing = standingOn(times, civilDateAt(ctx.now));
  const told = { standing: standing === 'valid' ? standing : 'not-valid' } as const;
  if (asked.secret === undefined || !isSame(hashSecret(asked.secret), row.secret_hash)) return told;
  const change = await findChange(ctx, row);
  const { identifier, name, nameEn, holderName, holderNumber, organisationName, lines, validFromOn, validUntilOn } =
    openCertificate(ctx, row);
  return {
    ...told,
    certificate: {
      standing,
      ...(change ? { change } : {}),
      identifier,
      name,
      nameEn,
      holderName: row.holder_kind === 'person' ? maskName(holderName) : holderName,
      holderNumber: row.holder_kind === 'person' ? maskResidentNumber(holderNumber) : holderNumber,
      organisationName,
      validFromOn,
      validUntilOn,
      lines: lines.map(({ label, value }) => ({ label: label.zh, labelEn: label.en, value })),
    },
  };
}

/** What took it away, for a time or for good; the reason is between the office and the holder. */
async function findChange(ctx: Ctx, row: CertificateRow): Promise<Shown['change']> {
  if (row.status === 'valid') return undefined;
  const actions = await listActions(ctx.tx, { divisionCode: row.division_code, id: row.id });
  const last = actions.findLast(({ kind }) => kind === row.status);
  if (!last) return undefined;
  return { at: last.at, law: last.law ?? '', ...(last.ground ? { ground: last.ground } : {}) };
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
