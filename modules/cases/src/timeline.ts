import { findStaffName } from '@zhengtong/identity';
import type { Ctx } from '@zhengtong/platform';
import type { TimelineEntry } from './contract.ts';
import type { CaseAction, Recorded } from './domain/action.ts';
import type { LoadedCase } from './load-case.ts';

/** What happened, with names of officers for their colleagues. */
export async function tellForStaff(ctx: Ctx, { actions, row, item }: LoadedCase): Promise<TimelineEntry[]> {
  const names = new Map<string, string>();
  for (const { by } of actions) {
    if (by.kind !== 'staff' || names.has(by.id)) continue;
    names.set(by.id, (await findStaffName(ctx, row.division_code, by.id)) ?? '');
  }
  return actions.map((action) => entry(action, names.get(action.by.id) ?? item.organisationName));
}

// The applicant hears of decisions about the case, not of who had it on the desk or what the office still had to look at.
const inner = new Set([
  'claimed',
  'released',
  'material-checked',
  'original-compared',
  'escalated',
  'sent-back',
  'started',
]);

/** What happened, for the applicant: the body acts, not a person. */
export function tellForApplicant({ actions, item }: LoadedCase): TimelineEntry[] {
  return actions
    .filter((action) => !inner.has(action.kind))
    .map((action) => {
      const told = entry(action, item.organisationName);
      return { ...told, said: told.said.filter(({ key }) => key !== 'openPoint') };
    });
}

function entry(action: Recorded, name: string): TimelineEntry {
  const by = action.by.kind === 'staff' ? name : '';
  return { seq: action.seq, kind: action.kind, at: action.at, byKind: action.by.kind, by, said: said(action) };
}

function said(action: CaseAction): TimelineEntry['said'] {
  const texts = Object.entries(action).filter(
    ([key, value]) => typeof value === 'string' && value !== '' && !unsaid.has(key),
  );
  const lines = texts.map(([key, value]) => ({ key, text: value as string }));
  if (action.kind === 'correction-asked') return action.points.map((point) => ({ key: point.at, text: point.problem }));
  if (action.kind === 'decided') {
    for (const { law, article } of action.laws) lines.push({ key: 'law', text: `《${law}》${article}` });
    for (const text of action.openPoints ?? []) lines.push({ key: 'openPoint', text });
  }
  return lines;
}

const unsaid = new Set(['kind', 'at', 'procedure', 'organisationId', 'toPostId', 'because', 'fileId']);
