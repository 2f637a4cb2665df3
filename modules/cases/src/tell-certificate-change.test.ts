import assert from 'node:assert/strict';
import test from 'node:test';
import { ChangeCertificate } from '@zhengtong/certificates/contract';
import { toInstant } from '@zhengtong/kernel';
import { listLetters } from '@zhengtong/messages';
import type { Actor } from '@zhengtong/platform';
import { reading } from '@zhengtong/platform/test';
import { ActOnCase, type CaseCommand, type CaseView, GetCase } from './contract.ts';
import { casesWorld } from './test.ts';

type Change = 'suspended' | 'restored' | 'revocation-proposed' | 'revoked' | 'cancellation-proposed' | 'cancelled';

/** A city with an approved case and who may change its certificate. */
async function approved(t: Parameters<typeof casesWorld>[0]) {
  const scene = await casesWorld(t);
  const { world, clerk, reviewer, approver, applicant } = scene;
  const caseId = await scene.file();
  const act = async (as: Actor, ...commands: CaseCommand[]): Promise<void> => {
    for (const body of commands)
      assert.equal((await world.call(ActOnCase, { as, params: { caseId }, body })).status, 200, body.kind);
  };
  const see = async () => (await world.call(GetCase, { as: clerk, params: { caseId } })).body as unknown as CaseView;
  const check: CaseCommand = { kind: 'check', material: 'drawing', check: 'signed', isFine: true };
  await act(clerk, { kind: 'claim' }, check, { kind: 'accept' });
  await act(reviewer, { kind: 'claim' }, { kind: 'finish-step', step: 'review', agrees: true, note: '符合' });
  await act(approver, { kind: 'claim' }, { kind: 'decide', outcome: 'approved', reasons: '符合条件' });
  const view = await see();
  const change = async (as: Actor, change: Change, reason: string, law: string): Promise<void> => {
    const asked = {
      as,
      params: { id: view.certificate?.id ?? '' },
      body: { change, reason, law, ground: 'other-law' as const },
    };
    assert.equal((await world.call(ChangeCertificate, asked)).status, 200, change);
    await world.drain();
  };
  const newest = async () => (await reading(world, applicant, (ctx) => listLetters(ctx)))[0]!;
  return { ...scene, view, change, newest };
}

test('who loses a certificate is told why, where they may object and until which day, counted from the day of the letter', async (t) => {
  const { world, approver, supervisor, change, newest } = await approved(t);
  world.now = toInstant(Date.parse('2026-09-22T02:00:00Z'));
  await change(approver, 'revocation-proposed', '图纸系伪造', '行政许可法第六十九条');
  assert.notEqual((await newest()).template, 'certificate-revoked');
  await change(supervisor, 'revoked', '图纸系伪造', '行政许可法第六十九条');
  const { template, zh, en } = await newest();
  assert.equal(template, 'certificate-revoked');
  assert.deepEqual(zh.lines.slice(1), [
    '如不服，您可以：',
    '1. 最迟于2026年11月21日（星期六）向示例市人民政府申请行政复议（《行政复议法》第二十条）',
    '2. 最迟于2027年3月22日（星期一）向示例市人民法院提起行政诉讼（《行政诉讼法》第四十六条）',
  ]);
  assert.match(zh.lines[0] ?? '', /已被撤销.*图纸系伪造（行政许可法第六十九条）/);
  assert.match(en.lines.join(' '), /by 21 November 2026 at the latest.*by 22 March 2027 at the latest/);
  assert.doesNotMatch(zh.short, /图纸|2026/);
});

test('whose certificate is cancelled is told once it is confirmed, why, and where they may object', async (t) => {
  const { approver, supervisor, change, newest } = await approved(t);
  const law = '食品经营许可和备案管理办法';
  await change(approver, 'cancellation-proposed', '本人书面申请', law);
  assert.notEqual((await newest()).template, 'certificate-cancelled');
  await change(supervisor, 'cancelled', '本人书面申请', law);
  const { template, zh } = await newest();
  assert.equal(template, 'certificate-cancelled');
  assert.match(zh.lines.join(''), /已办理注销.*本人书面申请（食品经营许可和备案管理办法）.*申请行政复议/);
});

test('a suspension names the ways to object too, and giving back does not', async (t) => {
  const { approver, change, newest } = await approved(t);
  await change(approver, 'suspended', '正在核查', '行政处罚法第九条第三项');
  assert.match((await newest()).zh.lines.join(''), /暂扣.*2026年11月20日（星期五）向示例市人民政府申请行政复议/);
  await change(approver, 'restored', '已核实', '行政处罚法第九条第三项');
  const { template, zh } = await newest();
  assert.equal(template, 'certificate-restored');
  assert.doesNotMatch(zh.lines.join(''), /复议|诉讼/);
});

test('an officer is told which letters a case has, in the order they came', async (t) => {
  const { view } = await approved(t);
  assert.deepEqual(view.letters, ['acceptance', 'decision']);
});
