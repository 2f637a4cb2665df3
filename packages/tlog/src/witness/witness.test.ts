import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { toBytes } from '../bytes.ts';
import { checkCheckpoint } from '../check-checkpoint.ts';
import { openLog } from '../log.ts';
import { checkSignature, serveWitness, sha256, sha256Tree as tree } from '../node/index.ts';
import { proveConsistency } from '../prove.ts';
import { memoryStore } from '../store.ts';
import { makeKeys, testOrigin } from '../test/keys.ts';
import { writeAddCheckpoint } from './add-checkpoint.ts';
import { followLog } from './follow-log.ts';
import { statePath, Witness } from './witness.ts';

async function makeLog(keys: ReturnType<typeof makeKeys>, name = 'entry') {
  const store = memoryStore();
  const log = await openLog({ store, tree, origin: testOrigin, signers: keys.logSigners, check: checkSignature });
  const grow = (size: number): Promise<string> => {
    while (log.size < size) log.append(toBytes(`${name} ${log.size}`));
    return log.publish();
  };
  const ask = async (old: number, checkpoint: string) => {
    const proof =
      old === 0 || old === log.size
        ? { ok: true as const, value: [] }
        : await proveConsistency(store, tree, old, log.size);
    return writeAddCheckpoint({ old, proof: proof.ok ? proof.value : [], checkpoint });
  };
  return { store, grow, ask };
}

function makeWitness(keys: ReturnType<typeof makeKeys>, store = memoryStore(), now = () => 1_790_000_000_000): Witness {
  const logKeys = keys.logSigners.map(({ key }) => key);
  return new Witness({ store, sha256, tree, check: checkSignature, signers: keys.witnesses.slice(0, 2), logKeys, now });
}

test('a witness cosigns growth with each of its keys, and the policy counts them', async () => {
  const keys = makeKeys();
  const { grow, ask } = await makeLog(keys);
  const witness = makeWitness(keys);
  const first = await grow(10);
  assert.ok((await witness.add(await ask(0, first))).ok);
  const second = await grow(300);
  const added = await witness.add(await ask(10, second));
  assert.ok(added.ok);
  const checked = checkCheckpoint(checkSignature, keys.policy, second + added.value);
  assert.deepEqual(checked.ok && checked.value.witnesses.map(({ name }) => name), ['w1', 'w2']);
});

test('a fork is refused at the same size, beyond it and from nothing, and kept as evidence', async () => {
  const keys = makeKeys();
  const [honest, forked] = [await makeLog(keys), await makeLog(keys, 'other')];
  const store = memoryStore();
  const witness = makeWitness(keys, store);
  assert.ok((await witness.add(await honest.ask(0, await honest.grow(10)))).ok);
  const same = await forked.grow(10);
  const refusals = [
    await witness.add(await forked.ask(10, same)),
    await witness.add(await forked.ask(0, same)),
    await witness.add(await forked.ask(10, await forked.grow(20))),
    await witness.add(await forked.ask(0, await forked.grow(21))),
  ].map((result) => (result.ok ? 'cosigned' : result.refusal.kind));
  assert.deepEqual(refusals, ['forked', 'forked', 'proof-wrong', 'size-differs']);
  assert.equal([...store.files.keys()].filter((path) => path.includes('/refused/')).length, 2);
  assert.equal((await witness.find(testOrigin))?.size, 10);
});

test('of requests that come in at once, none rolls the witness back', async () => {
  const keys = makeKeys();
  const { grow, ask } = await makeLog(keys);
  const witness = makeWitness(keys);
  const requests = [
    await ask(0, await grow(5)),
    await ask(5, await grow(9)),
    await ask(5, await grow(12)),
    await ask(9, await grow(12)),
  ];
  const results = await Promise.all(requests.map((request) => witness.add(request)));
  assert.deepEqual(
    results.map(({ ok }) => ok),
    [true, true, false, true],
  );
  assert.equal((await witness.find(testOrigin))?.size, 12);
});

test('a clock set back does not date a newer statement before an older one', async () => {
  const keys = makeKeys();
  const { grow, ask } = await makeLog(keys);
  const store = memoryStore();
  await makeWitness(keys, store, () => 2_000_000_000_000).add(await ask(0, await grow(5)));
  const witness = makeWitness(keys, store, () => 1_000_000_000_000);
  assert.ok((await witness.add(await ask(5, await grow(6)))).ok);
  assert.equal((await witness.find(testOrigin))?.time, 2_000_000_000);
});

test('a witness whose state is damaged cosigns nothing', async () => {
  const keys = makeKeys();
  const { grow, ask } = await makeLog(keys);
  const store = memoryStore();
  const witness = makeWitness(keys, store);
  await witness.add(await ask(0, await grow(5)));
  store.files.set(statePath(sha256, testOrigin), toBytes('half a no'));
  await assert.rejects(witness.add(await ask(5, await grow(6))), /damaged/);
});

test('a crowd of foreign signature lines does not swell the state', async () => {
  const keys = makeKeys();
  const { grow, ask } = await makeLog(keys);
  const witness = makeWitness(keys);
  const note = (await grow(5)) + '— stranger.example/x AAAAAAA=\n'.repeat(60);
  assert.ok((await witness.add(await ask(0, note))).ok);
  assert.ok((await witness.add(await ask(5, await grow(6)))).ok);
  assert.equal((await witness.find(testOrigin))?.note.includes('stranger'), false);
});

test('a witness follows a log by its tiles and calls a smaller one behind', async () => {
  const keys = makeKeys();
  const { store, grow } = await makeLog(keys);
  const witness = makeWitness(keys);
  for (const size of [3, 400, 400, 70_000]) {
    await grow(size);
    const followed = await followLog(witness, tree, testOrigin, store);
    assert.equal(followed.ok && followed.value.size, size);
  }
  const old = await makeLog(keys);
  await old.grow(9);
  const followed = await followLog(witness, tree, testOrigin, old.store);
  assert.equal(followed.ok ? '' : followed.refusal.kind, 'behind');
});

test('over HTTP a witness answers with the codes of tlog-witness', async () => {
  const keys = makeKeys();
  const { grow, ask } = await makeLog(keys);
  const server = serveWitness(makeWitness(keys), () => {}).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/add-checkpoint`;
  const post = (body: string) => fetch(url, { method: 'POST', body });
  try {
    const first = await grow(5);
    assert.equal((await post(await ask(0, first))).status, 200);
    assert.equal((await post('old 0\n')).status, 400);
    assert.equal((await post((await ask(5, first)).replaceAll(testOrigin, 'unknown.example'))).status, 404);
    assert.equal((await post((await ask(5, first)).replace('\n5\n', '\n6\n'))).status, 403);
    const second = await grow(9);
    const conflict = await post(await ask(0, second));
    assert.deepEqual(
      [conflict.status, conflict.headers.get('content-type'), await conflict.text()],
      [409, 'text/x.tlog.size', '5\n'],
    );
    assert.equal((await post((await ask(5, second)).replace(/\n.{44}\n/, '\n'))).status, 422);
    assert.equal((await post((await ask(5, second)).replace('old 5', 'old 10'))).status, 400);
    for (const target of ['//', '/?origin=%', '/checkpoint?origin=%zz'])
      assert.equal((await fetch(url.replace('/add-checkpoint', target))).status, 404, target);
  } finally {
    server.close();
  }
});
