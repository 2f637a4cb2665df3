import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangeCertificate } from '@zhengtong/certificates/contract';
import { givenStaff } from '@zhengtong/identity/test';
import { must } from '@zhengtong/kernel';
import { readOfd } from '@zhengtong/ofd';
import { approved } from './test/approved.ts';
import { browse, hiddenOf, signIn } from './test/index.ts';

test('a certificate lies in the wallet; its code shows the whole to a stranger, its number only that it holds', async (t) => {
  const { world, tab } = await approved(t);
  const { body } = await tab.get('/my/certificates');
  assert.match(body, /食品经营许可证/);
  const href = /href="http:\/\/localhost:8080(\/v\/[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const stranger = browse(world);
  const whole = await stranger.get(href);
  assert.match(whole.body, /证照有效/);
  assert.match(whole.body, /王\*/);
  const identifier = decodeURIComponent(/\/v\/([^?]+)/.exec(href)?.[1] ?? '');
  const form = hiddenOf((await stranger.get('/verify')).body, '/verify');
  const byNumber = await stranger.post('/verify', { ...form, identifier });
  assert.match(byNumber.body, /证照有效/);
  assert.doesNotMatch(byNumber.body, /王/);
  assert.match((await stranger.post('/verify', { ...form, identifier: 'X' })).body, /没有这个编号的证照/);
});

test('a certificate is saved as PDF and OFD by its holder alone; revoked or struck off, verification, wallet and paper say so', async (t) => {
  const { world, tab, item } = await approved(t);
  const { body } = await tab.get('/my/certificates');
  const [pdf, ofd] = ['pdf', 'ofd'].map((format) => new RegExp(`href="([^"]+\\.${format})"`).exec(body)?.[1] ?? '');
  const saved = await tab.get(pdf ?? '');
  assert.deepEqual([saved.statusCode, saved.headers['content-type']], [200, 'application/pdf']);
  assert.equal(saved.rawPayload.subarray(0, 5).toString('latin1'), '%PDF-');
  const pages = async () => must(readOfd(new Uint8Array((await tab.get(ofd ?? '')).rawPayload)))[0]?.pages ?? [];
  const textOf = (items: readonly { kind: string; text?: string }[]) => items.map(({ text }) => text ?? '').join('');
  const [page] = await pages();
  for (const part of ['食品经营许可证', '王小明', '990100199001010012', '扫码核验', '示例市风车局'])
    assert.ok(textOf(page?.items ?? []).includes(part), part);
  const stranger = browse(world);
  assert.equal((await stranger.get(pdf ?? '')).statusCode, 303);
  await signIn(world, stranger, { phone: '13900000002' });
  assert.equal((await stranger.get(pdf ?? '')).statusCode, 404);

  const approver = await givenStaff(world, 'approver', { id: item.organisationId, divisionCode: item.divisionCode });
  const supervisor = await givenStaff(world, 'supervisor', {
    id: item.organisationId,
    divisionCode: item.divisionCode,
  });
  const id = /certificates\/([^/]+)\//.exec(pdf ?? '')?.[1] ?? '';
  for (const [as, change] of [
    [approver, 'revocation-proposed'],
    [supervisor, 'revoked'],
  ] as const) {
    const given = { change, reason: '以欺骗手段取得', law: '行政许可法第六十九条' };
    assert.equal((await world.call(ChangeCertificate, { as, params: { id }, body: given })).status, 200);
  }
  const [voided] = await pages();
  assert.match(textOf(voided?.items ?? []), /已撤销/);
  const pathsOf = (of: typeof page) => of?.items.filter(({ kind }) => kind === 'path').length ?? 0;
  assert.ok(pathsOf(voided) < pathsOf(page));
  const href = /href="http:\/\/localhost:8080(\/v\/[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const told = (await browse(world).get(href)).body;
  assert.match(told, /证照目前无效[\s\S]*已撤销[\s\S]*自 \d+年\d+月\d+日 .*起[\s\S]*行政许可法第六十九条/);
  assert.doesNotMatch(told, /以欺骗手段取得/);

  const law = '行政许可法第七十条第四项';
  for (const [as, change] of [
    [approver, 'cancellation-proposed'],
    [supervisor, 'cancelled'],
  ] as const) {
    const given = { change, reason: '撤销后办理注销', law, ground: 'revoked-or-withdrawn' as const };
    assert.equal((await world.call(ChangeCertificate, { as, params: { id }, body: given })).status, 200);
  }
  assert.match((await tab.get('/my/certificates')).body, /已注销/);
  assert.match(textOf((await pages())[0]?.items ?? []), /已注销/);
  const struckOff = (await browse(world).get(href)).body;
  assert.match(struckOff, /证照目前无效[\s\S]*已注销[\s\S]*情形：许可依法被撤销[\s\S]*第七十条第四项/);
  assert.doesNotMatch(struckOff, /撤销后办理注销/);
});
