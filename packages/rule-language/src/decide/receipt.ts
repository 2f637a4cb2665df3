import { sayDay } from '../exact/calendar.ts';
import type { Program } from '../ir/ir.ts';
import { sha256 } from '../text/digest.ts';
import type { Answer, Decision, Question } from './decide.ts';
import { toJson } from './say-value.ts';

/** Raised whenever the same text and facts could give another byte. */
export const engineVersion = 'zhengtong-rule-language/1';

/** Enough to run the case again years later: same text, same parameters, same engine, same facts, same bytes. */
export type Receipt = {
  readonly engine: string;
  readonly text: string;
  readonly textDigest: string;
  readonly parametersDigest: string;
  readonly lawOn: string;
  readonly factsOn: string;
  /** Facts, discretions, accepted gaps and outputs asked, as canonical JSON. */
  readonly question: string;
  readonly answersDigest: string;
  /** SHA-256 over all of the above, in this order, one a line. */
  readonly digest: string;
};

const quoted = new Map<string, string>();

/** Names come again in every case: quoting each once is most of the speed. */
function quoteKey(key: string): string {
  const known = quoted.get(key);
  if (known !== undefined) return known;
  const said = `${JSON.stringify(key)}:`;
  if (quoted.size < 10_000) quoted.set(key, said);
  return said;
}

/** JSON with sorted keys and nothing between the signs. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined) text += `${text === '' ? '' : ','}${quoteKey(key)}${canonicalJson(item)}`;
  }
  return `{${text}}`;
}

const digests = new WeakMap<Program, string>();

/** Digest of every parameter value in force on the program's law date. */
function parametersDigest(program: Program): string {
  const known = digests.get(program);
  if (known) return known;
  const snapshot = program.parameters.map((one) => [
    one.declared.name,
    [...one.values].map(([key, { value, stated }]) => [key, toJson(value, one.declared.type), stated.decree]).sort(),
  ]);
  const digest = sha256(canonicalJson(snapshot));
  digests.set(program, digest);
  return digest;
}

export function makeReceipt(
  program: Program,
  question: Question,
  answers: readonly Answer[],
  status: Decision['status'],
): Receipt {
  const { facts, discretions, acceptedGaps, outputs } = question;
  const body = {
    engine: engineVersion,
    text: program.text.id,
    textDigest: program.text.digest,
    parametersDigest: parametersDigest(program),
    lawOn: sayDay(program.lawDay),
    factsOn: question.factsOn,
    question: canonicalJson({ facts, discretions, acceptedGaps, outputs }),
    answersDigest: sha256(canonicalJson({ status, answers })),
  };
  // One line a field, none of which can hold a line break: no need to quote the facts a second time.
  return { ...body, digest: sha256(Object.values(body).join('\n')) };
}

/** Whether JSON from elsewhere has the shape of a receipt; whether it holds is found by deciding again. */
export function isReceipt(json: unknown): json is Receipt {
  if (typeof json !== 'object' || json === null) return false;
  const { question, factsOn, digest } = json as Partial<Record<keyof Receipt, unknown>>;
  if (typeof question !== 'string' || typeof factsOn !== 'string' || typeof digest !== 'string') return false;
  try {
    const asked: unknown = JSON.parse(question);
    return typeof asked === 'object' && asked !== null && 'facts' in asked;
  } catch {
    return false;
  }
}

/** The question a receipt answers, to be asked again. */
export function questionOf(receipt: Receipt): Question {
  return { ...(JSON.parse(receipt.question) as Omit<Question, 'factsOn'>), factsOn: receipt.factsOn };
}
