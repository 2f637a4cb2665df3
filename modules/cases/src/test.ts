import type { TestContext } from 'node:test';
import { catalogueModule } from '@zhengtong/catalogue';
import { givenItem } from '@zhengtong/catalogue/test';
import { certificatesModule } from '@zhengtong/certificates';
import { givenCertificateType } from '@zhengtong/certificates/test';
import { filesModule } from '@zhengtong/files';
import { givenFile, testPorts } from '@zhengtong/files/test';
import { identityModule } from '@zhengtong/identity';
import { givenOrganisation, givenPerson, givenStaff } from '@zhengtong/identity/test';
import { must, type Result } from '@zhengtong/kernel';
import { messagesModule } from '@zhengtong/messages';
import type { Ctx } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { attachMaterial } from './attach-material.ts';
import { type FileGiven, type FileRefusal, fileCase } from './file-at-once.ts';
import { casesModule } from './index.ts';
import type { LoadedCase } from './load-case.ts';
import { saveAnswers } from './save-answers.ts';
import { startCase } from './start-case.ts';
import { submitCase } from './submit-case.ts';

export { fileAtOnce } from './file-at-once.ts';
export { findUnfolded } from './find-unfolded.ts';

/** Review, then decision; one procedure the clock stands for. */
const process = {
  steps: [
    { key: 'review', name: '审查', role: 'reviewer' as const, halfDays: 6 },
    { key: 'decide', name: '决定', role: 'approver' as const, halfDays: 4 },
  ],
  excluded: [{ key: 'site', name: '现场核查', nameEn: 'Site visit', law: '行政许可法第四十五条', mostDays: 10 }],
  silence: 'none' as const,
};

/** As the portal does it, page by page; what filing at once is held to. */
export async function fileStepByStep(ctx: Ctx, given: FileGiven): Promise<Result<LoadedCase, FileRefusal>> {
  const started = await startCase(ctx, given);
  if (!started.ok) return started;
  const { caseId } = started.value;
  const saved = await saveAnswers(ctx, { caseId, answers: given.answers });
  if (!saved.ok) return saved;
  for (const one of given.materials ?? []) {
    const attached = await attachMaterial(ctx, { caseId, ...one });
    if (!attached.ok) return attached;
  }
  return submitCase(ctx, { caseId });
}

/** A city with one item, an officer in each post, an applicant, and a case waiting for the clerk. */
export async function casesWorld(t: Pick<TestContext, 'after'>, now = '2026-09-21T02:00:00Z') {
  const ports = testPorts();
  const world = await testWorld(t, {
    modules: [identityModule, filesModule(ports), catalogueModule, certificatesModule, messagesModule(), casesModule],
    now,
  });
  const organisation = await givenOrganisation(world);
  const supervisor = await givenStaff(world, 'supervisor', organisation);
  const clerk = await givenStaff(world, 'clerk', organisation, { abovePostId: supervisor.postId });
  const reviewer = await givenStaff(world, 'reviewer', organisation, { abovePostId: supervisor.postId });
  const approver = await givenStaff(world, 'approver', organisation, { abovePostId: supervisor.postId });
  const type = await givenCertificateType(world);
  const item = await givenItem(world, { organisation, certificateType: type.code, process });
  const applicant = await givenPerson(world);
  /** Files a case with everything in it, of the world's item unless another is given; answers its id. */
  const file = async ({
    divisionCode,
    itemId,
  }: Pick<typeof item, 'divisionCode' | 'itemId'> = item): Promise<string> => {
    const drawing = await givenFile(world, ports, applicant);
    const given = {
      divisionCode,
      itemId,
      answers: { blades: '3' },
      materials: [{ material: 'drawing', fileId: drawing.id }],
    };
    return must(await world.run(applicant, (ctx) => fileCase(ctx, given))).row.id;
  };
  return { world, ports, organisation, supervisor, clerk, reviewer, approver, item, applicant, file };
}
