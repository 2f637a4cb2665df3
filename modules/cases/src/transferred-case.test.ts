import assert from 'node:assert/strict';
import test from 'node:test';
import { listCertificates } from '@zhengtong/certificates';
import { ChangeCertificate } from '@zhengtong/certificates/contract';
import { disableStaff } from '@zhengtong/identity';
import { givenOrganisation, givenStaff } from '@zhengtong/identity/test';
import { must } from '@zhengtong/kernel';
import { listNews } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { ActOnCase, type CaseCommand } from './contract.ts';
import { runCommand } from './index.ts';
import { casesWorld } from './test.ts';

test('after a transfer the certificate is of the body that decided: that body can suspend it, the one before cannot', async (t) => {
  const scene = await casesWorld(t);
  const { world, applicant, clerk } = scene;
  const other = await givenOrganisation(world, '示例市行政审批局');
  const reviewer = await givenStaff(world, 'reviewer', other);
  const approver = await givenStaff(world, 'approver', other);
  const caseId = await scene.file();
  const does = async (as: typeof clerk, command: CaseCommand) =>
    must(await world.run(as, (ctx) => runCommand(ctx, { divisionCode: '990100', caseId }, command)));
  await does(clerk, { kind: 'claim' });
  await does(clerk, { kind: 'check', material: 'drawing', check: 'signed', isFine: true });
  await does(clerk, { kind: 'accept' });
  await does(clerk, { kind: 'transfer', organisationId: other.id, reason: '职责已划转' });
  await does(reviewer, { kind: 'claim' });
  await does(reviewer, { kind: 'finish-step', step: 'review', agrees: true, note: '' });
  await does(approver, { kind: 'claim' });
  await does(approver, { kind: 'decide', outcome: 'approved', reasons: '' });
  const [certificate] = await reading(world, applicant, (ctx) => listCertificates(ctx, applicant.id));
  assert.equal(certificate?.organisationName, '示例市行政审批局');
  const suspend = async (as: typeof clerk) => {
    const body = { change: 'suspended', reason: '核查中', law: '行政许可法第六十九条' } as const;
    return (await world.call(ChangeCertificate, { as, params: { id: certificate?.id ?? '' }, body })).status;
  };
  assert.equal(await suspend(scene.approver), 404);
  assert.equal(await suspend(approver), 200);
});

test('a case is not handed to a body where nobody could take it up, and is as soon as somebody can', async (t) => {
  const scene = await casesWorld(t);
  const { world, supervisor } = scene;
  const empty = await givenOrganisation(world, '示例市档案馆');
  const caseId = await scene.file();
  const transfer = () =>
    world.call(ActOnCase, {
      as: supervisor,
      params: { caseId },
      body: { kind: 'transfer', organisationId: empty.id, reason: '归该馆办理' },
    });
  const refused = await transfer();
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/nobody-there']);
  const left = await givenStaff(world, 'clerk', empty);
  must(await world.run(supervisor, (ctx) => disableStaff(ctx, { divisionCode: '990100', id: left.id })));
  assert.equal((await transfer()).status, 409);
  await givenStaff(world, 'clerk', empty);
  assert.equal((await transfer()).status, 200);
});

test('the event of a transfer bears the body that got the case and the one it left; any other event only who has it', async (t) => {
  const { world, organisation, clerk, supervisor, file } = await casesWorld(t);
  const other = await givenOrganisation(world, '示例市行政审批局');
  await givenStaff(world, 'clerk', other);
  const caseId = await file();
  const does = async (as: typeof clerk, command: CaseCommand) =>
    must(await world.run(as, (ctx) => runCommand(ctx, { divisionCode: '990100', caseId }, command)));
  await does(supervisor, { kind: 'transfer', organisationId: other.id, reason: '职责已划转' });
  const news = await listNews(world.db, '990100', 0);
  const told = news.filter(({ name }) => name.startsWith('case.')).map((one) => [one.name, one.organisationIds]);
  assert.deepEqual(told, [
    ['case.submitted', [organisation.id]],
    ['case.transferred', [other.id, organisation.id]],
  ]);
});
