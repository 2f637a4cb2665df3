import type { CaseCommand, CaseView } from '@zhengtong/cases/contract';

export type ActionName = Exclude<CaseCommand['kind'], 'check' | 'compare-original'>;
export type Action = { readonly name: ActionName; readonly key: string; readonly isMain: boolean };

type View = Pick<CaseView, 'may' | 'status' | 'steps' | 'heldBy' | 'heldByMe'> & { readonly roles: readonly string[] };
type Judge = (view: View) => boolean;
type Row = { name: ActionName; key: string; may: string; isMain?: boolean | Judge; if?: Judge };

const isLastStepDue = ({ steps }: Pick<View, 'steps'>): boolean => steps.at(-1)?.isDue === true;

/** A step is finished by who does it; the last one by deciding. */
const isStepMine: Judge = ({ steps, roles }) =>
  !isLastStepDue({ steps }) && steps.some((step) => step.isDue && roles.includes(step.role));

/** Held by who has nothing more to do: the next post can take the case only once it is put back. */
export const isToHandOn: Judge = (view) =>
  view.heldByMe &&
  view.status === 'accepted' &&
  !isStepMine(view) &&
  !(isLastStepDue(view) && view.roles.includes('approver'));

/** Every action with its key, in the order of a case's life. `may` is the server's word for it. */
const rows: readonly Row[] = [
  { name: 'claim', key: 'c', may: 'claimed', isMain: true, if: (view) => view.heldBy === null },
  { name: 'accept', key: 'a', may: 'accepted', isMain: true },
  { name: 'ask-correction', key: 'b', may: 'correction-asked' },
  { name: 'refuse-acceptance', key: 'n', may: 'not-accepted' },
  { name: 'finish-step', key: 'f', may: 'step-finished', isMain: true, if: isStepMine },
  { name: 'decide', key: 'd', may: 'decided', isMain: true, if: isLastStepDue },
  { name: 'resume', key: 'r', may: 'resumed', isMain: true },
  { name: 'deliver', key: 'v', may: 'delivered', isMain: true },
  { name: 'send-back', key: 's', may: 'sent-back', if: ({ steps }) => steps.some((step) => step.isDone) },
  { name: 'pause', key: 'p', may: 'paused' },
  { name: 'extend', key: 'e', may: 'extended' },
  { name: 'transfer', key: 't', may: 'transferred' },
  { name: 'archive', key: 'g', may: 'archived' },
  { name: 'release', key: 'x', may: 'released', isMain: isToHandOn, if: (view) => view.heldBy !== null },
];

/** The buttons of a case for this officer, the one that leads on first. */
export function listActions(view: View): Action[] {
  return rows
    .filter((row) => view.may.includes(row.may) && (row.if?.(view) ?? true))
    .map(({ name, key, isMain = false }) => ({
      name,
      key,
      isMain: typeof isMain === 'function' ? isMain(view) : isMain,
    }))
    .toSorted((a, b) => Number(b.isMain) - Number(a.isMain));
}

/** The step whose turn it is. */
export const dueStepOf = ({ steps }: Pick<CaseView, 'steps'>) => steps.find((step) => step.isDue);
