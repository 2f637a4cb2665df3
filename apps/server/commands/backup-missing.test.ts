import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { eraseOwnFile, filesModule } from '@zhengtong/files';
import { givenFile, testPorts } from '@zhengtong/files/test';
import { identityModule } from '@zhengtong/identity';
import { must } from '@zhengtong/kernel';
import { connect, folderStorage, makeBackup, type Storage } from '@zhengtong/platform';
import { person, testWorld } from '@zhengtong/platform/test';
import { runCommand } from '../src/test/run-command.ts';

const fresh = () => mkdtempSync(join(tmpdir(), 'zt-missing-'));

/** A city with a few loose files of one person. */
async function filesWorld(t: TestContext) {
  const place = fresh();
  const ports = testPorts({ storage: folderStorage(place) });
  const files = filesModule(ports);
  const world = await testWorld(t, { modules: [identityModule, files] });
  const owner = person();
  const send = () => givenFile(world, ports, owner);
  const storedAs = async (id: string) => {
    const rows = (await files.listStored?.(world.db)) ?? [];
    return rows.find((row) => row.id === id)?.storedAs ?? '';
  };
  return { world, place, ports, files, owner, send, storedAs };
}

test('a backup names the file whose bytes the storage has lost, is written all the same, and ends with a code of its own', async (t) => {
  const { world, place, ports, send, storedAs } = await filesWorld(t);
  const [kept, lost] = [await send(), await send()];
  const env = { FILES_AT: place };
  assert.equal((await runCommand(['backup', fresh()], { url: world.url, env })).code, 0);
  await ports.storage.remove(await storedAs(lost.id));
  const folder = fresh();
  const { code, said } = await runCommand(['backup', folder], { url: world.url, env });
  assert.equal(code, 3, said);
  assert.match(said, /1 个文件数据库里有记录，存储里没有[\s\S]*1 file\(s\) have a row but no bytes/);
  assert.ok(said.includes(lost.id) && !said.includes(kept.id) && !said.includes('平面图'));
  assert.ok(existsSync(join(folder, 'manifest.json')));
  assert.match(readFileSync(join(folder, 'manifest.json'), 'utf8'), new RegExp(`"missing":\\["${lost.id}"\\]`));
});

test('files that come or are erased while a backup runs are none that it misses', async (t) => {
  const { world, ports, files, owner, send, storedAs } = await filesWorld(t);
  const [erased, erasedBefore, lost] = [await send(), await send(), await send()];
  must(await world.run(owner, (ctx) => eraseOwnFile(ctx, erasedBefore.id)));
  await world.drain();
  await ports.storage.remove(await storedAs(lost.id));
  const storage: Storage = {
    ...ports.storage,
    async *list() {
      const names = await Array.fromAsync(ports.storage.list());
      // Listed, then gone before it is read; and one more that the list has not.
      must(await world.run(owner, (ctx) => eraseOwnFile(ctx, erased.id)));
      await world.drain();
      await send();
      yield* names;
    },
  };
  const database = await connect(world.url, { connections: 2 });
  t.after(() => database.close());
  const listStored = async () => (await files.listStored?.(database.db)) ?? [];
  const { missing } = await makeBackup({ database, storage, keys: world.setting.keys, folder: fresh(), listStored });
  assert.deepEqual(missing, [lost.id]);
});
