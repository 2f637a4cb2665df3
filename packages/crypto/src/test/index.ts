export { type FuzzReport, fuzzCrypto } from './fuzz.ts';
export { processorMs } from './processor-time.ts';
export { checkProvider } from './provider-contract.ts';
export { runRfc9421 } from './rfc9421.ts';
export { runSmVectors } from './sm-vectors.ts';
export { failuresOf, newTally, outOfScopeOf, type Tally } from './tally.ts';
export { runWycheproofFile } from './wycheproof.ts';
