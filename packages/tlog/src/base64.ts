const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) values[alphabet.charCodeAt(i)] = i;

/** Standard base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63);
    text += left > 1 ? alphabet.charAt((group >> 6) & 63) : '=';
    text += left > 2 ? alphabet.charAt(group & 63) : '=';
  }
  return text;
}

/**
 * The bytes of standard base64; absent for anything but the one canonical spelling. Lenient decoders (line breaks,
 * missing padding, loose last bits) give one signature many spellings, and a proof could then differ yet verify.
 */
export function findBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let group = 0;
  let at = 0;
  for (let i = 0; i < digits; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (values[code] ?? -1) : -1;
    if (value < 0) return undefined;
    group = (group << 6) | value;
    if (i % 4 === 3) {
      bytes[at++] = group >> 16;
      bytes[at++] = (group >> 8) & 255;
      bytes[at++] = group & 255;
      group = 0;
    }
  }
  if (padding === 1) {
    if (group & 3) return undefined;
    bytes[at++] = group >> 10;
    bytes[at++] = (group >> 2) & 255;
  } else if (padding === 2) {
    if (group & 15) return undefined;
    bytes[at++] = group >> 4;
  }
  return bytes;
}

/** One hash of 32 bytes in base64, the line every tlog file is made of. */
export function findHash(line: string): Uint8Array | undefined {
  return line.length === 44 ? findBase64(line) : undefined;
}
