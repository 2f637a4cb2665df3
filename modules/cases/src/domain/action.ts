import type { CivilDate, Instant } from '@zhengtong/kernel';

/** Who did it: the applicant, a member of staff in a post, or a clock. */
export type By = { readonly kind: 'applicant' | 'staff' | 'clock'; readonly id: string; readonly postId?: string };

/** One thing to put right: which question or material, and what is wrong with it, in words the applicant can act on. */
export type CorrectionPoint = { readonly at: string; readonly problem: string };

/** What stood at such a place at a moment: the value of an answer, or the files of a material by their names then. */
export type Standing = {
  readonly at: string;
  readonly value?: unknown;
  readonly files?: readonly { readonly id: string; readonly fileName: string }[];
};

/** Why the applicant leaves a place asked about as it was. */
export type LeftWord = { readonly at: string; readonly word: string };

export type Law = { readonly law: string; readonly article: string };

export type Outcome = 'approved' | 'approved-with-conditions' | 'refused';

export type CaseAction =
  | { readonly kind: 'started' }
  | { readonly kind: 'submitted' }
  | {
      readonly kind: 'material-checked';
      readonly material: string;
      readonly check: string;
      readonly isFine: boolean;
      readonly note?: string;
    }
  | {
      readonly kind: 'original-compared';
      readonly material: string;
      readonly fileId: string;
      /** Told in the timeline: the file's name as it was. */
      readonly fileName: string;
    }
  /** `was`: what stood at every place it opens, to be held against what comes back. */
  | {
      readonly kind: 'correction-asked';
      readonly points: readonly CorrectionPoint[];
      readonly was?: readonly Standing[];
    }
  /** `changed`: what stands otherwise now; `left`: what the applicant left as it was, and why. */
  | {
      readonly kind: 'correction-answered';
      readonly changed?: readonly Standing[];
      readonly left?: readonly LeftWord[];
    }
  | { readonly kind: 'accepted'; readonly isDeemed: boolean }
  | { readonly kind: 'not-accepted'; readonly reason: string; readonly law?: Law }
  | { readonly kind: 'claimed' }
  /** Put back by who had it or by a post above; `because`: the account of who had it was disabled, and a clock did it. */
  | { readonly kind: 'released'; readonly because?: 'staff-disabled' | 'post-ended' }
  | {
      readonly kind: 'paused';
      readonly procedure: string;
      readonly name: string;
      readonly nameEn?: string;
      readonly reason: string;
      readonly law: string;
    }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'extended'; readonly workingDays: number; readonly reason: string }
  | { readonly kind: 'step-finished'; readonly step: string; readonly agrees: boolean; readonly note: string }
  | { readonly kind: 'sent-back'; readonly toStep: string; readonly reason: string }
  | { readonly kind: 'transferred'; readonly organisationId: string; readonly reason: string }
  | {
      readonly kind: 'decided';
      readonly outcome: Outcome;
      readonly reasons: string;
      readonly conditions?: string;
      readonly laws: readonly Law[];
      /** What nobody had looked at and whoever decided confirmed, in words. */
      readonly openPoints?: readonly string[];
      /** The same for who reads English. */
      readonly openPointsEn?: readonly string[];
      /** Nobody decided in time and the law says what that means (行政许可法 50). */
      readonly isBySilence?: boolean;
    }
  /** The limit to accept, to decide or to deliver is near; told to whom has the case in hand, once for each last day. */
  | { readonly kind: 'warned'; readonly lastOn: CivilDate; readonly toStaff: readonly string[] }
  /** The clock stood longer than its procedure may last; told to the same, once for each pause. */
  | { readonly kind: 'pause-overdue'; readonly lastOn: CivilDate; readonly toStaff: readonly string[] }
  /** `fromPostId`: where it lay, or had risen to, until now; none where no post of the body could have had it. */
  | {
      readonly kind: 'escalated';
      readonly fromPostId?: string;
      readonly toPostId: string;
      readonly because: 'overdue';
    }
  | { readonly kind: 'delivered'; readonly way: 'online' | 'counter' | 'post' }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'lapsed'; readonly because: 'draft-left' | 'correction-unanswered' }
  | { readonly kind: 'archived' };

export type ActionKind = CaseAction['kind'];

/** An action as it lies in the log: when, by whom, in which place of the order. */
export type Recorded = CaseAction & { readonly seq: number; readonly at: Instant; readonly by: By };
