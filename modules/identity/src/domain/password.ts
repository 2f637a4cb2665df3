import { ok, type Result, refuse } from '@zhengtong/kernel';

/** ASVS 6.2: at least 12 for staff, no composition rules, not the obvious, not one's own name. */
export function checkPassword(
  password: string,
  about: readonly string[],
): Result<undefined, { kind: 'password-weak'; because: 'too-short' | 'too-long' | 'too-plain' }> {
  const length = [...password].length;
  if (length < 12) return refuse({ kind: 'password-weak', because: 'too-short' });
  if (length > 128) return refuse({ kind: 'password-weak', because: 'too-long' });
  const plain = password.toLowerCase();
  const isPlain = new Set(plain).size < 5 || /^(.{1,4})\1+$/.test(plain) || isRun(plain);
  const namesItself = about.some((word) => word.length > 3 && plain.includes(word.toLowerCase()));
  return isPlain || namesItself ? refuse({ kind: 'password-weak', because: 'too-plain' }) : ok();
}

/** `123456789012`, `abcdefghijkl`: each character one after the last. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((char, i) => char.charCodeAt(0) - text.charCodeAt(i));
  return steps.filter((step) => step === 1).length >= text.length - 2;
}
