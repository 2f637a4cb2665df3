import type { Bytes } from './bytes.ts';

/** PEM (RFC 7468): `writePem('CERTIFICATE', der)`. Lines of 64, with a newline at the end. */
export const writePem = (label: string, bytes: Bytes): string =>
  `-----BEGIN ${label}-----\n${(
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${label}-----\n`;
