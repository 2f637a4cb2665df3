import { RE2JS } from 're2js';

/** A pattern whose work grows with the length of the text and never faster. */
export type LinearPattern = { test(text: string): boolean };

/** Steps of the compiled pattern for each character: a text of 50,000 characters then takes a quarter of a second. */
const mostSteps = 1000;
const mostKept = 1000;
const kept = new Map<string, LinearPattern | undefined>();

/**
 * Patterns in forms are written by editors and met by texts of strangers. JavaScript's own engine goes back and tries
 * again, so that `(a+)+` on forty letters stops the whole program; RE2's way reads each character once
 * (docs/decisions/0013). What it cannot do (look ahead, back references) or only with great tables is no pattern here:
 * undefined. Written as in JavaScript with the flag `u`.
 */
export function findLinearPattern(source: string): LinearPattern | undefined {
  if (kept.has(source)) return kept.get(source);
  const pattern = compile(source);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(source, pattern);
  return pattern;
}

function compile(source: string): LinearPattern | undefined {
  try {
    // What is no pattern to JavaScript is none in the published JSON Schema either.
    new RegExp(source, 'u');
    const pattern = RE2JS.compile(RE2JS.translateRegExp(nameScripts(source)));
    return pattern.programSize() > mostSteps ? undefined : { test: (text) => pattern.test(text) };
  } catch {
    return undefined;
  }
}

/** `\p{Script=Han}` is `\p{Han}` to RE2. */
const nameScripts = (source: string): string =>
  source.replace(/\\(?:([pP])\{(?:Script|sc)=(\w+)\}|[\s\S])/g, (whole, letter, script) =>
    letter ? `\\${letter}{${script}}` : whole,
  );

/** For Ajv: every pattern of a schema runs in the same way. */
export const linearRegExp = Object.assign(
  (source: string) => {
    const pattern = findLinearPattern(source);
    if (!pattern) throw new Error(`not a pattern that runs in linear time: ${source}`);
    // Ajv tells compiled patterns apart by what they print as.
    return { test: pattern.test, toString: () => `/${source}/u` };
  },
  { code: 'linearRegExp' },
);
