import { findCertificateOfCase } from '@zhengtong/certificates';
import { sendMessage } from '@zhengtong/messages';
import type { Ctx } from '@zhengtong/platform';
import type { CaseAction } from './domain/action.ts';
import type { LoadedCase } from './load-case.ts';
import { listQuestionLabels } from './question-keys.ts';

const envelopeOf = ({ row }: LoadedCase) => ({
  to: row.applicant_id,
  caseId: row.id,
  divisionCode: row.division_code,
});

const caseOf = ({ row, item }: LoadedCase) => ({
  itemName: row.item_name,
  ...(item.nameEn ? { itemNameEn: item.nameEn } : {}),
  number: row.official_number ?? row.number,
  caseId: row.id,
});

/** That the case came in. */
export const submittedMessage = (loaded: LoadedCase) => ({
  ...envelopeOf(loaded),
  template: 'case-submitted' as const,
  values: caseOf(loaded),
});

/** Writes the applicant what this action means for them, in the transaction that makes it true. */
export async function tellApplicant(ctx: Ctx, loaded: LoadedCase, action: CaseAction): Promise<void> {
  const { row, item } = loaded;
  const of = caseOf(loaded);
  const due = row.due_on ? { dueOn: row.due_on } : {};
  const envelope = envelopeOf(loaded);
  switch (action.kind) {
    case 'submitted':
      return sendMessage(ctx, submittedMessage(loaded));
    case 'correction-asked': {
      const labels = listQuestionLabels(item);
      const points = action.points.map(({ at, problem }) => `${labels.get(at) ?? at}：${problem}`);
      return sendMessage(ctx, { ...envelope, template: 'case-correction-asked', values: { ...of, ...due, points } });
    }
    case 'correction-answered':
      return sendMessage(ctx, { ...envelope, template: 'case-corrected', values: of });
    case 'accepted':
      return sendMessage(ctx, { ...envelope, template: 'case-accepted', values: { ...of, ...due } });
    case 'not-accepted':
      return sendMessage(ctx, { ...envelope, template: 'case-not-accepted', values: { ...of, reason: action.reason } });
    case 'paused': {
      const reason = `${action.name}：${action.reason}`;
      return sendMessage(ctx, { ...envelope, template: 'clock-paused', values: { ...of, reason } });
    }
    case 'resumed':
      return sendMessage(ctx, { ...envelope, template: 'clock-resumed', values: { ...of, ...due } });
    case 'extended':
      return sendMessage(ctx, {
        ...envelope,
        template: 'clock-extended',
        values: { ...of, ...due, reason: action.reason },
      });
    case 'decided':
      return tellDecision(ctx, action, envelope, of);
    case 'delivered':
      return sendMessage(ctx, { ...envelope, template: 'case-delivered', values: of });
    case 'withdrawn':
      return sendMessage(ctx, { ...envelope, template: 'case-withdrawn', values: of });
    case 'lapsed':
      return sendMessage(ctx, { ...envelope, template: 'case-lapsed', values: of });
    default:
      // Who had it on the desk is no news for the applicant.
      return;
  }
}

async function tellDecision(
  ctx: Ctx,
  action: CaseAction & { kind: 'decided' },
  envelope: { to: string; caseId: string; divisionCode: string },
  of: { itemName: string; number: string; caseId: string },
): Promise<void> {
  if (action.outcome === 'refused') {
    await sendMessage(ctx, { ...envelope, template: 'case-refused', values: { ...of, reason: action.reasons } });
    return;
  }
  const points = action.conditions ? { points: [action.conditions] } : {};
  await sendMessage(ctx, { ...envelope, template: 'case-approved', values: { ...of, ...points } });
}

/** The certificate lies in the wallet: said once it is issued. */
export async function tellCertificate(ctx: Ctx, { row }: LoadedCase): Promise<void> {
  const certificate = await findCertificateOfCase(ctx, { divisionCode: row.division_code, caseId: row.id });
  if (!certificate) return;
  await sendMessage(ctx, {
    to: row.applicant_id,
    caseId: row.id,
    divisionCode: row.division_code,
    template: 'certificate-issued',
    values: { certificateName: certificate.name, certificateNameEn: certificate.nameEn },
  });
}
