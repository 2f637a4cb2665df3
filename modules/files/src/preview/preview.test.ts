import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import test from 'node:test';
import { loadImage } from '@napi-rs/canvas';
import { toInstant } from '@zhengtong/kernel';
import { scheduleRecurring } from '@zhengtong/platform';
import { person, testWorld } from '@zhengtong/platform/test';
import { eraseOwnFile, filesModule, findPreview } from '../index.ts';
import { givenFile, testPorts } from '../test.ts';
import { readDrawing, runDrawing } from './run-drawing.ts';
import { samplePdf, samplePhoto, samplePngBomb, withExif } from './sample-files.ts';

const draw = (bytes: Buffer, mediaType: string, limits?: { ms: number; bytes: number }) =>
  runDrawing(Readable.from([bytes]), mediaType, limits);
const whyNot = async (bytes: Buffer, mediaType: string, limits?: { ms: number; bytes: number }) => {
  const { facts, image } = await draw(bytes, mediaType, limits);
  assert.equal(image.length, 0);
  return facts.kind === 'none' ? facts.why : 'drawn';
};
const patient = { ms: 60_000, bytes: 700 * 1_048_576 };

test('a photo is drawn anew: upright, and without what the camera wrote into it', async () => {
  const photo = withExif(await samplePhoto('jpeg'), 'GPS-31.2304N');
  assert.ok(photo.includes('GPS-31.2304N'));
  const { facts, image } = await draw(photo, 'image/jpeg', patient);
  assert.deepEqual(facts, { kind: 'drawn', pages: 1, shown: 1 });
  assert.ok(!image.includes('GPS-31.2304N') && !image.includes('Exif'));
  const drawn = await loadImage(image);
  assert.ok(drawn.height > drawn.width);
});

test('a PDF is drawn page by page up to five, and says how many there are', async () => {
  const { facts, image } = await draw(samplePdf(Array(7).fill({})), 'application/pdf', patient);
  assert.deepEqual(facts, { kind: 'drawn', pages: 7, shown: 5 });
  const drawn = await loadImage(image);
  assert.ok(drawn.height > 5 * 1200 && drawn.width === 900);
});

test('pages of a mile, pictures of billions of pixels and drawing without end come to a clear end', async () => {
  const mile = await draw(
    samplePdf([{ box: '0 0 9999999 9999999' }, { box: '0 0 1 9999999' }]),
    'application/pdf',
    patient,
  );
  assert.equal(mile.facts.kind, 'drawn');
  assert.ok(mile.image.length < 1_000_000);
  assert.equal(await whyNot(samplePngBomb(30_000), 'image/png', patient), 'too-large');
  const endless = samplePdf([{ content: '0 0 m 500 500 l S ', times: 4_000_000 }]);
  assert.ok(endless.length < 1_048_576);
  assert.match(
    await whyNot(endless, 'application/pdf', { ms: 4000, bytes: patient.bytes }),
    /too-slow|too-large|broken/,
  );
  assert.equal(await whyNot(samplePdf([{}]), 'application/pdf', { ms: 60_000, bytes: 20 * 1_048_576 }), 'too-large');
});

test('what cannot be read is told, and a program in the file gets nothing to run with', async () => {
  assert.equal(await whyNot(Buffer.from('%PDF-1.4\nnothing'), 'application/pdf', patient), 'broken');
  assert.equal(await whyNot(Buffer.from('\xff\xd8\xff\xe0broken', 'latin1'), 'image/jpeg', patient), 'broken');
  const script = '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>';
  const { facts } = await draw(samplePdf([{}], script), 'application/pdf', patient);
  assert.equal(facts.kind, 'drawn');
});

test('nothing but a JPEG passes for one, whatever the drawing program says', () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
  const said = (line: string, image: Buffer = jpeg) =>
    readDrawing(Buffer.concat([Buffer.from(`${line}\n`), image])).facts;
  assert.equal(said('{"kind":"drawn","pages":1,"shown":1}').kind, 'drawn');
  for (const line of [
    'hello',
    '',
    'null',
    '{"kind":"drawn"}',
    '{"kind":"drawn","pages":"1","shown":1}',
    '{"kind":"none","why":"x"}',
  ])
    assert.deepEqual(said(line), { kind: 'none', why: 'broken' }, line);
  const html = Buffer.from('<script>alert(1)</script>');
  assert.deepEqual(said('{"kind":"drawn","pages":1,"shown":1}', html), { kind: 'none', why: 'broken' });
});

test('a preview is kept by content for every file that has it, and erased with the last of them', async (t) => {
  const ports = testPorts();
  const world = await testWorld(t, { modules: [filesModule(ports)] });
  await scheduleRecurring(world.setting, filesModule(ports).recurring ?? []);
  const kept = async () => (await Array.fromAsync(ports.storage.list())).filter((name) => name.startsWith('previews/'));
  const photo = await samplePhoto('png');
  const first = await givenFile(world, ports, person(), 'a.png', Readable.from([photo]));
  const seen = await findPreview(world.setting, ports, first.id);
  assert.ok(seen.ok && seen.value.image.length > 500);
  assert.deepEqual(await kept(), [`previews/1/${first.sha256}`]);
  world.now = toInstant(Date.parse(world.now) + 24 * 3_600_000);
  const second = await givenFile(world, ports, person(), 'b.png', Readable.from([photo]));
  world.now = toInstant(Date.parse(world.now) + 26 * 3_600_000);
  await world.drain();
  assert.equal((await findPreview(world.setting, ports, first.id)).ok, false);
  assert.deepEqual(await kept(), [`previews/1/${first.sha256}`]);
  assert.ok((await findPreview(world.setting, ports, second.id)).ok);
  world.now = toInstant(Date.parse(world.now) + 24 * 3_600_000);
  await world.drain();
  assert.deepEqual(await kept(), []);
});

test('nothing is drawn of a file that waits for the scanner, nor of a kind that has no pages', async (t) => {
  const held = testPorts({ unscanned: 'hold' });
  const world = await testWorld(t, { modules: [filesModule(held)] });
  const waiting = await givenFile(world, held, person());
  assert.deepEqual(await findPreview(world.setting, held, waiting.id), { ok: false, refusal: { kind: 'not-scanned' } });
  const open = { ...held, unscanned: 'accept' as const };
  const ofd = Buffer.concat([
    Buffer.from('504b0304140000000000', 'hex'),
    Buffer.alloc(16),
    Buffer.from([7, 0, 0, 0]),
    Buffer.from('OFD.xml'),
    Buffer.alloc(64),
  ]);
  const file = await givenFile(world, open, person(), 'a.ofd', Readable.from([ofd]));
  assert.equal(file.mediaType, 'application/ofd');
  assert.deepEqual(await findPreview(world.setting, open, file.id), {
    ok: false,
    refusal: { kind: 'no-preview', why: 'kind' },
  });
});

test('what waits for its turn to be drawn holds no file open', async (t) => {
  const ports = testPorts();
  const world = await testWorld(t, { modules: [filesModule(ports)] });
  const me = person();
  const photos = await Promise.all((['png', 'jpeg'] as const).map(samplePhoto));
  const files = await Promise.all(photos.map((bytes) => givenFile(world, ports, me, 'a', Readable.from([bytes]))));
  let [opened, letGo] = [0, () => {}];
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const read: typeof ports.storage.read = async (name) => {
    if (!name.startsWith('previews/')) opened++;
    await held;
    return await ports.storage.read(name);
  };
  const slow = { ...ports, storage: { ...ports.storage, read } };
  const looks = files.map(({ id }) => findPreview(world.setting, slow, id));
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(opened, 1);
  letGo();
  assert.deepEqual(
    (await Promise.all(looks)).map(({ ok }) => ok),
    [true, true],
  );
});

test('of a file erased while it is drawn no preview is left behind', async (t) => {
  const ports = testPorts();
  const world = await testWorld(t, { modules: [filesModule(ports)] });
  const me = person();
  const { id } = await givenFile(world, ports, me, 'a.png', Readable.from([await samplePhoto('png')]));
  const read: typeof ports.storage.read = async (name) => {
    const bytes = await buffer(await ports.storage.read(name));
    assert.ok((await world.run(me, (ctx) => eraseOwnFile(ctx, id))).ok);
    await world.drain();
    return Readable.from([bytes]);
  };
  await findPreview(world.setting, { ...ports, storage: { ...ports.storage, read } }, id);
  assert.deepEqual(await Array.fromAsync(ports.storage.list()), []);
});
