import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { findIssuer, issueParts } from '@zhengtong/certificates';
import { type CivilDate, type Instant, must, newId } from '@zhengtong/kernel';
import { runParts, systemActor } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { fileCase } from './file-at-once.ts';
import { getMyCase } from './my-cases.ts';
import { startCase } from './start-case.ts';
import { casesWorld } from './test.ts';

test('what stands on a valid certificate of theirs is asked of nobody, and says which certificate it is from', async (t) => {
  const { world, organisation, applicant, approver } = await casesWorld(t);
  const { divisionCode, id: organisationId, name: organisationName } = organisation;
  const issue = (place: string) =>
    world.with(systemActor('test'), async (ctx) => {
      const at = { divisionCode, typeCode: 'food-business-licence', organisationId };
      const { certificate, parts } = issueParts(ctx, must(await findIssuer(ctx, at)), {
        ...{ divisionCode, organisationId, organisationName, caseId: newId(), answers: { place } },
        holder: { kind: 'person', id: applicant.id, name: '王小明', number: '990100199001010012' },
        validFromOn: '2026-09-21' as CivilDate,
        signedBy: { id: approver.id, name: '测试approver' },
      });
      await runParts(ctx.tx, parts);
      return certificate;
    });
  await issue('旧街一号');
  const { identifier } = await issue('新街二号');
  const label = { zh: '地址', en: 'Address' };
  const place = { key: 'place', kind: 'text', label, prefill: 'certificate.food-business-licence.place' };
  const sections = [{ key: 'shop', title: label, questions: [place] }];
  const item = await givenItem(world, { organisation, materials: [], form: { title: label, sections } as never });
  const begin = async () => {
    const { caseId } = must(await world.run(applicant, (ctx) => startCase(ctx, item)));
    return must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId))).draft.answers.place;
  };
  const fileWhole = async () => {
    const { itemId } = item;
    const filed = await world.run(applicant, (ctx) => fileCase(ctx, { divisionCode, itemId, answers: {} }));
    return filed.ok ? 'filed' : filed.refusal.kind;
  };
  const name = { zh: '食品经营许可证', en: 'Food business licence' };
  const source = { kind: 'certificate', name, identifier, at: world.now };
  assert.deepEqual(await begin(), { typed: '新街二号', source });
  assert.equal(await fileWhole(), 'filed');
  // Sixty months later it has ended, and what stands on it is no longer known to who sends everything at once.
  world.now = '2031-09-21T02:00:00.000Z' as Instant;
  assert.equal(await fileWhole(), 'answers-wrong');
});
