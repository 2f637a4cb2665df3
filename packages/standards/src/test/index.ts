export { type Announced, makeAnnouncements, makeWorks } from './announcements.ts';
export { makeHistory, makeRandom } from './histories.ts';
export { inventedAreas, inventedDivisions } from './invented-areas.ts';
export { isSameDue, makeOracle } from './oracle.ts';
