export {
  findClosing,
  findNextOpening,
  type HallHours,
  isHallOpen,
  listOpenHours,
  type OpenHours,
} from './calendar/hall-hours.ts';
export { announcedNotices, type Notice } from './calendar/notices.ts';
export { type NoticeRefusal, readNotice } from './calendar/read-notice.ts';
export { listStatutoryDays, type StatutoryDay } from './calendar/statutory.ts';
export {
  addWorkingDays,
  countWorkingDays,
  type Day,
  type DayKind,
  dayAt,
  isWorkingDay,
  type LocalDay,
  makeWorkCalendar,
  type WorkCalendar,
  type WorkCalendarOptions,
} from './calendar/work-calendar.ts';
export { dueOf } from './clock/due.ts';
export { type DayReason, type ExplainedDay, type Explanation, explainDue } from './clock/explain.ts';
export type { Due, Limit, Pause, Term } from './clock/limit.ts';
export { addMonths } from './clock/month.ts';
export { type ClockReading, instantOfDue, planSteps, readClock, warnOn, workingDayFrom } from './clock/read-clock.ts';
export { sayDay, sayDue } from './clock/say-due.ts';
export { type BankCardRefusal, parseBankCard } from './codes/bank-card.ts';
export {
  type CertificateIdentifier,
  type CertificateIdentifierRefusal,
  type CertificateParts,
  certificateRoot,
  makeCertificateIdentifier,
  parseCertificateIdentifier,
} from './codes/certificate-identifier.ts';
export { creditCheck, isLuhn, mod3736, organisationCheck, residentCheck } from './codes/check-digits.ts';
export {
  type CreditCode,
  type CreditCodeRefusal,
  parseCreditCode,
  parseOrganisationCode,
} from './codes/credit-code.ts';
export { type DepartmentCode, findDepartmentCode } from './codes/department-code.ts';
export { type Email, type EmailRefusal, parseEmail } from './codes/email.ts';
export { basicCodeParts, type ItemCode, type ItemCodeRefusal, itemLevels, parseItemCode } from './codes/item-code.ts';
export { mask, maskBankCard, maskEmail, maskName, maskPhone, maskResidentNumber } from './codes/masking.ts';
export { type Phone, type PhoneRefusal, parsePhone } from './codes/phone.ts';
export {
  ageOn,
  parseResidentNumber,
  type ResidentNumber,
  type ResidentNumberOptions,
  type ResidentNumberRefusal,
} from './codes/resident-number.ts';
export {
  type DivisionCode,
  type DivisionCodeRefusal,
  type DivisionLevel,
  divisionPrefix,
  isWithinDivision,
  parseDivisionCode,
} from './divisions/division-code.ts';
export { type CodeRefusal, type Sentence, tidyCode, toHalfWidth } from './say.ts';
