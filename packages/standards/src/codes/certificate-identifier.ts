import { ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import { type Sentence, tidyCode } from '../say.ts';
import { mod3736 } from './check-digits.ts';

/** 电子证照根代码 of GB/T 36904-2018. */
export const certificateRoot = '1.2.156.3005.2';

export type CertificateParts = {
  /** 证照类型代码, 21 places: credit code of the defining body and a serial of three. */
  readonly type: string;
  /** 颁发机构代码: a credit code; older systems put an area or organisation code. */
  readonly issuer: string;
  readonly serial: string;
  /** Three digits from 001. */
  readonly version: string;
};

export type CertificateIdentifier = CertificateParts & { readonly text: string; readonly check: string };

export type CertificateIdentifierRefusal =
  | (Refusal<'empty' | 'wrong-root' | 'wrong-shape'> & { readonly say: Sentence })
  /** Seen in the wild: report it, and take the text as somebody's own number if it comes from outside. */
  | (Refusal<'wrong-check-character'> & { readonly say: Sentence; readonly parts: CertificateParts });

const checkOf = (parts: CertificateParts): string =>
  mod3736(`${parts.type}${parts.issuer}${parts.serial}${parts.version}`);

const shapes: Readonly<Record<keyof CertificateParts, RegExp>> = {
  type: /^[0-9A-Z]{18}\d{3}$/,
  issuer: /^[0-9A-Z]{6,18}$/,
  serial: /^[0-9A-Z]{1,64}$/,
  version: /^(?!000)\d{3}$/,
};

const isShaped = (parts: CertificateParts): boolean =>
  (Object.keys(shapes) as (keyof CertificateParts)[]).every((part) => shapes[part].test(parts[part]));

/** 电子证照标识, GB/T 36904-2018, with its check character by MOD 37,36. */
export function parseCertificateIdentifier(text: string): Result<CertificateIdentifier, CertificateIdentifierRefusal> {
  const typed = tidyCode(text);
  if (typed === '')
    return refuse({ kind: 'empty', say: { zh: '请填写电子证照标识。', en: 'Enter the certificate identifier.' } });
  if (!typed.startsWith(`${certificateRoot}.`))
    return refuse({
      kind: 'wrong-root',
      say: { zh: `电子证照标识应以 ${certificateRoot} 开头。`, en: `An identifier begins with ${certificateRoot}.` },
    });
  const places = typed.slice(certificateRoot.length + 1).split('.');
  const [type = '', issuer = '', serial = '', version = '', check = ''] = places;
  const parts: CertificateParts = { type, issuer, serial, version };
  if (places.length !== 5 || !isShaped(parts) || !/^[0-9A-Z]$/.test(check))
    return refuse({
      kind: 'wrong-shape',
      say: {
        zh: '电子证照标识应为“根代码.类型.颁发机构.流水号.版本号.校验位”。',
        en: 'An identifier reads root.type.issuer.serial.version.check.',
      },
    });
  if (checkOf(parts) !== check)
    return refuse({
      kind: 'wrong-check-character',
      parts,
      say: { zh: '电子证照标识的校验位不对，请逐位核对。', en: 'The check character does not fit: check each place.' },
    });
  return ok({ ...parts, text: typed, check });
}

/** The identifier of a certificate to be issued; throws where a part has not the shape the standard asks. */
export function makeCertificateIdentifier(parts: CertificateParts): string {
  if (!isShaped(parts)) throw new Error(`not the parts of a certificate identifier: ${JSON.stringify(parts)}`);
  const { type, issuer, serial, version } = parts;
  return [certificateRoot, type, issuer, serial, version, checkOf(parts)].join('.');
}
