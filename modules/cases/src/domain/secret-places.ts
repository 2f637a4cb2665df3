import { maskBankCard, maskEmail, maskPhone, maskResidentNumber } from '@zhengtong/standards';

/** Kinds of answers that name or reach a person: masked by default wherever they stand (个人信息保护法 6). */
const masks = {
  'identity-number': maskResidentNumber,
  'bank-card': maskBankCard,
  phone: maskPhone,
  email: maskEmail,
} as const;

export type SecretKind = keyof typeof masks;

/** What a question must say of itself for its secrets to be found; a group's entries are questions too. */
export type Asking = { readonly key: string; readonly kind: string; readonly questions?: readonly Asking[] };

/** One place inside an answer that holds such a number: `members.0.number`, `agent.phone`, or the question itself. */
export type SecretPlace = { readonly path: string; readonly kind: SecretKind };

const partsOf: Readonly<Record<string, Readonly<Record<string, SecretKind>>>> = {
  person: { idNumber: 'identity-number', phone: 'phone', email: 'email' },
  firm: { phone: 'phone' },
};

const isSecret = (kind: string): kind is SecretKind => Object.hasOwn(masks, kind);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

type Change = (text: string, place: SecretPlace) => unknown;

/** Goes through an answer and puts in each secret's place what `change` makes of it. */
function walk(asking: Asking, value: unknown, path: string, change: Change): unknown {
  const { kind, questions = [] } = asking;
  if (typeof value === 'string') return isSecret(kind) && value !== '' ? change(value, { path, kind }) : value;
  if (kind === 'group' && Array.isArray(value))
    return value.map((entry, index) =>
      walkParts(entry, `${path}.${index}`, new Map(questions.map((q) => [q.key, q])), change),
    );
  const parts = partsOf[kind];
  if (!parts) return value;
  const askings = new Map(Object.entries(parts).map(([key, part]) => [key, { key, kind: part }]));
  return walkParts(value, path, askings, change);
}

function walkParts(value: unknown, path: string, askings: ReadonlyMap<string, Asking>, change: Change): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const asking = askings.get(key);
      return [key, asking ? walk(asking, part, `${path}.${key}`, change) : part];
    }),
  );
}

/** An answer with every number that names or reaches a person masked. */
export const maskAnswer = (asking: Asking, value: unknown): unknown =>
  walk(asking, value, asking.key, (text, { kind }) => masks[kind](text));

/** Where an answer holds such numbers, each with what stands there. */
export function listSecrets(asking: Asking, value: unknown): (SecretPlace & { readonly text: string })[] {
  const found: (SecretPlace & { readonly text: string })[] = [];
  walk(asking, value, asking.key, (text, place) => {
    found.push({ ...place, text });
    return text;
  });
  return found;
}
