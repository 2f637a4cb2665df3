// SM3 (GB/T 32905-2016) without Node, for the page that must work where nothing of ours runs.
const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n));
const spread = (x: number): number => x ^ rotate(x, 15) ^ rotate(x, 23);

const initial = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
const constants = Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32));

function compress(state: Int32Array, block: DataView, at: number): void {
  const w = new Int32Array(68);
  const word = (j: number): number => w[j] as number;
  for (let j = 0; j < 16; j++) w[j] = block.getInt32(at + j * 4);
  for (let j = 16; j < 68; j++) {
    w[j] = spread(word(j - 16) ^ word(j - 9) ^ rotate(word(j - 3), 15)) ^ rotate(word(j - 13), 7) ^ word(j - 6);
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let j = 0; j < 64; j++) {
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + (constants[j] as number)) | 0, 7);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + (word(j) ^ word(j + 4))) | 0;
    const tt2 = (gg + h + ss1 + word(j)) | 0;
    [d, c, b, a] = [c, rotate(b, 9), a, tt1];
    [h, g, f, e] = [g, rotate(f, 19), e, tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17)];
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] as number) ^ value;
}

/** SM3 of the bytes: 32 bytes. */
export function sm3(bytes: Uint8Array): Uint8Array {
  // One bit, zeroes, and the length in bits fill up the last block of 64 bytes.
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const state = Int32Array.from(initial);
  for (let at = 0; at < padded.length; at += 64) compress(state, view, at);
  const digest = new DataView(new ArrayBuffer(32));
  for (const [i, value] of state.entries()) digest.setInt32(i * 4, value);
  return new Uint8Array(digest.buffer);
}

/** HMAC-SM3 (GB/T 15852.2): 32 bytes. */
export function hmacSm3(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sm3(key) : key);
  const keyed = (mask: number, rest: Uint8Array): Uint8Array => {
    const whole = new Uint8Array(64 + rest.length);
    for (let i = 0; i < 64; i++) whole[i] = (block[i] as number) ^ mask;
    whole.set(rest, 64);
    return sm3(whole);
  };
  return keyed(0x5c, keyed(0x36, message));
}
