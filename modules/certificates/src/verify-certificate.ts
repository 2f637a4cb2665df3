import { timingSafeEqual } from 'node:crypto';
import { civilDateAt } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { maskName, maskResidentNumber, parseCertificateIdentifier } from '@zhengtong/standards';
import { openCertificate } from './certificate.ts';
import type { VerificationView } from './contract.ts';
import { isGroundPublic } from './domain/cancellation-ground.ts';
import { standingOn } from './domain/certificate-state.ts';
import { hashSecret } from './issue-certificate.ts';
import { type CertificateRow, findByIdentifier, listActions } from './store.ts';

/**
 * Answers anybody. By number alone: valid, not valid since when and by which law, unknown,
 * and nothing about the holder. With the secret of the QR
 * code, which the holder has shown: the whole, the number still masked, for that is what a verifier compares by eye.
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
  const isShown = asked.secret !== undefined && isSame(hashSecret(asked.secret), row.secret_hash);
  const change = await findChange(ctx, row, isShown);
  const told = change ? { standing, change } : { standing };
  if (!isShown) return told;
  const { identifier, name, nameEn, holderName, holderNumber, organisationName, lines, validFromOn, validUntilOn } =
    openCertificate(ctx, row);
  return {
    ...told,
    certificate: {
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
async function findChange(ctx: Ctx, row: CertificateRow, isShown: boolean): Promise<VerificationView['change']> {
  if (row.status === 'valid') return undefined;
  const actions = await listActions(ctx.tx, { divisionCode: row.division_code, id: row.id });
  const last = actions.findLast(({ kind }) => kind === row.status);
  if (!last) return undefined;
  const { ground } = last;
  if (!ground) return { at: last.at, law: last.law ?? '' };
  // The article's item would tell the same as the ground.
  if (!isShown && !isGroundPublic(ground)) return { at: last.at, law: '行政许可法第七十条' };
  return { at: last.at, law: last.law ?? '', ground };
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
