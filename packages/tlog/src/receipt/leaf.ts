import { findBase64, toBase64 } from '../base64.ts';

/** What a log entry may say in the open: no names, no numbers of persons, only facts about the act and a commitment. */
export type LeafFacts = Readonly<Record<string, string | number>>;

/** A flat object in canonical JSON (RFC 8785): names sorted by UTF-16 units, no spaces. */
function canonical(facts: LeafFacts): string {
  const names = Object.keys(facts).sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(facts[name])}`).join(',')}}`;
}

/**
 * The text of a log entry that commits to `commitment`, HMAC-SM3(salt, content): whoever erases the salt leaves a leaf
 * that fits nothing any more. Throws on a number that is not a safe integer or a fact named `commitment`.
 */
export function writeLeaf(facts: LeafFacts, commitment: Uint8Array): string {
  if ('commitment' in facts) throw new Error('the commitment of a leaf is given apart');
  const text = canonical({ ...facts, commitment: toBase64(commitment) });
  if (!findLeaf(text)) throw new Error(`not a leaf: ${text}`);
  return text;
}

/**
 * Reads a leaf. Only the canonical spelling counts: in a leaf with two `commitment`s, one verifier would believe the
 * first and another the last, and one entry could be opened to two contents.
 */
export function findLeaf(text: string): { facts: LeafFacts; commitment: Uint8Array } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const all = value as Record<string, unknown>;
  for (const one of Object.values(all)) if (typeof one !== 'string' && !Number.isSafeInteger(one)) return undefined;
  const { commitment: encoded, ...facts } = all as Record<string, string | number>;
  const commitment = typeof encoded === 'string' ? findBase64(encoded) : undefined;
  if (commitment?.length !== 32 || canonical(all as LeafFacts) !== text) return undefined;
  return { facts, commitment };
}
