import assert from 'node:assert/strict';
import test from 'node:test';
import { listCertificates } from '@zhengtong/certificates';
import { ChangeCertificate } from '@zhengtong/certificates/contract';
import { disableStaff, getProfile } from '@zhengtong/identity';
import { givenOrganisation, givenStaff } from '@zhengtong/identity/test';
import { must } from '@zhengtong/kernel';
import { listNews } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { ActOnCase, type CaseCommand, ListReceivers } from './contract.ts';
import { getMyCase, runCommand, trackCase } from './index.ts';
import { casesWorld } from './test.ts';

test('after a transfer the certificate is of the body that decided: that body can suspend it, the one before cannot', async (t) => {
  const scene = await casesWorld(t);
  const { world, applicant, clerk } = scene;
  const other = await givenOrganisation(world, '示例市行政审批局');
  await givenStaff(world, 'clerk', other);
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

test('an accepted case goes only to a body with the posts of every step still to come, and only such are offered', async (t) => {
  const { world, clerk, reviewer, file } = await casesWorld(t);
  const other = await givenOrganisation(world, '示例市行政审批局');
  await givenStaff(world, 'clerk', other);
  const caseId = await file();
  const offered = async () => {
    const { body } = await world.call(ListReceivers, { as: clerk, params: { caseId } });
    return (body.organisations as { name: string }[]).map(({ name }) => name);
  };
  const does = async (as: typeof clerk, command: CaseCommand) =>
    world.call(ActOnCase, { as, params: { caseId }, body: command });
  const transfer = { kind: 'transfer', organisationId: other.id, reason: '职责已划转' } as const;
  assert.deepEqual(await offered(), [other.name]);
  await does(clerk, { kind: 'claim' });
  await does(clerk, { kind: 'check', material: 'drawing', check: 'signed', isFine: true });
  await does(clerk, { kind: 'accept' });
  await givenStaff(world, 'approver', other);
  const refused = await does(clerk, transfer);
  assert.deepEqual([refused.status, refused.body.type, await offered()], [409, '/problems/posts-empty', []]);
  // Reviewed here, only the decision is left, and there is who may take it.
  await does(reviewer, { kind: 'claim' });
  await does(reviewer, { kind: 'finish-step', step: 'review', agrees: true, note: '' });
  assert.deepEqual(await offered(), [other.name]);
  assert.equal((await does(clerk, transfer)).status, 200);
});

test('an accepted case goes to no body without a clerk: decided there, nobody could deliver it, nor hand it on', async (t) => {
  const { world, clerk, file } = await casesWorld(t);
  const other = await givenOrganisation(world, '示例市行政审批局');
  for (const role of ['reviewer', 'approver'] as const) await givenStaff(world, role, other);
  const caseId = await file();
  const does = async (command: CaseCommand) => world.call(ActOnCase, { as: clerk, params: { caseId }, body: command });
  const transfer = { kind: 'transfer', organisationId: other.id, reason: '职责已划转' } as const;
  await does({ kind: 'claim' });
  await does({ kind: 'check', material: 'drawing', check: 'signed', isFine: true });
  await does({ kind: 'accept' });
  const refused = await does(transfer);
  const { body } = await world.call(ListReceivers, { as: clerk, params: { caseId } });
  assert.deepEqual([refused.body.type, body.organisations], ['/problems/posts-empty', []]);
  await givenStaff(world, 'clerk', other);
  assert.equal((await does(transfer)).status, 200);
});

test('the applicant reads which body has the case now, and which accepted it', async (t) => {
  const { world, organisation, applicant, clerk, supervisor, file } = await casesWorld(t);
  const other = await givenOrganisation(world, '示例市行政审批局');
  for (const role of ['clerk', 'reviewer', 'approver'] as const) await givenStaff(world, role, other);
  const caseId = await file();
  const does = async (as: typeof clerk, command: CaseCommand) =>
    must(await world.run(as, (ctx) => runCommand(ctx, { divisionCode: '990100', caseId }, command)));
  const offices = async () => must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId))).offices;
  assert.equal((await offices()).now, organisation.name);
  await does(clerk, { kind: 'claim' });
  await does(clerk, { kind: 'check', material: 'drawing', check: 'signed', isFine: true });
  await does(clerk, { kind: 'accept' });
  await does(supervisor, { kind: 'transfer', organisationId: other.id, reason: '职责已划转' });
  assert.deepEqual(await offices(), { now: other.name, accepted: organisation.name });
  const { line } = must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId)));
  const person = await reading(world, applicant, getProfile);
  const asked = { number: line.number, phoneTail: person.phone.slice(-4) };
  assert.equal(must(await trackCase(world.setting, applicant, asked)).organisationName, other.name);
});
