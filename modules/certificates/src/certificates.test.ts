import assert from 'node:assert/strict';
import test from 'node:test';
import { identityModule, subjectOf } from '@zhengtong/identity';
import { givenOrganisation, givenPerson, givenStaff } from '@zhengtong/identity/test';
import { civilDate, must, newId, ok, toInstant } from '@zhengtong/kernel';
import { type Actor, listReadsOf, runParts } from '@zhengtong/platform';
import { reading, staff, testWorld, type World } from '@zhengtong/platform/test';
import { parseCertificateIdentifier } from '@zhengtong/standards';
import { sql } from 'kysely';
import {
  type CertificateLine,
  type CertificateView,
  ChangeCertificate,
  GetIssued,
  ListIssued,
  type VerificationView,
  VerifyCertificate,
} from './contract.ts';
import { type Certificate, certificatesModule, findIssuer, issueParts, listCertificates } from './index.ts';
import { givenCertificateType } from './test.ts';

async function issued(t: Parameters<typeof testWorld>[0], signer?: string) {
  const world = await testWorld(t, { modules: [identityModule, certificatesModule] });
  await givenCertificateType(world);
  const organisation = await givenOrganisation(world);
  const approver = await givenStaff(world, 'approver', organisation);
  const holder = await givenPerson(world);
  const given = {
    divisionCode: '990100',
    organisationId: organisation.id,
    organisationName: organisation.name,
    caseId: newId(),
    holder: { kind: 'person' as const, id: holder.id, name: '王小明', number: '990100199001010012' },
    answers: { place: '湖滨路1号' },
    validFromOn: civilDate('2026-09-21'),
    signedBy: { id: signer ?? approver.id, name: '测试' },
  };
  const certificate = must(
    await world.run(approver, async (ctx) => {
      const at = { ...given, typeCode: 'food-business-licence' };
      const issued = issueParts(ctx, must(await findIssuer(ctx, at)), given);
      await runParts(ctx.tx, issued.parts);
      return ok(issued.certificate);
    }),
  );
  return { world, organisation, approver, holder, certificate, given };
}

const verify = async (world: World, certificate: Certificate, secret?: string) =>
  (
    await world.call(VerifyCertificate, {
      params: { identifier: certificate.identifier },
      query: secret ? { secret } : {},
    })
  ).body as VerificationView;

/** What whoever was shown the QR code learns of a certificate that was taken away. */
const shownChange = async (world: World, certificate: Certificate) => {
  const { standing, change } = (await verify(world, certificate, certificate.secret)).certificate ?? {};
  return { standing, change };
};

test('an issued certificate has an identifier of the national form, lies in the wallet and ends five years on', async (t) => {
  const { world, holder, certificate } = await issued(t);
  assert.ok(parseCertificateIdentifier(certificate.identifier).ok);
  assert.equal(certificate.validUntilOn, '2031-09-20');
  const wallet = await reading(world, holder, (ctx) => listCertificates(ctx, holder.id));
  assert.deepEqual(
    wallet.map((one) => one.lines[0]?.value),
    ['湖滨路1号'],
  );
  assert.deepEqual(await world.eventNames().then((names) => names.at(-1)), 'certificate.issued');
});

test('by number alone a verifier learns whether it holds and nothing about anybody', async (t) => {
  const { world, certificate } = await issued(t);
  assert.deepEqual(await verify(world, certificate), { standing: 'valid' });
  assert.deepEqual(await verify(world, certificate, 'guessed'), { standing: 'valid' });
});

test('by number alone every way not to hold is one answer: why, since when and by which law are of who was shown it', async (t) => {
  const { world, approver, certificate } = await issued(t);
  const byNumber = () => verify(world, certificate);
  const issuedAt = world.now;
  const at = async (moment: string): Promise<VerificationView> => {
    world.now = toInstant(Date.parse(moment));
    return byNumber();
  };
  assert.deepEqual(await at('2031-09-20T16:00:00Z'), { standing: 'not-valid' }, 'expired');
  assert.deepEqual(await at('2026-09-20T15:00:00Z'), { standing: 'not-valid' }, 'not valid yet');
  world.now = issuedAt;
  const body = { change: 'suspended' as const, reason: '停业整顿', law: '行政处罚法第九条' };
  await world.call(ChangeCertificate, { as: approver, params: { id: certificate.id }, body });
  assert.deepEqual(await byNumber(), { standing: 'not-valid' }, 'suspended');
  assert.deepEqual(await verify(world, certificate, 'guessed'), { standing: 'not-valid' });
  const change = { at: world.now, law: '行政处罚法第九条' };
  assert.deepEqual(await shownChange(world, certificate), { standing: 'suspended', change });
  assert.equal((await verify(world, certificate, certificate.secret)).standing, 'not-valid');
});

test("with the secret of the QR code a verifier sees the whole, the holder's number masked", async (t) => {
  const { world, certificate } = await issued(t);
  const { certificate: seen } = await verify(world, certificate, certificate.secret);
  assert.equal(seen?.holderName, '王**');
  assert.doesNotMatch(JSON.stringify(seen), /990100199001010012/);
  assert.match(JSON.stringify(seen), /湖滨路1号/);
});

test('a certificate is revoked by two of its own office, one proposing and one confirming, and does not hold at once', async (t) => {
  const { world, organisation, approver, certificate } = await issued(t);
  const supervisor = await givenStaff(world, 'supervisor', organisation);
  const clerk = await givenStaff(world, 'clerk', organisation);
  const change = async (as: Actor, kind: string, more = {}): Promise<string | number> => {
    const body = { change: kind as 'revoked', reason: '骗取', law: '行政许可法第六十九条', ...more };
    const answer = await world.call(ChangeCertificate, { as, params: { id: certificate.id }, body });
    return answer.status === 200 ? 'done' : String(answer.body.type).replace('/problems/', '');
  };
  assert.equal(await change(staff('approver'), 'revocation-proposed'), 'not-found');
  assert.equal(await change(clerk, 'revocation-proposed'), 'not-allowed');
  assert.equal(await change(supervisor, 'revocation-proposed'), 'not-your-part');
  assert.equal(await change(supervisor, 'suspended'), 'not-your-part');
  assert.equal(await change(approver, 'revoked'), 'not-proposed');
  assert.equal(await change(approver, 'revocation-proposed', { reason: ' \u200b' }), 'reason-missing');
  assert.equal(await change(approver, 'revocation-proposed', { law: '\u2060' }), 'law-missing');
  assert.equal(await change(approver, 'revocation-proposed'), 'done');
  assert.equal((await verify(world, certificate)).standing, 'valid');
  assert.equal(await change(approver, 'revoked'), 'proposer-confirms');
  assert.equal(await change(supervisor, 'revoked'), 'done');
  assert.deepEqual(await verify(world, certificate), { standing: 'not-valid' });
  const told = { standing: 'revoked', change: { at: world.now, law: '行政许可法第六十九条' } };
  assert.deepEqual(await shownChange(world, certificate), told);
  assert.equal(await change(supervisor, 'revoked'), 'wrong-status');
});

test('a certificate is cancelled by two on a ground of article 70, and who is shown it reads since when and on which', async (t) => {
  const { world, organisation, approver, certificate } = await issued(t);
  const supervisor = await givenStaff(world, 'supervisor', organisation);
  const law = '行政许可法第七十条第二项';
  const change = async (as: Actor, kind: string, ground?: string): Promise<string> => {
    const body = {
      change: kind as 'cancelled',
      reason: '户籍机关通报',
      law,
      ...(ground ? { ground: ground as 'term-ended' } : {}),
    };
    const answer = await world.call(ChangeCertificate, { as, params: { id: certificate.id }, body });
    return answer.status === 200 ? 'done' : String(answer.body.type).replace('/problems/', '');
  };
  assert.equal(await change(approver, 'cancelled'), 'not-proposed');
  assert.equal(await change(supervisor, 'cancellation-proposed', 'force-majeure'), 'not-your-part');
  assert.equal(await change(approver, 'cancellation-proposed'), 'ground-missing');
  for (const ground of ['term-ended', 'firm-ended'])
    assert.equal(await change(approver, 'cancellation-proposed', ground), 'ground-not-met', ground);
  assert.equal(await change(approver, 'cancellation-proposed', 'no-such-ground'), 'invalid-request');
  assert.equal(await change(approver, 'cancellation-proposed', 'holder-died-or-incapable'), 'done');
  assert.equal((await verify(world, certificate)).standing, 'valid');
  assert.equal(await change(approver, 'cancelled'), 'proposer-confirms');
  // The ground is the proposal's, whatever the second sends along.
  assert.equal(await change(supervisor, 'cancelled', 'force-majeure'), 'done');
  assert.deepEqual(
    await verify(world, certificate),
    { standing: 'not-valid' },
    'that somebody died is not told by number alone',
  );
  const told = { standing: 'cancelled', change: { at: world.now, law, ground: 'holder-died-or-incapable' } };
  assert.deepEqual(await shownChange(world, certificate), told);
  assert.equal(await change(approver, 'restored'), 'wrong-status');
});

test('a certificate whose term ended is struck off as that, told by its code, and found by the office', async (t) => {
  const { world, organisation, approver, certificate } = await issued(t);
  const supervisor = await givenStaff(world, 'supervisor', organisation);
  world.now = toInstant(Date.parse('2031-09-20T16:00:00Z'));
  const law = '行政许可法第七十条第一项';
  const body = { reason: '期满未申请延续', law, ground: 'term-ended' as const };
  for (const [as, change] of [
    [approver, 'cancellation-proposed'],
    [supervisor, 'cancelled'],
  ] as const)
    await world.call(ChangeCertificate, { as, params: { id: certificate.id }, body: { ...body, change } });
  const told = { standing: 'cancelled', change: { at: world.now, law, ground: 'term-ended' } };
  assert.deepEqual(await shownChange(world, certificate), told);
  const found = await world.call(ListIssued, { as: supervisor, query: { status: 'cancelled' } });
  assert.equal((found.body as { certificates: CertificateLine[] }).certificates[0]?.standing, 'cancelled');
});

test('two proposals, two confirmations and a suspension at once: each is judged by what the one before made', async (t) => {
  const { world, organisation, approver, certificate } = await issued(t);
  const supervisor = await givenStaff(world, 'supervisor', organisation);
  const other = await givenStaff(world, 'approver', organisation);
  const send = async (as: Actor, change: string): Promise<string> => {
    const body = { change: change as 'cancelled', reason: '理由', law: '法', ground: 'force-majeure' as const };
    const answer = await world.call(ChangeCertificate, { as, params: { id: certificate.id }, body });
    return answer.status === 200 ? 'done' : String(answer.body.type).replace('/problems/', '');
  };
  const proposals = ['revocation-proposed', 'cancellation-proposed', 'cancellation-proposed'];
  const said = await Promise.all(proposals.map((change, i) => send(i % 2 ? approver : other, change)));
  assert.deepEqual(said.sort(), ['done', 'proposed-already', 'proposed-already']);
  const ends = ['revoked', 'cancelled', 'revoked', 'cancelled'];
  const ended = await Promise.all(ends.map((change) => send(supervisor, change)));
  assert.equal(ended.filter((one) => one === 'done').length, 1);
  const events = await world.eventNames();
  assert.equal(events.filter((name) => /revoked|cancelled/.test(name)).length, 1);
});

test('an office finds its own certificates by list or identifier, with what was done and why, and no other office does', async (t) => {
  const { world, organisation, approver, holder, certificate } = await issued(t);
  const clerk = await givenStaff(world, 'clerk', organisation);
  const other = { ...approver, organisationId: newId() };
  const suspend = { change: 'suspended' as const, reason: '停业整顿', law: '行政处罚法第九条' };
  await world.call(ChangeCertificate, { as: approver, params: { id: certificate.id }, body: suspend });
  const list = async (as: Actor, query: object = {}) =>
    (await world.call(ListIssued, { as, query })).body as { certificates: CertificateLine[] };
  for (const query of [{}, { words: certificate.identifier }, { status: 'suspended' }])
    assert.equal((await list(clerk, query)).certificates.length, 1, JSON.stringify(query));
  assert.equal((await list(clerk, { status: 'valid' })).certificates.length, 0);
  for (const query of [{}, { words: certificate.identifier }])
    assert.deepEqual((await list(other, query)).certificates, []);
  const body = (await world.call(GetIssued, { as: clerk, params: { id: certificate.id } }))
    .body as unknown as CertificateView;
  assert.deepEqual([body.standing, body.history.at(-1)?.reason, body.may], ['suspended', '停业整顿', []]);
  assert.doesNotMatch(JSON.stringify(body), /990100199001010012/);
  const reads = await reading(world, holder, (ctx) => listReadsOf(ctx, subjectOf(ctx, holder.id)));
  assert.ok(reads.some(({ purpose, actor }) => purpose === '管理电子证照' && actor === clerk.id));
  assert.equal((await world.call(GetIssued, { as: other, params: { id: certificate.id } })).status, 404);
});

test('the office opens a certificate that silence brought, signed by the clock and by nobody', async (t) => {
  const { world, approver, certificate } = await issued(t, 'clock');
  const opened = await world.call(GetIssued, { as: approver, params: { id: certificate.id } });
  assert.equal(opened.status, 200);
  assert.deepEqual(
    (opened.body as unknown as CertificateView).history.map(({ by }) => by),
    [''],
  );
});

test('nothing about the holder is readable in the tables', async (t) => {
  const { world } = await issued(t);
  const { rows } = await sql<{
    all: string;
  }>`select string_agg(row_to_json(c)::text, '') as all from certificates.certificates c`.execute(world.db);
  assert.doesNotMatch(rows[0]!.all, /王小明|990100199001010012|湖滨路/);
});

test('numbers nobody issued, and hostile ones, are unknown', async (t) => {
  const { world } = await issued(t);
  for (const identifier of ['1.2.156.3005.2', "' or 1=1 --", '..%2f', '证照']) {
    const { status, body } = await world.call(VerifyCertificate, { params: { identifier }, query: {} });
    assert.deepEqual([status, body], [200, { standing: 'unknown' }], identifier);
  }
});
