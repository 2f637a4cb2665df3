import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCheckpoint } from './check-checkpoint.ts';
import { writeCheckpointText } from './checkpoint.ts';
import { checkSignature } from './node/check-signature.ts';
import { sha256 } from './node/native-hash.ts';
import { isQuorum, readPolicy } from './policy.ts';
import { signNote } from './sign-note.ts';
import { makeKeys, testOrigin } from './test/keys.ts';
import { cosigned, testTime } from './test/world.ts';
import { writeVkey } from './vkey.ts';

const { logSigners, witnesses, policy, policyText } = makeKeys();
const [w1, w2, w3] = witnesses.map(({ key }) => writeVkey(key)) as [string, string, string];
const log = writeVkey((logSigners[0] as (typeof logSigners)[number]).key);
const root = Uint8Array.from({ length: 32 }, (_, i) => i);
const text = writeCheckpointText({ origin: testOrigin, size: 7, root });

function reasonOf(file: string): string | undefined {
  const read = readPolicy(sha256, file);
  return read.ok ? undefined : `${read.refusal.line} ${read.refusal.reason}`;
}

test('two of three witnesses are enough and one is not', async () => {
  const signed = await signNote(text, logSigners);
  for (const pair of [
    [0, 1],
    [1, 2],
    [0, 2],
    [0, 1, 2],
  ]) {
    const chosen = pair.map((i) => witnesses[i] as (typeof witnesses)[number]);
    assert.ok(checkCheckpoint(checkSignature, policy, await cosigned(signed, chosen, testTime)).ok, `${pair}`);
  }
  for (const one of witnesses) {
    const checked = checkCheckpoint(checkSignature, policy, await cosigned(signed, [one, one], testTime));
    assert.equal(checked.ok ? '' : checked.refusal.kind, 'quorum-missing');
  }
});

test('a cosignature says when it was made, and under another time it does not hold', async () => {
  const note = await cosigned(await signNote(text, logSigners), witnesses.slice(0, 2), testTime);
  const checked = checkCheckpoint(checkSignature, policy, note);
  assert.deepEqual(checked.ok && checked.value.witnesses, [
    { name: 'w1', time: testTime },
    { name: 'w2', time: testTime },
  ]);
  const lines = note.trimEnd().split('\n');
  const last = Buffer.from((lines.at(-1) as string).split(' ')[2] as string, 'base64');
  last[11] = (last[11] as number) ^ 1;
  const changed = [...lines.slice(0, -1), `— ${witnesses[1]?.key.name} ${last.toString('base64')}`, ''].join('\n');
  const refused = checkCheckpoint(checkSignature, policy, changed);
  assert.equal(refused.ok ? '' : refused.refusal.kind, 'signature-wrong');
});

test('a checkpoint of another log, signed with a listed key, is refused', async () => {
  const other = writeCheckpointText({ origin: 'other.example/log', size: 7, root });
  const checked = checkCheckpoint(
    checkSignature,
    policy,
    await cosigned(await signNote(other, logSigners), witnesses, testTime),
  );
  assert.equal(checked.ok ? '' : checked.refusal.kind, 'log-unknown');
});

test('a checkpoint that only witnesses signed is refused', async () => {
  const checked = checkCheckpoint(checkSignature, policy, await signNote(text, witnesses, testTime));
  assert.equal(checked.ok ? '' : checked.refusal.kind, 'log-signature-missing');
});

test('nested groups reach the quorum only through their members', () => {
  const read = readPolicy(
    sha256,
    `\n# 两级\n witness a ${w1}\nwitness b\t${w2} https://b\nwitness c ${w3}\ngroup x any a b\ngroup y all x c\nquorum y`,
  );
  assert.ok(read.ok);
  const holds = (...names: string[]) => isQuorum(read.value, new Set(names));
  assert.deepEqual(
    [holds('a', 'c'), holds('b', 'c'), holds('c'), holds('a', 'b'), holds('x', 'c')],
    [true, true, false, false, false],
  );
});

test('a policy with a flaw is refused with its line', () => {
  assert.equal(reasonOf(policyText), undefined);
  assert.equal(reasonOf('quorum none\n'), undefined);
  const flawed: [string, string][] = [
    ['', '0 quorum-count'],
    ['quorum none\nquorum none', '0 quorum-count'],
    [`witness a ${w1}\ngroup g 2 a\nquorum g`, '2 threshold'],
    [`witness a ${w1}\ngroup g 01 a\nquorum g`, '2 threshold'],
    [`witness a ${w1}\nwitness b ${w2}\ngroup g any a a\nquorum g`, '3 member-twice'],
    [`witness a ${w1}\nwitness b ${w2}\ngroup g any a\ngroup h any a b\nquorum h`, '4 member-twice'],
    [`witness a ${w1}\nwitness b ${w1}\nquorum a`, '2 key-twice'],
    [`witness a ${log}\nquorum a`, '1 key-unfit'],
    [`log ${w1}\nquorum none`, '1 key-unfit'],
    [`witness none ${w1}\nquorum none`, '1 name-taken'],
    [`quorum a\nwitness a ${w1}`, '1 name-unknown'],
    [`group g any\nquorum g`, '1 words-missing'],
    [`witness a ${w1}x\nquorum a`, '1 key-malformed'],
    ['quorum none\r\n', '0 not-text'],
    ['quorums none', '1 unknown-word'],
  ];
  for (const [file, reason] of flawed) assert.equal(reasonOf(file), reason, file);
});
