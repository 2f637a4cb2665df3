import assert from 'node:assert/strict';
import test from 'node:test';
import { givenItem } from '@zhengtong/catalogue/test';
import { must } from '@zhengtong/kernel';
import { ActOnCase, type CaseCommand } from './contract.ts';
import { fileCase } from './file-at-once.ts';
import { casesWorld } from './test.ts';

type Given = Parameters<typeof givenItem>[1];

test('what is counted in days or months is not extended: ten working days would move no date, and a letter would say they did', async (t) => {
  const { world, organisation, applicant, clerk, supervisor } = await casesWorld(t);
  const answerTo = async (limits: Given): Promise<string | number> => {
    const item = await givenItem(world, { organisation, materials: [], ...limits });
    const given = { divisionCode: item.divisionCode, itemId: item.itemId, answers: { blades: '3' }, materials: [] };
    const caseId = must(await world.run(applicant, (ctx) => fileCase(ctx, given))).row.id;
    const send = (as: typeof clerk, body: CaseCommand) => world.call(ActOnCase, { as, params: { caseId }, body });
    for (const kind of ['claim', 'accept'] as const) assert.equal((await send(clerk, { kind })).status, 200);
    const { status, body } = await send(supervisor, { kind: 'extend', workingDays: 10, reason: '案情复杂' });
    return status === 200 ? 200 : String(body.type);
  };
  const days = (amount: number) => ({ amount, unit: 'days' as const });
  const months = (amount: number) => ({ amount, unit: 'months' as const });
  assert.equal(await answerTo({}), 200);
  for (const limits of [{ legalLimit: days(60), promisedLimit: days(15) }, { legalLimit: months(2) }])
    assert.match(String(await answerTo(limits)), /extension-not-by-law/);
});
