import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { drawBytes } from '@zhengtong/kernel';

/**
 * Keys from configuration, newest first. Each seals under its own name, so that old texts open after a rotation. Made into
 * key objects once: turning bytes into one costs as much as the hash itself, and every request makes a dozen.
 */
export type Keys = {
  readonly sealing: readonly { readonly name: string; readonly key: KeyObject }[];
  /** Never rotates by itself: found rows would be lost. Its change is a migration of its own. */
  readonly finding: KeyObject;
};

/** Derives the keys from master secrets `name:base64`, newest first; `finding` comes from the last, the oldest. */
export function deriveKeys(masters: readonly { name: string; secret: Buffer }[]): Keys {
  const oldest = masters.at(-1);
  if (!oldest) throw new Error('no master key');
  return {
    sealing: masters.map(({ name, secret }) => ({ name, key: derive(secret, 'seal') })),
    finding: derive(oldest.secret, 'find'),
  };
}

const derive = (secret: Buffer, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'zhengtong', use, 32)));

/**
 * A text that only the program can read again: `suite.key.nonce‖cipher‖tag`, AES-256-GCM. `place` (table.column) is
 * bound in, so that a cipher moved to another column does not open.
 */
export function seal(keys: Keys, place: string, text: string): string {
  const current = keys.sealing[0];
  if (!current) throw new Error('no sealing key');
  const nonce = drawBytes(12);
  const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `a1.${current.name}.${sealed.toString('base64url')}`;
}

/** The text again. Throws when the key is gone or anything was changed. */
export function unseal(keys: Keys, place: string, sealed: string): string {
  const [suite, name, text] = sealed.split('.');
  const found = keys.sealing.find((key) => key.name === name);
  if (suite !== 'a1' || !found || !text) throw new Error(`no key opens ${place} sealed by ${suite}.${name}`);
  const bytes = Buffer.from(text, 'base64url');
  const open = createDecipheriv('aes-256-gcm', found.key, bytes.subarray(0, 12)).setAAD(Buffer.from(place));
  open.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([open.update(bytes.subarray(12, -16)), open.final()]).toString('utf8');
}

/** Whether a sealed text was made with the newest key; others are sealed anew when next written. */
export const isSealedByNewest = (keys: Keys, sealed: string): boolean => sealed.split('.')[1] === keys.sealing[0]?.name;

/** A keyed hash to find a row by (resident number, phone) without keeping the text readable. 43 characters. */
export function findingHash(keys: Keys, kind: string, text: string): string {
  return createHmac('sha256', keys.finding).update(`${kind}\0${text}`).digest('base64url');
}
