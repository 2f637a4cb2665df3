import { systemActor } from '@zhengtong/platform';
import type { World } from '@zhengtong/platform/test';
import { type CertificateType, saveCertificateType } from './index.ts';

/** A type of certificate in the demo city. */
export async function givenCertificateType(
  world: World,
  more: Partial<CertificateType> = {},
): Promise<CertificateType> {
  const type: CertificateType = {
    divisionCode: '990100',
    code: 'food-business-licence',
    typeCode: '11100000MB0143028R001',
    name: '食品经营许可证',
    nameEn: 'Food business licence',
    fields: [{ key: 'place', label: { zh: '经营场所', en: 'Premises' }, from: 'place' }],
    validMonths: 60,
    ...more,
  };
  await world.with(systemActor('test'), (ctx) => saveCertificateType(ctx, type));
  return type;
}
