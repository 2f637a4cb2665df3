import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserParts, sha256 } from '../browser/index.ts';
import { nodeParts } from '../node/index.ts';
import { rewriteLog } from '../test/fork.ts';
import { cosigned, makeWorld, testTime } from '../test/world.ts';
import { readTlogProof } from '../tlog-proof.ts';
import { type Inspection, inspectReceipt } from './inspect-receipt.ts';
import { findLeaf } from './leaf.ts';
import { readTrust, type Trust } from './trust.ts';

const world = await makeWorld();
const trustOf = (text: string): Trust => {
  const read = readTrust(sha256, text);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
};
const trust = trustOf(world.trust);
const now = Date.parse('2026-11-24T00:00:00Z');
const inspect = (file: string, some: Partial<Trust> = {}, at = now): Inspection =>
  inspectReceipt(browserParts, { ...trust, ...some }, file, at);
const stepOf = (inspection: Inspection, name: string) => inspection.steps.find((step) => step.name === name);
const edit = (file: string, change: (receipt: Record<string, string>) => void): string => {
  const receipt = JSON.parse(file) as Record<string, string>;
  change(receipt);
  return JSON.stringify(receipt);
};

test('a receipt and a certificate hold in every step, in a page and in Node', () => {
  for (const parts of [browserParts, nodeParts]) {
    for (const file of [world.receipt, world.certificate]) {
      const inspection = inspectReceipt(parts, trust, file, now);
      assert.deepEqual(
        inspection.steps.filter(({ outcome }) => outcome !== 'holds'),
        [],
      );
      assert.equal(inspection.outcome, 'holds');
      assert.ok(inspection.content?.includes('990100'));
      assert.equal(inspection.seenAt, testTime);
    }
  }
  assert.deepEqual(
    inspect(world.certificate).issuers?.map(({ en }) => en),
    ['Area 99 Approval Office'],
  );
});

test('a changed content, salt or leaf fails and its content is not shown', () => {
  const changed = [
    edit(world.receipt, (one) => (one.content = one.content?.replace('查询', '删除') ?? '')),
    edit(world.receipt, (one) => (one.salt = Buffer.alloc(32).toString('base64'))),
    edit(world.receipt, (one) => (one.leaf = one.leaf?.replace('2026', '2027') ?? '')),
    edit(world.certificate, (one) => (one.content = one.content?.replace('食品', '药品') ?? '')),
  ];
  for (const file of changed) {
    const inspection = inspect(file);
    assert.equal(inspection.outcome, 'fails');
    assert.equal(inspection.content, undefined);
  }
});

test('a certificate of an issuer we do not know stays open and its content is not shown', () => {
  const inspection = inspect(world.certificate, { issuers: [] });
  assert.equal(inspection.outcome, 'open');
  assert.equal(stepOf(inspection, 'issuer')?.reason, 'no-known-signature');
  assert.equal(inspection.content, undefined);
});

test('a receipt with one witness of three fails at the witnesses', async () => {
  const single = await cosigned(world.signed, world.witnesses.slice(0, 1), testTime);
  const file = edit(world.receipt, (one) => (one.proof = one.proof?.replace(world.checkpoint, single) ?? ''));
  const inspection = inspect(file);
  assert.equal(inspection.outcome, 'fails');
  assert.deepEqual(stepOf(inspection, 'witnesses')?.details, ['w1']);
});

test('two roots for one size are called a fork', async () => {
  const other = await makeWorld();
  const both = { ...trust, policy: { ...trust.policy, quorum: 'none' } };
  assert.equal(stepOf(inspect(world.receipt, both), 'fork')?.reason, 'same-root');
  // The same keys sign another tree of the same size: what a log showing two faces would do.
  const forked = await rewriteLog(world);
  const inspection = inspect(world.receipt, { checkpoint: forked });
  assert.equal(stepOf(inspection, 'fork')?.reason, 'forked');
  assert.equal(inspection.outcome, 'fails');
  assert.equal(inspect(other.receipt).outcome, 'open');
});

test('knowledge over 30 days old, or from the future, leaves the result open and says so', () => {
  const late = inspect(world.receipt, {}, now + 40 * 86_400_000);
  assert.deepEqual([late.outcome, stepOf(late, 'age')?.reason], ['open', 'stale']);
  const early = inspect(world.receipt, {}, now - 40 * 86_400_000);
  assert.deepEqual([early.outcome, stepOf(early, 'age')?.reason], ['open', 'from-the-future']);
});

test('a true certificate past its last day fails, and still shows what it says', () => {
  const lastDay = inspect(world.certificate, {}, Date.parse('2031-11-22T15:59:59Z'));
  assert.equal(stepOf(lastDay, 'validity')?.reason, 'valid-until');
  const late = inspect(world.certificate, {}, Date.parse('2031-11-22T16:00:00Z'));
  assert.deepEqual([late.outcome, stepOf(late, 'validity')?.reason], ['fails', 'expired']);
  assert.ok(late.content?.includes('王小明'));
});

test('a file that is no receipt fails at its first step, whatever it is', () => {
  for (const file of [
    '',
    'x',
    'null',
    '[]',
    '{}',
    '{"format":1}',
    world.checkpoint,
    edit(world.receipt, (one) => (one.more = '')),
  ]) {
    assert.deepEqual(
      inspect(file).steps.map(({ name, outcome }) => `${name} ${outcome}`),
      ['file fails'],
    );
  }
});

test('a leaf with its commitment written twice is not read', () => {
  const leaf = world.leaves[0]?.leaf as string;
  const { commitment } = JSON.parse(leaf) as { commitment: string };
  assert.ok(findLeaf(leaf));
  assert.equal(findLeaf(leaf.replace('{', `{"commitment":"${commitment}",`)), undefined);
  assert.equal(findLeaf(`${leaf} `), undefined);
});

test('the proof inside a receipt is a plain tlog-proof that other tools read', () => {
  const { proof } = JSON.parse(world.receipt) as { proof: string };
  assert.ok(readTlogProof(proof).ok);
});
