import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MailChannel } from '@zhengtong/messages';
import { browse, hiddenOf, portalWorld, signIn } from './test/index.ts';

test('a person has letters sent to a mailbox once its code came back, and takes that back again', async (t) => {
  const sent: { to: string; text: string }[] = [];
  const mail: MailChannel = { send: async (message) => ({ ok: true, value: void sent.push(message) }) };
  const world = await portalWorld(t, { mail });
  const tab = browse(world);
  await signIn(world, tab);
  assert.match((await tab.get('/my/account')).body, /href="\/my\/mail"/);
  const press = async (path: string, typed: Record<string, string>) =>
    tab.post(path, { ...hiddenOf((await tab.get('/my/mail')).body), ...typed });
  const wrong = await press('/my/mail', { address: 'wang' });
  assert.deepEqual([wrong.statusCode, /邮箱格式不对/.test(wrong.body)], [422, true]);
  assert.equal((await press('/my/mail', { address: 'wang@example.com' })).statusCode, 303);
  await world.drain();
  const code = /\d{6}/.exec(sent[0]?.text ?? '')?.[0] ?? '';
  assert.equal(sent[0]?.to, 'wang@example.com');
  const other = code === '000000' ? '000001' : '000000';
  assert.match((await press('/my/mail/confirmation', { code: other })).body, /验证码不对/);
  assert.equal((await press('/my/mail/confirmation', { code })).statusCode, 303);
  assert.match((await tab.get('/my/mail')).body, /通知会同时发到 wang@example\.com/);
  await press('/my/mail/removal', {});
  assert.match((await tab.get('/my/mail')).body, /还没有填写邮箱/);
});

test('where no mail server is connected nobody is asked for an address', async (t) => {
  const world = await portalWorld(t);
  const tab = browse(world);
  await signIn(world, tab);
  const { body } = await tab.get('/my/mail');
  assert.match(body, /目前不发送邮件/);
  assert.doesNotMatch(body, /name="address"/);
});
