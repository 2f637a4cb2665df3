import type { TestContext } from 'node:test';
import { CaseAccepted, CaseDecided, CaseDelivered, CaseNotAccepted, CaseWithdrawn } from '@zhengtong/cases/contract';
import { catalogueModule, type ItemVersion } from '@zhengtong/catalogue';
import { givenItem } from '@zhengtong/catalogue/test';
import { identityModule } from '@zhengtong/identity';
import { givenOrganisation, givenPerson } from '@zhengtong/identity/test';
import { newId } from '@zhengtong/kernel';
import { messagesModule } from '@zhengtong/messages';
import { type Actor, emit, systemActor } from '@zhengtong/platform';
import { staff, testWorld, type World } from '@zhengtong/platform/test';
import { evaluationModule } from './index.ts';
import { releaseAnonymous } from './release-anonymous.ts';

const events = {
  accepted: CaseAccepted,
  decided: CaseDecided,
  delivered: CaseDelivered,
  'not-accepted': CaseNotAccepted,
  withdrawn: CaseWithdrawn,
};
type Told = keyof typeof events;

/** A case as this module knows it: by what cases told of it. Answers the case's id. */
export async function givenToldCase(
  world: World,
  { applicant, item, told }: { applicant: Actor; item: ItemVersion; told: readonly Told[] },
): Promise<string> {
  const caseId = newId();
  for (const name of told) await tellOfCase(world, { applicant, item, caseId, told: name });
  return caseId;
}

/** One more thing cases tells of a case. */
export async function tellOfCase(
  world: World,
  { applicant, item, caseId, told }: { applicant: Actor; item: ItemVersion; caseId: string; told: Told },
): Promise<void> {
  const { divisionCode, organisationId, itemId, version: itemVersion } = item;
  const payload = { caseId, divisionCode, organisationId, itemId, itemVersion, applicantId: applicant.id, seq: 1 };
  await world.with(systemActor('test'), (ctx) =>
    emit(ctx, { event: events[told], divisionCode, key: caseId, payload }),
  );
  await world.drain();
}

/** The daily look for anonymous ratings that may be seen by now. */
export const releaseRatings = (world: World): Promise<void> => world.with(systemActor('test'), releaseAnonymous.run);

/** A city with one item, staff of its organisation, and a person whose case was delivered. */
export async function evaluationWorld(t: Pick<TestContext, 'after'>, now = '2026-09-21T02:00:00Z') {
  const world = await testWorld(t, {
    modules: [identityModule, catalogueModule, messagesModule(), evaluationModule],
    now,
  });
  const organisation = await givenOrganisation(world);
  // Actors as sessions make them; tests that need their posts make those.
  const supervisor = staff('supervisor', { organisationId: organisation.id });
  const clerk = staff('clerk', { organisationId: organisation.id });
  const item = await givenItem(world, { organisation });
  const applicant = await givenPerson(world, { phone: '13900000001' });
  const caseId = await givenToldCase(world, { applicant, item, told: ['accepted', 'delivered'] });
  return { world, organisation, supervisor, clerk, item, applicant, caseId };
}
