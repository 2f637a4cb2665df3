// The door for tests elsewhere: a small signed world, and the checks that conformance runs.
export { checkForeignLog } from './foreign-log.ts';
export { rewriteLog } from './fork.ts';
export { fuzzTlog } from './fuzz.ts';
export { measureMapShape } from './map-shape.ts';
export { type ProofCase, proofHolds } from './proof-case.ts';
export { cosigned, makeWorld, testTime } from './world.ts';
