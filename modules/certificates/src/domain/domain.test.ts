import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate } from '@zhengtong/kernel';
import { isGroundMet } from './cancellation-ground.ts';
import { standingOn, statusChanges, whyNot } from './certificate-state.ts';
import { pickFields } from './pick-fields.ts';

const certificate = { status: 'valid' as const, validFromOn: '2026-09-21', validUntilOn: '2031-09-20' };

test('a certificate holds from its first day to its last, both included', () => {
  assert.equal(standingOn(certificate, civilDate('2026-09-20')), 'not-yet-valid');
  assert.equal(standingOn(certificate, civilDate('2026-09-21')), 'valid');
  assert.equal(standingOn(certificate, civilDate('2031-09-20')), 'valid');
  assert.equal(standingOn(certificate, civilDate('2031-09-21')), 'expired');
  assert.equal(standingOn({ ...certificate, status: 'revoked' }, civilDate('2026-10-01')), 'revoked');
});

test('a revoked or cancelled certificate never comes back; a revoked one can still be struck off', () => {
  for (const change of statusChanges) {
    assert.equal(whyNot('cancelled', [], change, 'a'), 'wrong-status');
    if (!change.startsWith('cancel')) assert.equal(whyNot('revoked', [], change, 'a'), 'wrong-status');
  }
  assert.equal(whyNot('revoked', [{ kind: 'revoked', byId: 'a' }], 'cancellation-proposed', 'a'), undefined);
  assert.equal(whyNot('suspended', [], 'restored', 'a'), undefined);
  assert.equal(whyNot('valid', [], 'suspended', 'a'), undefined);
  assert.equal(whyNot('valid', [], 'restored', 'a'), 'wrong-status');
});

test('a revocation is proposed by one and confirmed by another, whatever happens in between', () => {
  const proposed = [
    { kind: 'issued', byId: 'a' },
    { kind: 'revocation-proposed', byId: 'a' },
    { kind: 'suspended', byId: 'b' },
  ];
  assert.equal(whyNot('valid', proposed.slice(0, 1), 'revoked', 'b'), 'not-proposed');
  assert.equal(whyNot('suspended', proposed, 'revoked', 'a'), 'proposer-confirms');
  assert.equal(whyNot('suspended', proposed, 'revoked', 'b'), undefined);
  assert.equal(whyNot('suspended', proposed, 'revocation-proposed', 'b'), 'proposed-already');
  const dropped = [...proposed, { kind: 'revocation-dropped', byId: 'b' }];
  assert.equal(whyNot('suspended', dropped, 'revoked', 'b'), 'not-proposed');
});

test('one proposal waits at a time, and a second person confirms what was proposed and nothing else', () => {
  for (const [one, other] of [
    ['revocation', 'cancellation'],
    ['cancellation', 'revocation'],
  ]) {
    const change = (of = '', step = '') => `${of}-${step}` as (typeof statusChanges)[number];
    const done = one === 'revocation' ? 'revoked' : 'cancelled';
    const proposed = [{ kind: change(one, 'proposed'), byId: 'a' }];
    assert.equal(whyNot('valid', proposed, change(other, 'proposed'), 'b'), 'proposed-already');
    assert.equal(whyNot('valid', proposed, done === 'revoked' ? 'cancelled' : 'revoked', 'b'), 'not-proposed');
    assert.equal(whyNot('valid', proposed, change(other, 'dropped'), 'b'), 'not-proposed');
    assert.equal(whyNot('valid', proposed, done, 'a'), 'proposer-confirms');
    assert.equal(whyNot('valid', proposed, done, 'b'), undefined);
  }
});

test('a ground that the certificate itself contradicts is not met', () => {
  const today = civilDate('2031-09-21');
  const held = { status: 'valid', holderKind: 'person', validUntilOn: '2031-09-20' } as const;
  assert.ok(isGroundMet('term-ended', held, today));
  assert.ok(!isGroundMet('term-ended', held, civilDate('2031-09-20')), 'its last day is a day of it');
  assert.ok(!isGroundMet('term-ended', { ...held, validUntilOn: null }, today));
  assert.ok(isGroundMet('holder-died-or-incapable', held, today) && !isGroundMet('firm-ended', held, today));
  const firm = { ...held, holderKind: 'firm' } as const;
  assert.ok(isGroundMet('firm-ended', firm, today) && !isGroundMet('holder-died-or-incapable', firm, today));
  assert.ok(isGroundMet('revoked-or-withdrawn', { ...held, status: 'revoked' }, today));
  assert.ok(!isGroundMet('force-majeure', { ...held, status: 'revoked' }, today));
});

test('what stands on it comes from the answers, and what was not answered is left out', () => {
  const label = { zh: '经营场所', en: 'Premises' };
  const fields = [
    { key: 'place', label, from: 'premises.address' },
    { key: 'kinds', label, from: 'kinds' },
    { key: 'none', label, from: 'a.b.c' },
  ];
  const lines = pickFields(fields, { premises: { address: '湖滨路1号' }, kinds: ['热食', '冷食'] });
  assert.deepEqual(
    lines.map((line) => line.value),
    ['湖滨路1号', '热食、冷食'],
  );
});
