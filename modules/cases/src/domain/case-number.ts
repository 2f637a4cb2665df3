import type { CivilDate } from '@zhengtong/kernel';
import { mod3736 } from '@zhengtong/standards';

// Digits and capitals people do not mistake for each other on the telephone.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * The number a case has from filing: 12 characters of 60 random bits and a check character (ISO 7064 MOD 37,36), in
 * groups of four. Nothing can be counted from it, and nothing has to be: no counter is shared.
 */
export function makeFilingNumber(random: (bytes: number) => Uint8Array): string {
  const text = Array.from(random(12), (byte) => alphabet[byte % 32]).join('');
  const whole = `ZT${text}`;
  const grouped = text.replace(/(.{4})(?=.)/g, '$1-');
  return `ZT-${grouped}-${mod3736(whole)}`;
}

/** As typed by a person: spaces, small letters and dashes are habits. Undefined where the check character is wrong. */
export function findFilingNumber(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '');
  const match = /^ZT([2-9A-HJ-NP-Z]{12})([0-9A-Z])$/.exec(plain);
  if (!match?.[1] || mod3736(`ZT${match[1]}`) !== match[2]) return undefined;
  return `ZT-${match[1].replace(/(.{4})(?=.)/g, '$1-')}-${match[2]}`;
}

/** The official number given on acceptance: division, day, eight random digits, check character. */
export function makeOfficialNumber(divisionCode: string, on: CivilDate, random: (bytes: number) => Uint8Array): string {
  const digits = Array.from(random(8), (byte) => byte % 10).join('');
  const text = `${divisionCode}${on.replaceAll('-', '')}${digits}`;
  return `${text}${mod3736(text)}`;
}
