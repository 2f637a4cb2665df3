import { hash } from 'node:crypto';

/** SHA-256 in hex over UTF-8. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** Digest of an article's words: white space and the width of brackets and commas do not count, every other sign does. */
export function articleDigest(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\s\u3000]+/g, '');
  return sha256(plain).slice(0, 16);
}
