import { workCalendarAt } from '@zhengtong/calendar';
import { findCertificateOfCase } from '@zhengtong/certificates';
import { findFirm, findOrganisation, getProfile, mayAct } from '@zhengtong/identity';
import { civilDateAt, type Instant, ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { maskResidentNumber } from '@zhengtong/standards';
import { placeOf } from '../act-on-case.ts';
import { describeApplicant } from '../applicant.ts';
import { listClocks } from '../clock-views.ts';
import type { ClockView } from '../contract.ts';
import type { ActionKind, CaseAction, Recorded } from '../domain/action.ts';
import { correctionTerm, deliveryTerm } from '../domain/clocks.ts';
import { foldCase } from '../domain/fold-case.ts';
import { remediesFrom } from '../domain/remedies.ts';
import { type LoadedCase, loadCase } from '../load-case.ts';
import { listMaterials } from '../material-views.ts';
import { loadOwnCase } from '../own-case.ts';
import { listQuestionLabels } from '../question-keys.ts';
import { readAnswers } from '../read-answers.ts';
import type { CaseRef } from '../store-cases.ts';
import { type LastDay, type Letter, type LetterHead, type LetterKind, letterKinds } from './letter.ts';
import { sayLimit } from './say-letter.ts';

export type LetterRefusal = { readonly kind: 'not-found' };

/** The action each letter tells of. */
const turns = {
  correction: 'correction-asked',
  acceptance: 'accepted',
  'non-acceptance': 'not-accepted',
  decision: 'decided',
} as const satisfies Record<LetterKind, ActionKind>;

/** The letters a case has so far, in the order they come. */
export const listLetterKinds = ({ actions }: Pick<LoadedCase, 'actions'>): LetterKind[] =>
  letterKinds.filter((kind) => actions.some((action) => action.kind === turns[kind]));

/** The applicant's own letter. Reading one's own is not noted. */
export async function readOwnLetter(
  ctx: Ctx,
  caseId: string,
  kind: LetterKind,
): Promise<Result<Letter, LetterRefusal>> {
  const loaded = await loadOwnCase(ctx, caseId, 'read');
  return loaded ? readLetter(ctx, loaded, kind, (at) => ownName(ctx, loaded, at)) : refuse({ kind: 'not-found' });
}

/** The same letter for an officer who may see the case; the reading is noted for the person to see. */
export async function readLetterForStaff(
  ctx: Ctx,
  ref: CaseRef,
  kind: LetterKind,
): Promise<Result<Letter, LetterRefusal>> {
  const loaded = await loadCase(ctx, ref, 'read');
  if (!loaded || !mayAct(ctx.actor, 'read', placeOf(loaded))) return refuse({ kind: 'not-found' });
  return readLetter(ctx, loaded, kind, async (at) => {
    const { applicant } = await describeApplicant(ctx, loaded, '查看办件文书');
    if (applicant.kind === 'firm') return firmName(ctx, loaded, at);
    return { isFirm: false, name: applicant.name, number: applicant.number };
  });
}

type Name = LetterHead['applicant'];

async function ownName(ctx: Ctx, loaded: LoadedCase, at: Instant): Promise<Name> {
  if (loaded.row.owner_id !== loaded.row.applicant_id) return firmName(ctx, loaded, at);
  const { name, residentNumber } = await getProfile(ctx);
  return { isFirm: false, name: name ?? '', number: maskResidentNumber(residentNumber ?? '') };
}

async function firmName(ctx: Ctx, { row }: LoadedCase, at: Instant): Promise<Name> {
  const firm = await findFirm(ctx, row.owner_id, at);
  return { isFirm: true, name: firm?.name ?? '', number: firm?.creditCode ?? '' };
}

/**
 * A letter tells of one action, and everything in it is as it stood then: printed again a year later it says the same,
 * whatever was paused, extended, decided or announced since.
 */
async function readLetter(
  ctx: Ctx,
  now: LoadedCase,
  kind: LetterKind,
  nameOf: (at: Instant) => Promise<Name>,
): Promise<Result<Letter, LetterRefusal>> {
  const at = now.actions.findLastIndex((action) => action.kind === turns[kind]);
  const action = now.actions[at];
  if (!action) return refuse({ kind: 'not-found' });
  const actions = now.actions.slice(0, at + 1);
  const state = foldCase(now.item.organisationId, actions);
  // Days announced since are not in it: the letter said what was known.
  const calendar = await workCalendarAt(ctx, now.row.division_code, action.at);
  const then: LoadedCase = { ...now, actions, state, calendar };
  return ok({
    ...(await readHead(ctx, then, action, await nameOf(action.at))),
    ...(await readBody(ctx, then, action)),
  });
}

async function readHead(ctx: Ctx, { row, item, state }: LoadedCase, action: Recorded, applicant: Name) {
  const issuer = await findOrganisation(ctx, { divisionCode: row.division_code, id: state.organisationId });
  const isAccepted = state.acceptedOn !== undefined;
  const on = civilDateAt(action.at);
  return {
    issuer: issuer?.name ?? item.organisationName,
    issuerCodes: issuer?.codes.map(({ code }) => code) ?? [],
    on,
    number: row.number,
    officialNumber: isAccepted ? row.official_number : null,
    item: {
      name: row.item_name,
      nameEn: item.nameEn ?? null,
      code: item.code,
      isPermit: item.kind === '行政许可',
    },
    applicant,
    submittedOn: row.submitted_at ? civilDateAt(row.submitted_at as Recorded['at']) : on,
    phone: item.phone,
    complaintPhone: item.complaintPhone,
  } satisfies LetterHead;
}

type Body = Letter extends infer L ? (L extends Letter ? Omit<L, keyof LetterHead> : never) : never;

async function readBody(ctx: Ctx, then: LoadedCase, action: Recorded): Promise<Body> {
  const { item, state, row } = then;
  const clocks = listClocks({ now: action.at }, then);
  const lastDay = (name: ClockView['name'], limit: string): LastDay => {
    const clock = clocks.find((one) => one.name === name);
    return { on: (clock?.dueOn ?? null) as LastDay['on'], limit, isProvisional: clock?.isProvisional ?? false };
  };
  const on = civilDateAt(action.at);
  switch (action.kind) {
    case 'accepted':
      return {
        kind: 'acceptance',
        acceptedOn: state.acceptedOn ?? on,
        isDeemed: action.isDeemed,
        materials: await listGiven(ctx, then),
        promised: lastDay('promised', sayLimit(item.promisedLimit)),
        legal: lastDay('legal', sayLimit(item.legalLimit)),
      };
    case 'correction-asked': {
      const labels = listQuestionLabels(item);
      const points = action.points.map(({ at, problem }) => ({ at: labels.get(at) ?? at, problem }));
      return { kind: 'correction', points, answerBy: lastDay('correction', `${correctionTerm.count}日`) };
    }
    case 'not-accepted':
      return {
        kind: 'non-acceptance',
        reason: action.reason,
        law: action.law ?? null,
        remedies: remediesFrom(on, item.remedies),
      };
    case 'decided': {
      const at = { divisionCode: row.division_code, caseId: row.id };
      const issued = action.outcome === 'refused' ? undefined : await findCertificateOfCase(ctx, at);
      return {
        kind: 'decision',
        acceptedOn: state.acceptedOn ?? on,
        ...decisionOf(action),
        deliverBy: lastDay('delivery', `${deliveryTerm.count}个工作日`),
        certificate: issued ? { name: issued.name, identifier: issued.identifier } : null,
        // Conditions burden as a refusal does: whoever gets them is told the same ways.
        remedies: action.outcome === 'approved' ? [] : remediesFrom(on, item.remedies),
      };
    }
    default:
      throw new Error(`no letter tells of ${action.kind}`);
  }
}

const decisionOf = ({ outcome, reasons, laws, conditions, isBySilence }: CaseAction & { kind: 'decided' }) => ({
  outcome,
  reasons,
  laws,
  conditions: conditions ?? null,
  isBySilence: isBySilence ?? false,
});

/** Materials with files; none changes after acceptance, so what lies there now is what was accepted. */
async function listGiven(ctx: Ctx, then: LoadedCase) {
  const { values } = readAnswers(ctx, then);
  return (await listMaterials(ctx, then, values))
    .filter(({ files }) => files.length > 0)
    .map(({ name, files }) => ({ name, files: files.length }));
}
