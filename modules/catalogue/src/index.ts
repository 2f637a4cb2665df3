import { identityModule } from '@zhengtong/identity';
import type { Module } from '@zhengtong/platform';
import type { CataloguePorts } from './ports.ts';
import { recountTerms } from './recount-terms.ts';
import { catalogueRoutes } from './routes.ts';

export const catalogueWith = (ports?: CataloguePorts): Module => ({
  name: 'catalogue',
  migrations: new URL('../migrations/', import.meta.url),
  requires: [identityModule],
  routes: (app) => catalogueRoutes(app, ports),
  recurring: [recountTerms],
});

/** Without anybody who issues certificates: for commands, and for rooms that have none. */
export const catalogueModule: Module = catalogueWith();

export type {
  Fee,
  FormCondition,
  FormDefinition,
  Hall,
  ItemContent,
  ItemPage,
  ItemSummary,
  ItemVersion,
  LawCitation,
  LifeEvent,
  Limit,
  Material,
  OnlineItem,
  Process,
  PublicationProblem,
  Quality,
  Remedies,
  RetentionPeriod,
  Step,
} from './contract.ts';
export { ItemPublished, ItemWithdrawn } from './contract.ts';
export { endHall, type HallGiven, listHalls, listHallsEver, saveHall } from './halls.ts';
export { importDivisions, importIndustries, type ReferenceCounts } from './imports/import-divisions.ts';
export { importHalls } from './imports/import-halls.ts';
export { type ImportCounts, importItems } from './imports/import-items.ts';
export { listOrganisationsWithItems } from './list-organisations.ts';
export { listPlacesBelow, type Place } from './list-places.ts';
export { checkForPublication } from './publication/check-for-publication.ts';
export { scoreQuality } from './publication/quality.ts';
export { type PublishRefusal, publishItem, type WithdrawRefusal, withdrawItem } from './publish-item.ts';
export {
  findItemByCode,
  findPublishedItem,
  getItemVersion,
  isListedOnly,
  isOnline,
  listIdsByEnglishName,
  listLifeEvents,
} from './read-items.ts';
export { retentionOf } from './retention-of.ts';
export { type ReviewRefusal, returnDraft, sendToReview } from './review-draft.ts';
export { type Draft, type SaveDraftRefusal, type Saved, saveDraft } from './save-draft.ts';
export { type Asked, listItemsOf, searchItems } from './search-items.ts';
export { type Installed, installShippedItems } from './shipped/install-shipped.ts';
export {
  listDemoDivisions,
  loadShippedCertificateTypes,
  loadShippedItems,
  loadShippedOrganisations,
  type ShippedCertificateType,
  type ShippedItem,
} from './shipped/load-shipped.ts';
export { findStandingItem, getPinnedVersion } from './standing-item.ts';
