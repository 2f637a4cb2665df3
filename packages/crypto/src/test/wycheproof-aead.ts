import { sm4CcmOpen, sm4CcmSeal, sm4GcmOpen, sm4GcmSeal, toHex } from '../index.ts';
import type { Verdict } from './tally.ts';
import { type Group, hexOf, numberOf, outOfScope, textOf, type Vector, type VectorFile } from './wycheproof-file.ts';

const machines = {
  'SM4-GCM': { seal: sm4GcmSeal, open: sm4GcmOpen },
  'SM4-CCM': { seal: sm4CcmSeal, open: sm4CcmOpen },
} as const;

/** Opens, and where that succeeds seals again: both directions must agree with the vector. */
export function judgeAead(file: VectorFile, group: Group, vector: Vector): Verdict {
  const name = file.algorithm ?? '';
  if (!(name in machines)) return outOfScope(`${name}: 本包只做 SM4 的认证加密 · only SM4 AEAD here`);
  const machine = machines[name as keyof typeof machines];
  const [key, iv, message] = [hexOf(vector, 'key'), hexOf(vector, 'iv'), hexOf(vector, 'msg')];
  const sealed = Buffer.from(textOf(vector, 'ct') + textOf(vector, 'tag'), 'hex');
  const options = { aad: hexOf(vector, 'aad'), tagLength: numberOf(group, 'tagSize') / 8 };
  try {
    const opened = machine.open(key, iv, sealed, options);
    if (!opened.ok || toHex(opened.value) !== toHex(message)) return 'reject';
    return toHex(machine.seal(key, iv, message, options)) === toHex(sealed) ? 'accept' : 'reject';
  } catch (fault) {
    // Sizes the mode forbids are a mistake of the caller and thrown.
    if (fault instanceof RangeError) return 'reject';
    throw fault;
  }
}
