import { findCertificateOfCase } from '@zhengtong/certificates';
import { type FileView, findFiles } from '@zhengtong/files';
import { checkDraft, type Form, type Source, sayAnswer, saySource } from '@zhengtong/forms';
import { findStaffName, mayAct } from '@zhengtong/identity';
import { civilDateAt, ok, type Result, refuse } from '@zhengtong/kernel';
import type { Ctx } from '@zhengtong/platform';
import { doersOf, placeOf } from './act-on-case.ts';
import { listFileIds } from './answer-files.ts';
import { openAnswers } from './answers.ts';
import { describeApplicant } from './applicant.ts';
import { listClocks } from './clock-views.ts';
import type { CaseView } from './contract.ts';
import { readClocks } from './domain/clocks.ts';
import { maskAnswer } from './domain/mask-answer.ts';
import { listPossible } from './domain/may-happen.ts';
import { nextStep } from './domain/turn.ts';
import { formContextOf } from './form-context.ts';
import { formOf } from './form-of-item.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { listMaterials, toFileLine } from './material-views.ts';
import type { CaseRef } from './store-cases.ts';
import { tellForStaff } from './timeline.ts';

/** A case for the officer at work on it. Who opens it is noted with post, case and fields; the applicant can see that. */
export async function getCase(ctx: Ctx, ref: CaseRef): Promise<Result<CaseView, { readonly kind: 'not-found' }>> {
  const loaded = await loadCase(ctx, ref, 'read');
  if (!loaded || loaded.state.status === 'draft' || !mayAct(ctx.actor, 'read', placeOf(loaded)))
    return refuse({ kind: 'not-found' });
  const { row, state, item } = loaded;
  const form = formOf(item);
  const draft = openAnswers(ctx, row.answers);
  const named = (await findFiles(ctx, listFileIds(draft.answers))).filter((file) => file.caseId === row.id);
  const context = formContextOf(ctx, row.division_code, named);
  const { values, sources } = checkDraft(form, draft, context);
  const certificate = await findCertificateOfCase(ctx, ref);
  return ok({
    caseId: row.id,
    number: row.number,
    officialNumber: row.official_number,
    status: state.status,
    itemId: row.item_id,
    itemVersion: row.item_version,
    itemName: row.item_name,
    organisationId: row.organisation_id,
    isPaused: state.isPaused,
    isOverdue: row.is_overdue,
    heldBy: state.heldBy ? ((await findStaffName(ctx, row.division_code, state.heldBy)) ?? '') : null,
    heldByMe: state.heldBy === ctx.actor.id,
    outcome: state.outcome ?? null,
    applicant: await describeApplicant(ctx, loaded, '办理政务服务事项'),
    answers: listAnswers(form, values, sources, context, named),
    materials: await listMaterials(ctx, loaded, values),
    steps: listSteps(ctx, loaded),
    clocks: listClocks(ctx, loaded),
    timeline: await tellForStaff(ctx, loaded),
    may: listPossible(state, { doers: doersOf(ctx), id: ctx.actor.id }),
    excluded: item.process.excluded.map(({ key, name, law, mostDays }) => ({ key, name, law, mostDays })),
    laws: item.laws.map(({ law, article }) => ({ law, article })),
    certificate: certificate ? { identifier: certificate.identifier, status: certificate.status } : null,
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

/** Answers as sentences for an officer, each with where it came from; numbers that name a person masked. */
function listAnswers(
  form: Form,
  values: Readonly<Record<string, unknown>>,
  sources: Readonly<Record<string, Source>>,
  context: ReturnType<typeof formContextOf>,
  named: readonly FileView[],
  lang: 'zh' | 'en' = 'zh',
): CaseView['answers'] {
  return form.definition.sections.flatMap((section) =>
    section.questions.flatMap((question) => {
      if (!Object.hasOwn(values, question.key)) return [];
      const shown = maskAnswer(question.kind, values[question.key]);
      const lines = [...sayAnswer(form, question.key, shown, context, lang)];
      const source = saySource(sources[question.key], lang) ?? null;
      const ids = new Set(listFileIds({ it: { typed: values[question.key] } }));
      const files = named.filter(({ id }) => ids.has(id)).map(toFileLine);
      return [{ section: section.title[lang], key: question.key, label: question.label[lang], lines, source, files }];
    }),
  );
}
