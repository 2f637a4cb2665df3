import type { CivilDate } from '@zhengtong/kernel';
import type { CorrectionPoint, Law, Outcome } from '../domain/action.ts';
import type { Remedy } from '../domain/remedies.ts';

export const letterKinds = ['correction', 'acceptance', 'non-acceptance', 'decision'] as const;
/** 补正告知书、受理通知书、不予受理通知书、决定书. */
export type LetterKind = (typeof letterKinds)[number];

/** A last day with the limit it comes from: 5个工作日. Provisional where a year's holidays are not announced yet. */
export type LastDay = { readonly on: CivilDate | null; readonly limit: string; readonly isProvisional: boolean };

/** What every letter of a case says, as it stood on the day the letter was written. */
export type LetterHead = {
  readonly issuer: string;
  /** Every code the issuer is known by: its seal lies in a folder of one of these names. */
  readonly issuerCodes: readonly string[];
  readonly on: CivilDate;
  readonly number: string;
  readonly officialNumber: string | null;
  readonly item: {
    readonly name: string;
    readonly nameEn: string | null;
    readonly code: string;
    readonly isPermit: boolean;
  };
  /** The name whole, the number masked: the letter lies on desks. */
  readonly applicant: { readonly isFirm: boolean; readonly name: string; readonly number: string };
  readonly submittedOn: CivilDate;
  readonly phone: string;
  readonly complaintPhone: string;
};

export type AcceptanceLetter = LetterHead & {
  readonly kind: 'acceptance';
  readonly acceptedOn: CivilDate;
  /** Nobody asked for correction in time: accepted by law (行政许可法 32(1)(4)). */
  readonly isDeemed: boolean;
  readonly materials: readonly { readonly name: string; readonly files: number }[];
  readonly promised: LastDay;
  readonly legal: LastDay;
};

export type CorrectionLetter = LetterHead & {
  readonly kind: 'correction';
  readonly points: readonly CorrectionPoint[];
  readonly answerBy: LastDay;
};

export type NonAcceptanceLetter = LetterHead & {
  readonly kind: 'non-acceptance';
  readonly reason: string;
  readonly law: Law | null;
  readonly remedies: readonly Remedy[];
};

export type DecisionLetter = LetterHead & {
  readonly kind: 'decision';
  readonly acceptedOn: CivilDate;
  readonly outcome: Outcome;
  readonly isBySilence: boolean;
  readonly reasons: string;
  readonly conditions: string | null;
  readonly laws: readonly Law[];
  readonly deliverBy: LastDay;
  readonly certificate: { readonly name: string; readonly identifier: string } | null;
  readonly remedies: readonly Remedy[];
};

export type Letter = AcceptanceLetter | CorrectionLetter | NonAcceptanceLetter | DecisionLetter;
