import { calendarModule } from '@zhengtong/calendar';
import { catalogueModule } from '@zhengtong/catalogue';
import { certificatesModule } from '@zhengtong/certificates';
import { identityModule } from '@zhengtong/identity';
import type { Module } from '@zhengtong/platform';
import { eraseLeftDrafts } from './erase-drafts.ts';
import { keepPapersListeners, settlePapers } from './keep-papers.ts';
import { calendarListener, moveClocksListener } from './move-clocks.ts';
import { postEndedListener, staffDisabledListener } from './release-left.ts';
import { caseRoutes } from './routes.ts';
import { certificateChangeListeners } from './tell-certificate-change.ts';
import { fileInfectedListener } from './tell-infected.ts';
import { caseClockListener } from './tend-case.ts';

/** Stands on `files` and `messages` too, which the composition root makes with their ports. */
export const casesModule: Module = {
  name: 'cases',
  migrations: new URL('../migrations/', import.meta.url),
  requires: [identityModule, calendarModule, catalogueModule, certificatesModule],
  routes: caseRoutes,
  listeners: [
    caseClockListener,
    calendarListener,
    moveClocksListener,
    postEndedListener,
    staffDisabledListener,
    ...keepPapersListeners,
    ...certificateChangeListeners,
    fileInfectedListener,
  ],
  recurring: [eraseLeftDrafts, settlePapers],
};

export { attachMaterial, type MaterialRefusal, removeMaterial } from './attach-material.ts';
export type { Remedy } from './domain/remedies.ts';
export { type FileGiven, type FileRefusal, fileCase } from './file-at-once.ts';
export { findCaseFile } from './find-case-file.ts';
export { findMyDraft } from './find-draft.ts';
export { getCase } from './get-case.ts';
export { isCaseless } from './is-caseless.ts';
export { drawnLetters } from './letters/drawn-letters.ts';
export { type FindSeal, sealsAt } from './letters/find-seal.ts';
export { type LetterKind, letterKinds } from './letters/letter.ts';
export { addLetterPages } from './letters/letter-pages.ts';
export { listLetterKinds } from './letters/read-letter.ts';
export type { LetterRenderer } from './letters/render-letter.ts';
export {
  findMyCaseLine,
  getMyCase,
  listMyCases,
  type MyCase,
  type MyCaseLine,
} from './my-cases.ts';
export { openedBy } from './opened-by-correction.ts';
export { findOwnerAmong } from './own-case.ts';
export { runCommand } from './run-command.ts';
export { type SaveAnswersRefusal, saveAnswers } from './save-answers.ts';
export { type Started, type StartRefusal, startCase } from './start-case.ts';
export { answerCorrection, type SubmitRefusal, submitCase, type Untouched } from './submit-case.ts';
export { type EarlierFiles, listEarlierFiles, takeOverFiles } from './take-over-files.ts';
export { tendCase } from './tend-case.ts';
export { type Tracked, trackCase } from './track-case.ts';
export { withdrawCase } from './withdraw-case.ts';
