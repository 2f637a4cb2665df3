const stars = (count: number): string => '*'.repeat(Math.max(0, count));

/** First `head` and last `tail` characters, stars between; a text too short to hide anything becomes stars. */
export function mask(text: string, head: number, tail: number): string {
  const chars = [...text];
  if (chars.length <= head + tail) return stars(chars.length);
  return (
    chars.slice(0, head).join('') + stars(chars.length - head - tail) + (tail > 0 ? chars.slice(-tail).join('') : '')
  );
}

/** `1***************2X`: neither the area nor the birth date can be read from a list. */
export const maskResidentNumber = (number: string): string => mask(number, 1, 2);

/** `138****8000` */
export const maskPhone = (number: string): string => mask(number, 3, 4);

/** Last four digits, as a bank prints them. */
export const maskBankCard = (number: string): string => mask(number, 0, 4);

/** `张*`, `欧**`, `A***************n`: the first character alone, and the last of names from five characters on. */
export const maskName = (name: string): string => mask(name, 1, [...name].length >= 5 ? 1 : 0);

/** `z***@example.com` */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? stars(address.length) : `${mask(address.slice(0, at), 1, 0)}${address.slice(at)}`;
}
