import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenOrganisation, givenStaff } from '@zhengtong/identity/test';
import { testWorld } from '@zhengtong/platform/test';
import fc from 'fast-check';
import * as contract from './contract.ts';
import { catalogueModule } from './index.ts';
import { guide } from './test.ts';

const modules = [catalogueModule];
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom("'; drop table x; --", '------------------------------------', '9'.repeat(60), '0~0', '1e999~x'),
);

test('whatever an editor’s program sends as form, condition or particulars is answered without a fault', async (t) => {
  const world = await testWorld(t, { modules });
  const office = await givenOrganisation(world);
  const editor = await givenStaff(world, 'editor', office);
  const [material] = guide(office).materials;
  const anything = fc.jsonValue({ maxDepth: 4 });
  await fc.assert(
    fc.asyncProperty(
      anything,
      anything,
      fc.boolean(),
      fc.object({ maxDepth: 2, values: [fc.string(), fc.integer()] }),
      async (form, when, isFormGiven, more) => {
        const content = {
          ...guide(office),
          ...(isFormGiven ? { form } : {}),
          materials: [{ ...material, need: 'conditional', when }],
          particulars: more,
        } as unknown as contract.ItemContent;
        for (const route of [contract.SaveDraft, contract.CheckDraft]) {
          const body = { content, ...(route === contract.SaveDraft ? { revision: 0 } : {}) };
          const { status } = await world.call(route as typeof contract.SaveDraft, { as: editor, body: body as never });
          assert.ok(status < 500, `${status} ${JSON.stringify(body).slice(0, 400)}`);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('whatever stands in an address is answered without a fault', async (t) => {
  const world = await testWorld(t, { modules });
  const editor = await givenStaff(world, 'editor', await givenOrganisation(world));
  await fc.assert(
    fc.asyncProperty(text, text, async (one, two) => {
      const asked = {
        as: editor,
        params: { itemId: one, version: two, divisionCode: two },
        query: { after: one, words: two },
      };
      for (const route of [
        contract.SearchItems,
        contract.ReadItem,
        contract.ListItemsForEditors,
        contract.ReadVersion,
        contract.ReadHistory,
        contract.ListQuarantine,
      ]) {
        const query = route.query ? asked.query : {};
        const { status } = await world
          .call(route as never, { ...asked, query } as never)
          .catch(() => ({ status: 404 }));
        assert.ok(status < 500, `${status} ${route.path} ${one} ${two}`);
      }
    }),
    { numRuns: 40 },
  );
});
