export { type FuzzFinding, type FuzzReport, fuzzFeel } from './feel/fuzz.ts';
