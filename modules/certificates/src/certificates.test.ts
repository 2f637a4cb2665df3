import assert from 'node:assert/strict';
import test from 'node:test';
import { identityModule } from '@zhengtong/identity';
import { givenOrganisation, givenPerson, givenStaff } from '@zhengtong/identity/test';
import { civilDate, must, newId } from '@zhengtong/kernel';
import { reading, staff, testWorld, type World } from '@zhengtong/platform/test';
import { parseCertificateIdentifier } from '@zhengtong/standards';
import { sql } from 'kysely';
import { ChangeCertificate, VerifyCertificate } from './contract.ts';
import { type Certificate, certificatesModule, issueCertificate, listCertificates } from './index.ts';
import { givenCertificateType } from './test.ts';

async function issued(t: Parameters<typeof testWorld>[0]) {
  const world = await testWorld(t, { modules: [identityModule, certificatesModule] });
  await givenCertificateType(world);
  const organisation = await givenOrganisation(world);
  const approver = await givenStaff(world, 'approver', organisation);
  const holder = await givenPerson(world);
  const given = {
    typeCode: 'food-business-licence',
    divisionCode: '990100',
    organisationId: organisation.id,
    organisationName: organisation.name,
    caseId: newId(),
    holder: { kind: 'person' as const, id: holder.id, name: '王小明', number: '990100199001010012' },
    answers: { place: '湖滨路1号' },
    validFromOn: civilDate('2026-09-21'),
    signedBy: { id: approver.id, name: '测试' },
  };
  const certificate = must(await world.run(approver, (ctx) => issueCertificate(ctx, given)));
  return { world, approver, holder, certificate, given };
}

const verify = async (world: World, certificate: Certificate, secret?: string) =>
  (
    await world.call(VerifyCertificate, {
      params: { identifier: certificate.identifier },
      query: secret ? { secret } : {},
    })
  ).body;

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

test("with the secret of the QR code a verifier sees the whole, the holder's number masked", async (t) => {
  const { world, certificate } = await issued(t);
  const { certificate: seen } = (await verify(world, certificate, certificate.secret)) as {
    certificate: Record<string, string>;
  };
  assert.equal(seen.holderName, '王**');
  assert.doesNotMatch(JSON.stringify(seen), /990100199001010012/);
  assert.match(JSON.stringify(seen), /湖滨路1号/);
});

test('a revoked certificate is told as revoked at once, and only its issuer can revoke it', async (t) => {
  const { world, approver, certificate } = await issued(t);
  const revoke = (as: typeof approver) =>
    world.call(ChangeCertificate, {
      as,
      params: { id: certificate.id },
      body: { change: 'revoked', reason: '骗取', law: '行政许可法第六十九条' },
    });
  assert.equal((await revoke(staff('approver') as typeof approver)).status, 404);
  assert.equal((await revoke(approver)).status, 200);
  assert.equal((await revoke(approver)).status, 409);
  assert.equal((await verify(world, certificate)).standing, 'revoked');
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
