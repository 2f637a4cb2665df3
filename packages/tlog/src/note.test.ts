import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findBase64, toBase64 } from './base64.ts';
import { checkSignature as checkInBrowser } from './browser/index.ts';
import { toBytes } from './bytes.ts';
import { checkSignature } from './node/check-signature.ts';
import { sha256 } from './node/native-hash.ts';
import { readNote, writeNote } from './note.ts';
import { openNote } from './open-note.ts';
import { signNote } from './sign-note.ts';
import { makeKeys } from './test/keys.ts';
import { readVkey, writeVkey } from './vkey.ts';

const { logSigners, issuer } = makeKeys();
const keys = logSigners.map(({ key }) => key);

test('the example of signed-note opens with its vkey, in Node and in a page', () => {
  const key = readVkey(sha256, 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
  const note =
    'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
  for (const check of [checkSignature, checkInBrowser]) assert.ok(key.ok && openNote(check, [key.value], note).ok);
});

test('a text with empty lines, signed by Ed25519 and SM2, opens with both and keeps its text', async () => {
  const note = await signNote('一\n\n二\n', logSigners);
  for (const check of [checkSignature, checkInBrowser]) {
    const opened = openNote(check, keys, note);
    assert.ok(opened.ok);
    assert.equal(opened.value.text, '一\n\n二\n');
    assert.deepEqual(
      opened.value.held.map(({ key }) => key.algorithm),
      ['ed25519', 'sm2'],
    );
  }
});

test('a note is refused when one of two known signatures is wrong, and unknown ones are passed over', async () => {
  const [ed, sm] = (await signNote('text\n', logSigners)).slice(6).trimEnd().split('\n') as [string, string];
  const other = (await signNote('other\n', logSigners)).split('\n').at(-2) as string;
  const stranger = (await signNote('text\n', [issuer])).split('\n').at(-2) as string;
  const open = (...lines: string[]) => openNote(checkSignature, keys, `text\n\n${lines.join('\n')}\n`);
  assert.ok(open(ed, sm).ok);
  assert.ok(open(stranger, sm).ok);
  assert.deepEqual(open(ed, other), { ok: false, refusal: { kind: 'signature-wrong', name: 'log.example/990100' } });
  assert.deepEqual(open(stranger), {
    ok: false,
    refusal: { kind: 'no-known-signature', names: ['issuer.example/990100'] },
  });
});

test('what is not a note by the letter does not read', () => {
  const good = 'text\n\n— a AAAAAAA=\n';
  assert.ok(readNote(good).ok);
  const bad = [
    '',
    'text\n',
    'text\n\n',
    'text\n\n— a AAAAAAA=',
    'text\n\n- a AAAAAAA=\n',
    'text\n\n— a+b AAAAAAA=\n',
    'text\n\n— a  AAAAAAA=\n',
    'text\n\n— a AAAAAA==\n',
    'te\txt\n\n— a AAAAAAA=\n',
    'text\r\n\n— a AAAAAAA=\n',
    'text\n\n— a AAAAAAB=\n',
    'text\n\n—\u00a0a AAAAAAA=\n',
    'text\n\n— a\u0085 AAAAAAA=\n',
    `text\n\n${'— a AAAAAAA=\n'.repeat(65)}`,
  ];
  for (const note of bad) assert.equal(readNote(note).ok, false, JSON.stringify(note));
  assert.equal(readNote(Uint8Array.from([0xff, ...toBytes(good)])).ok, false);
  assert.ok(readNote(`text\n\n${'— a AAAAAAA=\n'.repeat(16)}`).ok);
});

test('whatever reads as a note writes back to the same bytes', () => {
  const lines = fc.array(fc.stringMatching(/^— [a-z]{1,3} [A-D]{0,8}={0,2}$/), { maxLength: 3 });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), lines, (text, some) => {
      const note = `${text}\n\n${some.join('\n')}\n`;
      const read = readNote(note);
      if (read.ok) assert.equal(writeNote(read.value), note);
    }),
  );
});

test('base64 has one spelling for every bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
      assert.deepEqual(findBase64(toBase64(bytes)), bytes);
    }),
  );
  for (const text of ['A', 'AA', 'AA=', 'AB==', 'AAB=', 'AA==AAAA', '====', 'AA\n=', 'A-_=', 'AAAA ']) {
    assert.equal(findBase64(text), undefined, text);
  }
});

test('a vkey reads back to the key it was written from, and a changed one is refused', () => {
  for (const { key } of [...logSigners, issuer]) {
    const text = writeVkey(key);
    const read = readVkey(sha256, text);
    assert.deepEqual(read.ok && read.value, key);
    assert.equal(readVkey(sha256, `x${text}`).ok, false);
    assert.equal(readVkey(sha256, `${text}AAAA`).ok, false);
  }
});
