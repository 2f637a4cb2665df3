import { Secret, TOTP } from 'otpauth';

const totpOf = (account: string, secret: Secret): TOTP =>
  new TOTP({ issuer: '政通', label: account, algorithm: 'SHA1', digits: 6, period: 30, secret });

/** A new secret (160 bits) and the address an authenticator app reads from a QR code (RFC 6238). */
export function newTotp(account: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, uri: totpOf(account, secret).toString() };
}

/** The time step a code belongs to, one step early or late allowed; undefined where it is wrong. */
export function findTotpStep(secret: string, code: string, at: string): number | undefined {
  const timestamp = Date.parse(at);
  const delta = totpOf('', Secret.fromBase32(secret)).validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 30_000) + delta;
}

/** The code an app would show; for the demo accounts and tests. */
export const totpAt = (secret: string, at: string): string =>
  totpOf('', Secret.fromBase32(secret)).generate({ timestamp: Date.parse(at) });
