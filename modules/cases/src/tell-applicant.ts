import type { Certificate } from '@zhengtong/certificates';
import { messageParts, sendMessage } from '@zhengtong/messages';
import type { Ctx, Language, Part } from '@zhengtong/platform';
import type { CaseAction } from './domain/action.ts';
import { nextDueDays } from './domain/clocks.ts';
import type { LoadedCase } from './load-case.ts';
import { listQuestionLabels } from './question-keys.ts';

/** To whom what happened to a case is written: who applied, into the box of the firm where it is a firm's case. */
export const envelopeOf = ({ row }: Pick<LoadedCase, 'row'>) => ({
  to: row.applicant_id,
  ...(row.owner_id === row.applicant_id ? {} : { firmId: row.owner_id }),
  caseId: row.id,
  divisionCode: row.division_code,
});

/** The case as a letter names it. */
export const caseOf = ({ row, item }: LoadedCase) => ({
  itemName: row.item_name,
  ...(item.nameEn ? { itemNameEn: item.nameEn } : {}),
  number: row.official_number ?? row.number,
  caseId: row.id,
});

const mayMove = ({ state, terms, calendar }: LoadedCase): boolean => nextDueDays(state, terms, calendar).isProvisional;

/** That the case came in. */
export const submittedMessage = (loaded: LoadedCase) => ({
  ...envelopeOf(loaded),
  template: 'case-submitted' as const,
  values: caseOf(loaded),
});

/** Writes the applicant what this action means for them, as parts of the statement that makes it true; none where it is no news for them. */
export function letterOf(ctx: Ctx, loaded: LoadedCase, action: CaseAction): Part[] {
  const { row, item } = loaded;
  const of = caseOf(loaded);
  const due = row.due_on ? { dueOn: row.due_on, isProvisional: mayMove(loaded) } : {};
  const envelope = envelopeOf(loaded);
  const isFiled = row.submitted_at !== null;
  switch (action.kind) {
    case 'submitted':
      return messageParts(ctx, submittedMessage(loaded));
    case 'correction-asked': {
      const say = (lang: Language, colon: string) => {
        const labels = listQuestionLabels(item, lang);
        return action.points.map(({ at, problem }) => `${labels.get(at) ?? at}${colon}${problem}`);
      };
      const values = { ...of, ...due, points: say('zh', '：'), pointsEn: say('en', ': ') };
      return messageParts(ctx, { ...envelope, template: 'case-correction-asked', values });
    }
    case 'correction-answered':
      return messageParts(ctx, { ...envelope, template: 'case-corrected', values: of });
    case 'accepted':
      return messageParts(ctx, { ...envelope, template: 'case-accepted', values: { ...of, ...due } });
    case 'not-accepted':
      return messageParts(ctx, {
        ...envelope,
        template: 'case-not-accepted',
        values: { ...of, reason: action.reason },
      });
    case 'paused': {
      const reason = `${action.name}：${action.reason}`;
      return messageParts(ctx, { ...envelope, template: 'clock-paused', values: { ...of, reason } });
    }
    case 'resumed':
      return messageParts(ctx, { ...envelope, template: 'clock-resumed', values: { ...of, ...due } });
    case 'extended':
      return messageParts(ctx, {
        ...envelope,
        template: 'clock-extended',
        values: { ...of, ...due, reason: action.reason },
      });
    case 'decided':
      return letterOfDecision(ctx, action, envelope, of);
    case 'delivered':
      return messageParts(ctx, { ...envelope, template: 'case-delivered', values: of });
    case 'withdrawn':
      return messageParts(ctx, { ...envelope, template: 'case-withdrawn', values: { ...of, isFiled } });
    case 'lapsed':
      return messageParts(ctx, { ...envelope, template: 'case-lapsed', values: { ...of, isFiled } });
    default:
      // Who had it on the desk is no news for the applicant.
      return [];
  }
}

/**
 * That a last day the applicant was told has moved, and to when. How long the office takes to accept is not told in
 * days, so nothing is said of that.
 */
export async function tellMoved(ctx: Ctx, loaded: LoadedCase, beforeOn: string | null): Promise<void> {
  const { status, due_on: dueOn } = loaded.row;
  if (!beforeOn || !dueOn || status === 'submitted') return;
  const values = { ...caseOf(loaded), dueOn, beforeOn, isProvisional: mayMove(loaded) };
  await sendMessage(ctx, { ...envelopeOf(loaded), template: 'clock-moved', values });
}

function letterOfDecision(
  ctx: Ctx,
  action: CaseAction & { kind: 'decided' },
  envelope: { to: string; caseId: string; divisionCode: string },
  of: { itemName: string; number: string; caseId: string },
): Part[] {
  if (action.outcome === 'refused') {
    return messageParts(ctx, { ...envelope, template: 'case-refused', values: { ...of, reason: action.reasons } });
  }
  const points = action.conditions ? { points: [action.conditions] } : {};
  return messageParts(ctx, { ...envelope, template: 'case-approved', values: { ...of, ...points } });
}

/** That the certificate lies in the wallet, beside the letter of the decision in one statement. */
export function letterOfCertificate(
  ctx: Ctx,
  loaded: LoadedCase,
  { name, nameEn }: Pick<Certificate, 'name' | 'nameEn'>,
): Part[] {
  const values = { certificateName: name, certificateNameEn: nameEn };
  const message = { ...envelopeOf(loaded), template: 'certificate-issued' as const, values };
  return messageParts(ctx, message, 'certificate_letter');
}
