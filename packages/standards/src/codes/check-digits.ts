/** Sum of weight × value; the four GB check systems below differ only in alphabet, weights and modulus. */
function weigh(text: string, weights: readonly number[], worth: (char: string) => number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += worth(text[i] ?? '') * (weights[i] as number);
  return sum;
}

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999, ISO 7064 MOD 11-2: the 18th place of a resident number from its first 17 digits. */
export const residentCheck = (digits: string): string =>
  '10X98765432'[weigh(digits, residentWeights, Number) % 11] ?? '';

/** GB 32100-2015: the letters I, O, S, V and Z are not used, so place in this string and not the letter is the value. */
export const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100-2015, MOD 31: the 18th place of a credit code from its first 17. */
export function creditCheck(code: string): string {
  const rest = weigh(code, creditWeights, (char) => creditAlphabet.indexOf(char)) % 31;
  return creditAlphabet[(31 - rest) % 31] ?? '';
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11714, MOD 11: the ninth place of an organisation code from its first eight. */
export function organisationCheck(code: string): string {
  const check = 11 - (weigh(code, organisationWeights, (char) => letters.indexOf(char)) % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** GB/T 17710, ISO 7064 MOD 37,36: the check character of digits and upper-case letters. */
export function mod3736(text: string): string {
  let product = 36;
  for (const char of text) {
    const sum = (product + letters.indexOf(char)) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return letters[(37 - product) % 36] ?? '';
}

/** ISO/IEC 7812-1, Luhn: whether the last digit is right for those before it. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = Number(digits[i]) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
