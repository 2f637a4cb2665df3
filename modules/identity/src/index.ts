import type { Module } from '@zhengtong/platform';
import type { CodeSending } from './request-code.ts';
import { identityRoutes } from './routes.ts';
import { sweepSessions } from './sessions.ts';

/** With what the composition root knows of sending codes. */
export const identityWith = (codes: CodeSending): Module => ({
  name: 'identity',
  migrations: new URL('../migrations/', import.meta.url),
  routes: (app) => identityRoutes(app, codes),
  recurring: [sweepSessions],
});

export const identityModule: Module = identityWith({});

export { addVerifiedPerson } from './add-verified-person.ts';
export { securityOf, securitySchemes } from './api-security.ts';
export { areOurKeys } from './are-our-keys.ts';
export { authenticate, listStanding, personCookie, staffCookie } from './authenticate.ts';
export { changePost, resetAccess } from './change-staff.ts';
export { type ClaimFirmRefusal, claimFirm } from './claim-firm.ts';
export { lockTries, noteFailure } from './count-attempts.ts';
export { mayAct, type ObjectAction, type ObjectPlace } from './domain/access.ts';
export { type DemoFirm, demoFirmRegister, type FirmRegister } from './firm-register-port.ts';
export { chooseFirm, type Firm, findFirm, findWhoToTell, listFirmsOf, registerFirm } from './firms.ts';
export { httpFirmRegister } from './http-firm-register.ts';
export { httpRegister } from './http-register.ts';
export { isHouseEmpty } from './is-empty.ts';
export {
  findOrganisation,
  findOrganisationByCode,
  listOrganisations,
  type Organisation,
  type OrganisationGiven,
  saveOrganisation,
} from './organisations.ts';
export { findPerson, findPersonMasked, getProfile, type Person, type ReadReason } from './people.ts';
export { findPostAbove, type Risen } from './post-above.ts';
export { demoAreas, demoRegister, noRegister, type PersonRegister } from './register-port.ts';
export {
  type CodeCeilings,
  type CodeSending,
  forgetCode,
  type RequestCodeRefusal,
  requestCode,
  takeCode,
  usualCeilings,
} from './request-code.ts';
export { endSession, listSessions, type SessionLine } from './sessions.ts';
export { type SignedIn, type SignInByCodeRefusal, signInByCode } from './sign-in-by-code.ts';
export { type SignInStaffRefusal, signInStaff } from './sign-in-staff.ts';
export {
  type AddedStaff,
  type AddStaffRefusal,
  addStaff,
  disableStaff,
  findPostNames,
  findPostTitle,
  findStaffName,
  findStaffNames,
  grantPost,
  hasAdministrator,
  listPostsOf,
  listStaff,
  listStaffedRoles,
  type StaffGiven,
  type StaffRole,
} from './staff.ts';
export { subjectOf } from './subject.ts';
export { totpAt } from './totp.ts';
export { type Identification, type VerifyPersonRefusal, verifyPerson } from './verify-person.ts';
