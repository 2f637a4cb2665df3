export { makeHistory, makeRandom } from './histories.ts';
export { isSameDue, makeOracle } from './oracle.ts';
