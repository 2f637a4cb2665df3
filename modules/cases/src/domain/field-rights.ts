import type { CorrectionPoint } from './action.ts';
import type { CaseStatus } from './case-state.ts';

/**
 * How much of an answer a post sees: nothing, masked for good, masked but to be shown whole for a reason that is noted,
 * or plain. From least to most.
 */
export const sights = ['hidden', 'masked', 'on-reason', 'plain'] as const;
export type Sight = (typeof sights)[number];

export const desks = ['clerk', 'reviewer', 'approver', 'supervisor'] as const;
export type Desk = (typeof desks)[number];

/** What an item says about some of its questions; it goes before the house's own table and is pinned with the version. */
export type FieldRight = {
  readonly questions: readonly string[];
  /** In which states; in all where none is named. */
  readonly states?: readonly string[];
  readonly sees: Readonly<Partial<Record<Desk, Sight>>>;
  /** Not to be changed in a correction, whatever is asked: who applied as whom, for instance. */
  readonly isFixedOnceFiled?: boolean;
};

type Table = Readonly<Record<CaseStatus, Readonly<Record<Desk, Sight>>>>;
const all = (sight: Sight): Record<Desk, Sight> => ({
  clerk: sight,
  reviewer: sight,
  approver: sight,
  supervisor: sight,
});

/** Answers that name or reach a person. Whole only for the post whose turn it is, and only for a reason. */
const personal: Table = {
  draft: all('hidden'),
  submitted: { ...all('masked'), clerk: 'on-reason' },
  correction: all('masked'),
  accepted: { ...all('masked'), reviewer: 'on-reason', approver: 'on-reason' },
  decided: { ...all('masked'), clerk: 'on-reason' },
  delivered: all('masked'),
  'not-accepted': all('masked'),
  withdrawn: all('masked'),
  lapsed: all('masked'),
  archived: { ...all('masked'), clerk: 'hidden', reviewer: 'hidden' },
};

/** Everything else: what the work is done with while there is work, and for who answers for it afterwards. */
const ordinary: Table = {
  draft: all('hidden'),
  submitted: all('plain'),
  correction: all('plain'),
  accepted: all('plain'),
  decided: all('plain'),
  delivered: all('plain'),
  'not-accepted': all('plain'),
  withdrawn: { ...all('hidden'), supervisor: 'plain' },
  lapsed: { ...all('hidden'), supervisor: 'plain' },
  archived: { ...all('plain'), clerk: 'hidden', reviewer: 'hidden' },
};

export type Field = { readonly key: string; readonly isPersonal: boolean };
export type Reader = { readonly status: CaseStatus; readonly roles: readonly string[] };

/** What a reader sees of a field: the most any of their posts may. What no table names is hidden. */
export function sightOf(field: Field, { status, roles }: Reader, rights: readonly FieldRight[] = []): Sight {
  if (status === 'draft') return 'hidden';
  const own = rights.find(
    ({ questions, states }) => questions.includes(field.key) && (!states || states.includes(status)),
  );
  const table = (field.isPersonal ? personal : ordinary)[status];
  const seen = desks.filter((desk) => roles.includes(desk)).map((desk) => own?.sees[desk] ?? table[desk]);
  return sights[Math.max(0, ...seen.map((sight) => sights.indexOf(sight)))] ?? 'hidden';
}

export type Shut = { readonly kind: 'wrong-status'; readonly stands: CaseStatus } | { readonly kind: 'not-asked' };

/**
 * Why the applicant cannot change a question or a material now; undefined where they can. Nobody else ever can: an
 * officer who finds an answer wrong asks for a correction.
 */
export function whyShut(
  key: string,
  { status, asked }: { readonly status: CaseStatus; readonly asked?: readonly Pick<CorrectionPoint, 'at'>[] },
  rights: readonly FieldRight[] = [],
): Shut | undefined {
  if (status === 'draft') return undefined;
  if (status !== 'correction') return { kind: 'wrong-status', stands: status };
  const isAsked = asked?.some((point) => point.at === key) ?? false;
  return isAsked && !isFixed(key, rights) ? undefined : { kind: 'not-asked' };
}

/** Whether a question stays as it was filed. */
export const isFixed = (key: string, rights: readonly FieldRight[] = []): boolean =>
  rights.some((right) => right.isFixedOnceFiled && right.questions.includes(key));
