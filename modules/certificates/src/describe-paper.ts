import type { CivilDate } from '@zhengtong/kernel';
import type { Framed, Paper } from '@zhengtong/ofd';
import type { Certificate } from './certificate.ts';
import { type Standing, standingOn } from './domain/certificate-state.ts';

type Given = {
  /** The modules of the code that leads to the verification, `rows[y][x]` dark or not. */
  readonly code: Framed['code']['rows'];
  readonly today: CivilDate;
};

const voidWords: Readonly<Record<Exclude<Standing, 'valid'>, string>> = {
  suspended: '已暂扣',
  revoked: '已撤销',
  cancelled: '已注销',
  expired: '已过期',
  'not-yet-valid': '尚未生效',
};

/**
 * The certificate as it lies on a counter: what stands on it, whole, since its holder hands it over. One that does not
 * hold says so and bears no seal. The seal is a picture; what proves the paper is its code.
 */
export function describePaper(certificate: Certificate, { code, today }: Given): Paper {
  const standing = standingOn(certificate, today);
  const { name, nameEn, holderName, holderNumber, lines, organisationName, identifier } = certificate;
  const framed: Framed = {
    title: name,
    subtitle: nameEn,
    rows: [
      ['持有人', holderName],
      ['证件号码', holderNumber],
      ...lines.map(({ label, value }): [string, string] => [label.zh, value]),
      ['有效期限', sayValidity(certificate)],
    ],
    ...(standing === 'valid' ? {} : { voided: voidWords[standing] }),
    signature: { name: organisationName, date: sayDay(certificate.issuedOn) },
    seal: { diameter: 42 },
    code: { rows: code, caption: '扫码核验真伪和状态' },
    foot: [`电子证照标识 ${identifier}`, `${sayDay(today)}下载。现在是否有效，以扫码核验为准。`],
    createdOn: certificate.issuedOn,
  };
  return { kind: 'framed', framed };
}

const sayDay = (on: string): string =>
  on
    .split('-')
    .map(Number)
    .join('年')
    .replace(/年(\d+)$/, '月$1日');

const sayValidity = ({ validFromOn, validUntilOn }: Certificate): string =>
  validUntilOn ? `${sayDay(validFromOn)}至${sayDay(validUntilOn)}` : `${sayDay(validFromOn)}起长期有效`;
