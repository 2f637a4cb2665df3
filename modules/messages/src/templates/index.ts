import * as after from './after-the-case.ts';
import * as ended from './case-ended.ts';
import * as filed from './case-filed.ts';
import * as underway from './case-underway.ts';
import type { Content, Template } from './template.ts';

/** Everything the house can say to a person. Who sends one gives exactly its values, or it does not compile. */
export const templates = {
  'case-submitted': filed.caseSubmitted,
  'case-correction-asked': filed.caseCorrectionAsked,
  'case-corrected': filed.caseCorrected,
  'case-accepted': filed.caseAccepted,
  'case-not-accepted': filed.caseNotAccepted,
  'clock-paused': underway.clockPaused,
  'clock-resumed': underway.clockResumed,
  'clock-extended': underway.clockExtended,
  'clock-moved': underway.clockMoved,
  'case-step': underway.caseStep,
  'file-infected': underway.fileInfected,
  'case-approved': ended.caseApproved,
  'case-refused': ended.caseRefused,
  'case-delivered': ended.caseDelivered,
  'case-withdrawn': ended.caseWithdrawn,
  'case-lapsed': ended.caseLapsed,
  'certificate-issued': after.certificateIssued,
  'certificate-suspended': after.certificateSuspended,
  'certificate-restored': after.certificateRestored,
  'certificate-revoked': after.certificateRevoked,
  'certificate-cancelled': after.certificateCancelled,
  'rating-invited': after.ratingInvited,
  'rectification-fed-back': after.rectificationFedBack,
  'rectification-closed': after.rectificationClosed,
  'rating-set-aside': after.ratingSetAside,
  'draft-will-be-erased': ended.draftWillBeErased,
} as const;

export type TemplateName = keyof typeof templates;
export type ValuesOf<N extends TemplateName> = Parameters<(typeof templates)[N]>[0];

export function write<N extends TemplateName>(name: N, values: ValuesOf<N>): Content {
  return (templates[name] as Template<ValuesOf<N>>)(values);
}

export type { Content, Text } from './template.ts';
