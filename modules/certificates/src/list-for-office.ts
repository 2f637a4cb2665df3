import { findStaffNames, mayAct } from '@zhengtong/identity';
import { civilDateAt, ok, type Result, refuse } from '@zhengtong/kernel';
import { type Ctx, noteRead, unseal } from '@zhengtong/platform';
import { maskName, maskResidentNumber, parseCertificateIdentifier } from '@zhengtong/standards';
import { openCertificate } from './certificate.ts';
import { mayPostChange } from './change-certificate.ts';
import type { CertificateLine, CertificateView } from './contract.ts';
import { findProposal, standingOn, statusChanges, whyNot } from './domain/certificate-state.ts';
import { type CertificateRow, findByIdentifier, findCertificate, listActions, listOfOffice } from './store.ts';

/** What the office issued, newest first, 20 a page; with an identifier that one alone, if it is the office's own. */
export async function listForOffice(
  ctx: Ctx,
  { words, status, before }: { words?: string; status?: CertificateRow['status']; before?: string },
): Promise<CertificateLine[]> {
  const { divisionCode = '', organisationId = '' } = ctx.actor;
  const place = { divisionCode, organisationId };
  if (!words?.trim()) return (await listOfOffice(ctx.tx, { ...place, status, before })).map((row) => lineOf(ctx, row));
  const parsed = parseCertificateIdentifier(words.trim());
  const row = parsed.ok ? await findByIdentifier(ctx.tx, parsed.value.text) : undefined;
  const isOwn = row?.division_code === divisionCode && row.organisation_id === organisationId;
  return row && isOwn ? [lineOf(ctx, row)] : [];
}

function lineOf(ctx: Ctx, row: CertificateRow): CertificateLine {
  const { id, identifier, name, holderName, issuedAt, validUntilOn } = openCertificate(ctx, row);
  const holder = row.holder_kind === 'person' ? maskName(holderName) : holderName;
  return { id, identifier, name, holder, standing: standingNow(ctx, row), issuedAt, validUntilOn };
}

const standingNow = (ctx: Ctx, row: CertificateRow) =>
  standingOn({ status: row.status, validFromOn: row.valid_from, validUntilOn: row.valid_until }, civilDateAt(ctx.now));

/** One certificate with what was done to it and what this officer may do; the reading is noted for its holder. */
export async function getForOffice(
  ctx: Ctx,
  id: string,
): Promise<Result<CertificateView, { readonly kind: 'not-found' }>> {
  const at = { divisionCode: ctx.actor.divisionCode ?? '', id };
  const row = await findCertificate(ctx.tx, at);
  const place = row && { divisionCode: row.division_code, organisationId: row.organisation_id };
  if (!row || !place || !mayAct(ctx.actor, 'read', place)) return refuse({ kind: 'not-found' });
  const { holderName, holderNumber, name, lines, caseId, validFromOn } = openCertificate(ctx, row);
  noteRead(ctx, { subject: row.subject, purpose: '管理电子证照', caseId, fields: ['name', 'residentNumber'] });
  const actions = await listActions(ctx.tx, at);
  const done = actions.map(({ kind, by_id }) => ({ kind, byId: by_id }));
  const waiting = findProposal(done);
  const doers = actions.map(({ by_id }) => by_id);
  const names = await findStaffNames(ctx, row.division_code, doers);
  return ok({
    ...lineOf(ctx, row),
    name,
    holder: holderName,
    holderNumber: row.holder_kind === 'person' ? maskResidentNumber(holderNumber) : holderNumber,
    caseId,
    validFromOn,
    lines: lines.map(({ label, value }) => ({ label: label.zh, labelEn: label.en, value })),
    history: actions.map(({ seq, kind, at: when, by_id, reason, law, ground }) => ({
      seq,
      kind,
      at: when,
      by: names.get(by_id) ?? '',
      reason: reason && unseal(ctx.keys, 'actions.reason', reason),
      law,
      ground,
    })),
    may: statusChanges.filter(
      (change) => mayPostChange(ctx, row, change) && !whyNot(row.status, done, change, ctx.actor.id),
    ),
    waiting: waiting ? { for: waiting.for, isMine: waiting.byId === ctx.actor.id } : null,
  });
}
