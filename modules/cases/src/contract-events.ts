import { defineEvent } from '@zhengtong/kernel';
import Type from 'typebox';

const Uuid = Type.String({ format: 'uuid' });

/**
 * What every event of a case says: ids only. `organisationId`: who has it now; `leftOrganisationId`: who had it before,
 * where this took it to another. Events written before that was said are without it.
 */
const OfCase = Type.Object({
  caseId: Uuid,
  divisionCode: Type.String(),
  organisationId: Uuid,
  leftOrganisationId: Type.Optional(Uuid),
  itemId: Uuid,
  itemVersion: Type.Integer(),
  applicantId: Uuid,
  /** The firm whose case it is; none where the applicant applied for themselves. */
  firmId: Type.Optional(Uuid),
  seq: Type.Integer(),
});

export const CaseSubmitted = defineEvent('case.submitted', OfCase);
export const CaseCorrectionAsked = defineEvent('case.correction-asked', OfCase);
export const CaseCorrected = defineEvent('case.corrected', OfCase);
export const CaseAccepted = defineEvent('case.accepted', OfCase);
export const CaseNotAccepted = defineEvent('case.not-accepted', OfCase);
export const CaseStepFinished = defineEvent('case.step-finished', OfCase);
export const CaseDecided = defineEvent('case.decided', OfCase);
export const CaseDelivered = defineEvent('case.delivered', OfCase);
export const CaseWithdrawn = defineEvent('case.withdrawn', OfCase);
export const CaseLapsed = defineEvent('case.lapsed', OfCase);
export const CaseTransferred = defineEvent('case.transferred', OfCase);
/** A virus was found in a file after it was filed; its bytes are gone. */
export const CaseFileInfected = defineEvent('case.file-infected', OfCase);
export const ClockPaused = defineEvent('clock.paused', OfCase);
export const ClockResumed = defineEvent('clock.resumed', OfCase);
export const ClockExtended = defineEvent('clock.extended', OfCase);
/** A calendar was published late and a last day moved. */
export const ClockMoved = defineEvent('clock.moved', OfCase);
export const ClockNear = defineEvent('clock.near', OfCase);
/** The clock stands longer than its procedure may last. */
export const ClockPauseOverdue = defineEvent('clock.pause-overdue', OfCase);
export const ClockOverdue = defineEvent('clock.overdue', OfCase);
