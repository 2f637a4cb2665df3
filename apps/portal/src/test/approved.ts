import type { TestContext } from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { givenCertificateType } from '@zhengtong/certificates/test';
import { portalWorld, signIn } from './index.ts';
import { fileWindmill, startWindmill, verifySelf } from './journey.ts';
import { givenOffice } from './office.ts';
import { browse } from './tab.ts';

/** A person whose small application was approved, with the tab they did it in. */
export async function approved(t: Pick<TestContext, 'after'>) {
  const world = await portalWorld(t);
  const type = await givenCertificateType(world);
  const item = await givenItem(world, { certificateType: type.code });
  const office = await givenOffice(world, item);
  const tab = browse(world);
  await signIn(world, tab);
  await verifySelf(tab);
  const at = await startWindmill(tab, item);
  await fileWindmill(tab, at);
  const caseId = at.split('/').at(-1) ?? '';
  await office.accept(caseId);
  await office.decide(caseId, 'approved');
  return { world, tab, at, item };
}
