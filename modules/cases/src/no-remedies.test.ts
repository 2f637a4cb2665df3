import assert from 'node:assert/strict';
import test from 'node:test';
import type { ItemContent } from '@zhengtong/catalogue';
import { givenItem } from '@zhengtong/catalogue/test';
import { must } from '@zhengtong/kernel';
import { reading } from '@zhengtong/platform/test';
import { fileCase, getMyCase, runCommand } from './index.ts';
import { readOwnLetter } from './letters/read-letter.ts';
import { casesWorld } from './test.ts';

test('a public service that names no body to appeal to can be told no, and its case and letter still open', async (t) => {
  const { world, organisation, clerk, applicant } = await casesWorld(t);
  const without = { kind: '公共服务', remedies: undefined, materials: [] } as unknown as Partial<ItemContent>;
  const { itemId } = await givenItem(world, { organisation, ...without });
  const given = { divisionCode: '990100', itemId, answers: { blades: '3' } };
  const caseId = must(await world.run(applicant, (ctx) => fileCase(ctx, given))).row.id;
  const at = { divisionCode: '990100', caseId };
  must(await world.run(clerk, (ctx) => runCommand(ctx, at, { kind: 'claim' })));
  must(await world.run(clerk, (ctx) => runCommand(ctx, at, { kind: 'refuse-acceptance', reason: '不归本机关管' })));
  assert.deepEqual(must(await reading(world, applicant, (ctx) => getMyCase(ctx, caseId))).remedies, []);
  assert.ok((await reading(world, applicant, (ctx) => readOwnLetter(ctx, caseId, 'non-acceptance'))).ok);
});
