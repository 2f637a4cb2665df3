/** Where a rectification stands. */
export type RectificationState = 'opened' | 'contacted' | 'repaired' | 'explained' | 'fed-back' | 're-rated' | 'closed';

export type RectificationActionKind =
  | 'opened'
  | 'contacted'
  | 'repaired'
  | 'explained'
  | 'fed-back'
  | 're-rated'
  | 'appealed'
  | 'appeal-upheld'
  | 'appeal-rejected'
  | 'escalated'
  | 'closed';

/** `desk` is any post that rectifies in the organisation that handled the case (谁办理谁负责). */
export type Doer = 'desk' | 'supervisor' | 'applicant' | 'clock';

export type Transition = {
  readonly from: readonly RectificationState[];
  /** Where it differs for a group of anonymous ratings, whom nobody can call; empty: never for a group. */
  readonly fromForGroup?: readonly RectificationState[];
  readonly to: RectificationState | 'same';
  readonly by: readonly Doer[];
  /** By when, as the limits name it. */
  readonly within?: 'contact' | 'repair' | 'feed-back' | '15 days';
};

const unsettled = ['opened', 'contacted', 'repaired', 'explained'] as const;

/** What may happen to a rectification, when, and by whom. The README shows this table; a test holds the two together. */
export const transitions: Readonly<Record<RectificationActionKind, Transition>> = {
  opened: { from: [], to: 'opened', by: ['clock'] },
  contacted: { from: ['opened'], fromForGroup: [], to: 'contacted', by: ['desk'], within: 'contact' },
  repaired: { from: ['contacted'], fromForGroup: ['opened'], to: 'repaired', by: ['desk'], within: 'repair' },
  explained: { from: ['contacted'], fromForGroup: ['opened'], to: 'explained', by: ['desk'], within: 'repair' },
  'fed-back': { from: ['repaired', 'explained'], to: 'fed-back', by: ['desk'], within: 'feed-back' },
  're-rated': { from: ['fed-back'], fromForGroup: [], to: 're-rated', by: ['applicant'], within: '15 days' },
  appealed: { from: unsettled, fromForGroup: [], to: 'same', by: ['desk'] },
  'appeal-upheld': { from: unsettled, fromForGroup: [], to: 'closed', by: ['supervisor'] },
  'appeal-rejected': { from: unsettled, fromForGroup: [], to: 'same', by: ['supervisor'] },
  escalated: { from: [...unsettled, 're-rated'], to: 'same', by: ['clock'] },
  closed: { from: ['fed-back', 're-rated'], to: 'closed', by: ['clock', 'supervisor'] },
};
