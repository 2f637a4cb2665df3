import { createFf1 } from '../index.ts';
import type { Verdict } from './tally.ts';
import { type Group, hexOf, numberOf, outOfScope, type Vector, type VectorFile } from './wycheproof-file.ts';

function numeralsOf(value: unknown, alphabet: string): number[] {
  if (Array.isArray(value)) return value.map(Number);
  return Array.from(String(value), (letter) => [...alphabet].indexOf(letter));
}

/** Texts and lists alike; texts go by the group's alphabet. */
export function judgeFpe(file: VectorFile, group: Group, vector: Vector): Verdict {
  if (file.algorithm !== 'AES-FF1') return outOfScope(`${file.algorithm}: 只做 FF1 · only FF1 here`);
  const alphabet = String(group.alphabet ?? '');
  const [message, ciphertext] = [numeralsOf(vector.msg, alphabet), numeralsOf(vector.ct, alphabet)];
  const tweak = hexOf(vector, 'tweak');
  let machine: ReturnType<typeof createFf1>;
  try {
    machine = createFf1('aes', hexOf(vector, 'key'), numberOf(group, 'radix'));
  } catch (fault) {
    if (fault instanceof RangeError) return 'reject';
    throw fault;
  }
  const encrypted = machine.encrypt(message, tweak);
  if (!encrypted.ok) {
    // 800-38G of 2016 took radix^length ≥ 100; Revision 1 wants 1,000,000, and so does this package.
    const isShortAllowed = encrypted.refusal.kind === 'too-short' && vector.result !== 'invalid';
    return isShortAllowed ? outOfScope('FF1 短于 800-38G Rev.1 的下限 · shorter than Rev. 1 allows') : 'reject';
  }
  if (encrypted.value.join() !== ciphertext.join()) return 'reject';
  const decrypted = machine.decrypt(ciphertext, tweak);
  return decrypted.ok && decrypted.value.join() === message.join() ? 'accept' : 'reject';
}
