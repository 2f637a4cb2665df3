import { findDay, sayDay } from '../exact/calendar.ts';
import type { Program } from '../ir/ir.ts';
import { sha256 } from '../text/digest.ts';
import type { Answer, Decision, Question } from './decide.ts';
import { toJson } from './say-value.ts';

/** Raised whenever the same text and facts could give another byte. */
export const engineVersion = 'zhengtong-rule-language/2';

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

const isText = (value: unknown): value is string => typeof value === 'string';
const isNames = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every(isText));

/** Whether JSON from elsewhere has the shape of a receipt; whether it holds is found by deciding again. */
export function isReceipt(json: unknown): json is Receipt {
  if (typeof json !== 'object' || json === null) return false;
  const { engine, textDigest, parametersDigest, lawOn, question, factsOn, digest } = json as Partial<
    Record<keyof Receipt, unknown>
  >;
  if (![engine, textDigest, parametersDigest, lawOn, factsOn, digest].every(isText) || !isText(question)) return false;
  if (findDay(String(lawOn)) === undefined) return false;
  try {
    const asked: unknown = JSON.parse(question);
    if (typeof asked !== 'object' || asked === null || !('facts' in asked)) return false;
    const { acceptedGaps, outputs } = asked as Partial<Record<keyof Question, unknown>>;
    return isNames(acceptedGaps) && isNames(outputs);
  } catch {
    return false;
  }
}

/** What stands between a receipt and the same bytes, the first of them; null where `again` is the same answer. */
export function differenceFrom(
  receipt: Receipt,
  program: Program,
  again: Receipt | null,
): { readonly zh: string; readonly en: string } | null {
  // Every field, not the digest alone: who changes a field and leaves the digest has changed the receipt.
  if (again !== null && canonicalJson(again) === canonicalJson(receipt)) return null;
  if (receipt.engine !== engineVersion)
    return {
      zh: `当时的引擎是 ${receipt.engine}，这里是 ${engineVersion}，请用当时的版本重算`,
      en: `it was made by ${receipt.engine}, this is ${engineVersion}: run it again with that version`,
    };
  if (receipt.textDigest !== program.text.digest)
    return {
      zh: '规则文本不是当时那一份，一个字不同也算，请用当时的文件',
      en: 'the rule text is not the one of then, to the letter: use the file of then',
    };
  if (receipt.parametersDigest !== parametersDigest(program))
    return {
      zh: '参数不是当时的，用过改革方案的要再给同一份',
      en: 'the parameters are not those of then; an overlay must be given again',
    };
  if (again?.answersDigest === receipt.answersDigest)
    return { zh: '答案相同，回执自己的字段被改过', en: 'the same answer, but a field of the receipt was changed' };
  return { zh: '同一文本、参数和事实，算出的答案不同', en: 'same text, parameters and facts, another answer' };
}

/** The question a receipt answers, to be asked again. */
export function questionOf(receipt: Receipt): Question {
  return { ...(JSON.parse(receipt.question) as Omit<Question, 'factsOn'>), factsOn: receipt.factsOn };
}
