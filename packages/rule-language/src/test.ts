export { plainAnswer, plainAnswers } from './check/plain-doubles.ts';
export { type FuzzFinding, type FuzzReport, fuzzFeel } from './feel/fuzz.ts';
export { randomCharacters, randomExpression, randomTokens } from './feel/random-feel.ts';
