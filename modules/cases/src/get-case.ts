import { findCertificateOfCase } from '@zhengtong/certificates';
import { findFiles } from '@zhengtong/files';
import { findStaffName, mayAct } from '@zhengtong/identity';
import { civilDateAt, ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx, Language } from '@zhengtong/platform';
import { doersOf, placeOf } from './act-on-case.ts';
import { listFileIds } from './answer-files.ts';
import { listAnswers, listQuestions, type NamedFiles, type SeenAnswer } from './answer-views.ts';
import { openAnswers } from './answers.ts';
import { describeApplicant } from './applicant.ts';
import { listClocks } from './clock-views.ts';
import type { CaseView } from './contract.ts';
import { readClocks } from './domain/clocks.ts';
import { listPossible } from './domain/may-happen.ts';
import { nextStep } from './domain/turn.ts';
import { findErased } from './erased-files.ts';
import { itemIn } from './item-in-language.ts';
import { listLetterKinds } from './letters/read-letter.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { listMaterialsForStaff } from './material-views.ts';
import { findOpenPoints } from './open-points.ts';
import type { CaseRef } from './store-cases.ts';
import { tellForStaff } from './timeline.ts';

/**
 * A case for the officer at work on it, in their language; what was written about it stands as it was written. Who opens
 * it is noted with post, case and fields; the applicant can see that.
 */
export async function getCase(
  ctx: Ctx,
  ref: CaseRef,
  lang: Language,
): Promise<Result<CaseView, { readonly kind: 'not-found' }>> {
  const found = await loadCase(ctx, ref, 'read');
  if (!found || found.state.status === 'draft' || !mayAct(ctx.actor, 'read', placeOf(found)))
    return refuse({ kind: 'not-found' });
  const loaded: LoadedCase = { ...found, item: itemIn(lang, found.item) };
  const { row, state, item } = loaded;
  const { applicant, secrets } = await describeApplicant(ctx, loaded, '办理政务服务事项', lang);
  const fileIds = listFileIds(openAnswers(ctx, row.answers).answers);
  const files: NamedFiles = {
    named: (await findFiles(ctx, fileIds)).filter((file) => file.caseId === row.id),
    erased: await findErased(ctx, loaded, fileIds),
  };
  const answers = await listAnswers(ctx, loaded, files, lang);
  const certificate = await findCertificateOfCase(ctx, ref);
  return ok({
    caseId: row.id,
    number: row.number,
    officialNumber: row.official_number,
    status: state.status,
    itemId: row.item_id,
    itemVersion: row.item_version,
    itemName: item.name,
    organisationId: row.organisation_id,
    isPaused: state.isPaused,
    isOverdue: row.is_overdue,
    heldBy: state.heldBy ? ((await findStaffName(ctx, row.division_code, state.heldBy)) ?? '') : null,
    heldByMe: state.heldBy === ctx.actor.id,
    outcome: state.outcome ?? null,
    applicant,
    answers: answers.map(({ secrets: _whole, ...seen }) => seen),
    questions: listQuestions(ctx, loaded, files, lang),
    revealable: state.heldBy === ctx.actor.id ? listRevealable(secrets, answers) : [],
    materials: await listMaterialsForStaff(ctx, loaded, lang),
    steps: listSteps(ctx, loaded),
    clocks: listClocks(ctx, loaded),
    timeline: await tellForStaff(ctx, loaded, lang),
    may: listPossible(state, { doers: doersOf(ctx), id: ctx.actor.id }),
    excluded: item.process.excluded.map(({ key, name, law, mostDays }) => ({ key, name, law, mostDays })),
    laws: item.laws.map(({ law, article }) => ({ law, article })),
    openPoints: state.status === 'accepted' ? (await findOpenPoints(ctx, loaded))(lang) : [],
    letters: listLetterKinds(loaded),
    certificate: certificate
      ? { id: certificate.id, identifier: certificate.identifier, status: certificate.status }
      : null,
  });
}

function listSteps(ctx: Ctx, { state, item, terms, calendar }: LoadedCase): CaseView['steps'] {
  const plan = readClocks(state, terms, calendar, civilDateAt(ctx.now)).steps;
  const due = state.status === 'accepted' ? nextStep(state, item.process.steps)?.key : undefined;
  return item.process.steps.map(({ key, name, role }, index) => {
    const at = plan?.[index];
    return {
      key,
      name,
      role,
      // Whoever decided finished the last step with it.
      isDone: state.stepsDone.includes(key) || state.outcome !== undefined,
      isDue: key === due,
      dueOn: at?.kind === 'due' ? at.on : null,
    };
  });
}

/** Names of what could be shown whole; the numbers themselves stay on the server. */
const listRevealable = (
  ofApplicant: readonly { readonly field: string; readonly label: string }[],
  answers: readonly SeenAnswer[],
): CaseView['revealable'] => [
  ...ofApplicant.map(({ field, label }) => ({ field, of: 'applicant', label })),
  ...answers.flatMap(({ key, secrets }) => secrets.map(({ field, label }) => ({ field, of: key, label }))),
];
