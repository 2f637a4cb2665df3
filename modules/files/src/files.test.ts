import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import test from 'node:test';
import { must, newId } from '@zhengtong/kernel';
import { StorageFull } from '@zhengtong/platform';
import { person, reading, testWorld } from '@zhengtong/platform/test';
import { tidyFileName } from './domain/kinds.ts';
import {
  attachFiles,
  clamdScanner,
  downloadHeaders,
  eraseOwnFile,
  type FileView,
  filesModule,
  findFiles,
  openFile,
  receiveFile,
  setTrust,
} from './index.ts';
import { sampleOfd } from './preview/sample-files.ts';
import { givenClamd, givenFile, smallPdf, testPorts } from './test.ts';

const open = async (t: Parameters<typeof testWorld>[0], ports = testPorts()) => ({
  ports,
  world: await testWorld(t, { modules: [filesModule(ports)] }),
  me: person(),
});
const names = (ports: ReturnType<typeof testPorts>) => Array.fromAsync(ports.storage.list());

test('a file comes back byte for byte, told by its content whatever it is called', async (t) => {
  const { ports, world, me } = await open(t);
  const view = await givenFile(world, ports, me, '营业执照.exe');
  assert.equal(view.mediaType, 'application/pdf');
  const opened = must(await openFile(world.setting, ports, view.id));
  assert.deepEqual(await buffer(opened.bytes), await buffer(smallPdf()));
});

test('a file is saved under a name that ends as its content does, so that nothing sent as a page runs as one', () => {
  const saved = (fileName: string, mediaType: string) =>
    downloadHeaders({ fileName, mediaType } as FileView)['content-disposition']?.split("''")[1];
  assert.equal(saved('a.html', 'application/pdf'), 'a.html.pdf');
  assert.equal(saved('gnp.exe', 'image/png'), 'gnp.exe.png');
  assert.equal(saved('no-ending', 'application/ofd'), 'no-ending.ofd');
  for (const fine of ['a.jpg', 'a.JPEG']) assert.equal(saved(fine, 'image/jpeg'), fine);
  assert.equal(saved('a.PDF', 'application/pdf'), 'a.PDF');
});

test('what is empty, too large, of no allowed kind or cut off is refused and leaves nothing behind', async (t) => {
  const { ports, world, me } = await open(t);
  const send = async (stream: Readable) => {
    const result = await receiveFile(world.setting, ports, me, { stream, fileName: 'a.pdf' });
    return result.ok ? 'ok' : result.refusal.kind;
  };
  const cut = new Readable({
    read() {
      this.push(Buffer.from('%PDF-1.4'));
      setImmediate(() => this.destroy(new Error('gone')));
    },
  });
  assert.equal(await send(Readable.from([])), 'empty');
  assert.equal(await send(Readable.from(['<script>alert(1)</script>'])), 'kind-not-allowed');
  assert.equal(await send(Readable.from([Buffer.from('MZ'), Buffer.alloc(500)])), 'kind-not-allowed');
  assert.equal(
    await send(
      Readable.from(
        (function* () {
          for (let i = 0; i < 22; i++) yield Buffer.alloc(1_048_576);
        })(),
      ),
    ),
    'too-large',
  );
  assert.equal(await send(cut), 'interrupted');
  assert.deepEqual(await names(ports), []);
});

test('a zip is an OFD by the file in it, not by a word in its text', async (t) => {
  const { ports, world, me } = await open(t);
  const send = async (bytes: Buffer) => {
    const sent = await receiveFile(world.setting, ports, me, { stream: Readable.from([bytes]), fileName: 'a.ofd' });
    return sent.ok ? sent.value.mediaType : sent.refusal.kind;
  };
  assert.equal(await send(sampleOfd()), 'application/ofd');
  assert.equal(await send(sampleOfd('page.html', '<p>OFD.xml</p>')), 'kind-not-allowed');
  assert.equal(await send(sampleOfd('../../OFD.xml')), 'kind-not-allowed');
});

test('a full disk is told, and nothing half is kept', async (t) => {
  const ports = testPorts();
  const full = {
    ...ports.storage,
    write: async () => {
      throw new StorageFull('no room');
    },
  };
  const { world, me } = await open(t, { ...ports, storage: full });
  const result = await receiveFile(world.setting, { ...ports, storage: full }, me, {
    stream: smallPdf(),
    fileName: 'a.pdf',
  });
  assert.deepEqual(result, { ok: false, refusal: { kind: 'storage-full' } });
});

test('an infected file is refused, a clean one says so, and without a scanner the policy decides', async (t) => {
  const sick = testPorts({ scanner: clamdScanner(await givenClamd(t, () => 'stream: Eicar-Signature FOUND\0')) });
  const well = testPorts({ scanner: clamdScanner(await givenClamd(t, () => 'stream: OK\0')) });
  const held = testPorts({ scanner: clamdScanner('127.0.0.1:1'), unscanned: 'hold' });
  const { world, me } = await open(t);
  const send = (ports: typeof sick) => receiveFile(world.setting, ports, me, { stream: smallPdf(), fileName: 'a.pdf' });
  assert.deepEqual(await send(sick), { ok: false, refusal: { kind: 'infected' } });
  assert.equal(must(await send(well)).scan, 'clean');
  const waiting = must(await send(held));
  assert.equal(waiting.scan, 'waiting');
  assert.deepEqual(await openFile(world.setting, held, waiting.id), { ok: false, refusal: { kind: 'not-scanned' } });
});

test('a file put to a case moves to its division and to no second case', async (t) => {
  const { ports, world, me } = await open(t);
  const file = await givenFile(world, ports, me);
  const [first, second] = [newId(), newId()];
  for (const caseId of [first, first, second]) {
    await world.with(me, (ctx) => attachFiles(ctx, [file.id], { divisionCode: '990100', caseId }));
  }
  assert.equal((await reading(world, me, (ctx) => findFiles(ctx, [file.id]))).length, 1);
});

test('a file goes to a case of whoever sent it and of nobody else', async (t) => {
  const { ports, world, me } = await open(t);
  const file = await givenFile(world, ports, me);
  const at = { divisionCode: '990100', caseId: newId() };
  const taken = await world.with(person(), (ctx) => attachFiles(ctx, [file.id], at));
  assert.deepEqual(taken, { ok: false, refusal: { kind: 'file-elsewhere' } });
  const [still] = await reading(world, me, (ctx) => findFiles(ctx, [file.id]));
  assert.equal(still?.caseId, null);
});

test('trust rises only by comparing with the original', async (t) => {
  const { ports, world, me } = await open(t);
  const file = await givenFile(world, ports, me);
  assert.equal((await world.run(me, (ctx) => setTrust(ctx, file.id, 'A'))).ok, false);
  assert.ok((await world.run(me, (ctx) => setTrust(ctx, file.id, 'B'))).ok);
});

test('a file name loses paths, controls and marks that turn the reading direction', () => {
  assert.equal(tidyFileName('../../etc/passwd'), 'passwd');
  assert.equal(tidyFileName('a\u202Efdp.exe\0'), 'afdp.exe');
  assert.equal(tidyFileName('///'), 'file');
});

test('one erases what one sent and put to no case, bytes and all; nobody else’s, and nothing a case has', async (t) => {
  const ports = testPorts();
  const world = await testWorld(t, { modules: [filesModule(ports)] });
  const [me, other] = [person(), person()];
  const [loose, filed] = [await givenFile(world, ports, me), await givenFile(world, ports, me)];
  await world.with(me, (ctx) => attachFiles(ctx, [filed.id], { divisionCode: '990100', caseId: newId() }));
  const erase = async (as: typeof me, id: string) => {
    const erased = await world.run(as, (ctx) => eraseOwnFile(ctx, id));
    return erased.ok ? 'erased' : erased.refusal.kind;
  };
  assert.equal(await erase(other, loose.id), 'not-found');
  assert.equal(await erase(me, filed.id), 'file-in-case');
  assert.equal(await erase(me, newId()), 'not-found');
  assert.equal(await erase(me, loose.id), 'erased');
  assert.equal(await erase(me, loose.id), 'not-found');
  await world.drain();
  assert.equal((await Array.fromAsync(ports.storage.list())).length, 1);
  await world.with(me, async (ctx) => {
    assert.deepEqual(await findFiles(ctx, [loose.id]), []);
    assert.deepEqual(await attachFiles(ctx, [loose.id], { divisionCode: '990100', caseId: newId() }), {
      ok: false,
      refusal: { kind: 'file-elsewhere' },
    });
  });
});
