import type { CivilDate } from '@zhengtong/kernel';
import type { Pause } from '@zhengtong/standards';
import type { CorrectionPoint, Law, Outcome, Standing } from './action.ts';

export const statuses = [
  'draft',
  'submitted',
  'correction',
  'accepted',
  'decided',
  'delivered',
  'not-accepted',
  'withdrawn',
  'lapsed',
  'archived',
] as const;
export type CaseStatus = (typeof statuses)[number];

export type CheckOutcome = { readonly isFine: boolean; readonly note?: string };

/** Where a case stands: nothing here that does not follow from its actions. */
export type CaseState = {
  readonly status: CaseStatus;
  /** How many actions made it; the next one is `seq`. */
  readonly seq: number;
  readonly organisationId: string;
  /** The day the present materials came in: of filing, or of the last correction (行政许可法 32). */
  readonly receivedOn?: CivilDate;
  /** 32(4): everything missing is told at once, so asking happens once; later only the same points again. */
  readonly asked?: readonly CorrectionPoint[];
  readonly askedOn?: CivilDate;
  /** What stood at the places the last correction opened, when it was asked for. */
  readonly was?: readonly Standing[];
  readonly acceptedOn?: CivilDate;
  readonly isDeemedAccepted: boolean;
  /** `material/check` → outcome; a correction of the material wipes its checks. */
  readonly checks: Readonly<Record<string, CheckOutcome>>;
  readonly heldBy?: string;
  readonly pauses: readonly Pause[];
  readonly isPaused: boolean;
  /** The procedure the clock stands for, as the item calls it. */
  readonly pausedFor?: string;
  readonly isPauseOverdue: boolean;
  readonly extensionDays: number;
  /** The last day staff were warned of; another one is warned of anew. */
  readonly warnedOf?: CivilDate;
  readonly stepsDone: readonly string[];
  readonly outcome?: Outcome;
  readonly reasons?: string;
  readonly conditions?: string;
  readonly laws?: readonly Law[];
  readonly decidedOn?: CivilDate;
  readonly deliveredOn?: CivilDate;
};

/** Closed to everything but archiving and, where it was decided, delivery. */
export const isClosed = (status: CaseStatus): boolean =>
  ['not-accepted', 'withdrawn', 'lapsed', 'delivered', 'archived'].includes(status);
