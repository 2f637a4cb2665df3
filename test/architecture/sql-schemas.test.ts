import assert from 'node:assert/strict';
import test from 'node:test';
import { manifest, places, withHoles } from './feed.ts';
import { scan } from './scans/sql-schemas.ts';

const find = (path: string, text: string) =>
  places(scan, {
    'modules/cases/package.json': manifest('cases'),
    'modules/identity/package.json': manifest('identity'),
    [path]: text,
  }).length;

test('SQL on the own schema passes', () => {
  const text =
    'const q = sql`select c.id from cases.cases c join cases.actions a on a.case_id = c.id where @{x} = @{`y`}`;';
  assert.equal(find('modules/cases/src/store.ts', withHoles(text)), 0);
  assert.equal(find('packages/platform/src/deliver.ts', 'sql`update platform.deliveries set done_at = now()`'), 0);
});

test('SQL on the schema of another module or of the platform is found', () => {
  for (const clause of [
    'select * from identity.people',
    'select 1 from cases.cases c\n  left join "identity"."people" p on true',
    'insert into platform.events values (1)',
    'update identity.people set name = $1',
    'delete from only identity.people',
    'truncate table identity.people',
    'copy identity.people to stdout',
  ]) {
    assert.equal(find('modules/cases/src/store.ts', `const q = sql\`${clause}\`;`), 1, clause);
    assert.equal(find('modules/cases/migrations/0002_more.sql', `${clause};`), 1, clause);
  }
});

test('a trespass through the query builder is found', () => {
  assert.equal(find('modules/cases/src/store.ts', "db(tx).selectFrom('identity.people as p')"), 1);
  assert.equal(find('modules/cases/src/store.ts', "q.innerJoin('identity.people', 'a', 'b')"), 1);
  assert.equal(find('modules/cases/src/store.ts', "db.withSchema('identity')"), 1);
  assert.equal(find('modules/cases/src/store.ts', "db(tx).insertInto('cases.cases')"), 0);
});

test('an app owns no schema at all', () => {
  assert.equal(find('apps/portal/src/pages/home.tsx', 'sql`select count(*) from cases.cases`'), 1);
});

test('comments, aliases and file names are no SQL', () => {
  const text = `// news from identity.people
const say = 'update cases.yaml'; const q = sql\`select people.name from cases.people -- from identity.people\`;`;
  assert.equal(find('modules/cases/src/store.ts', text.replace(' -- from identity.people', '')), 0);
  assert.equal(
    find('modules/cases/migrations/0001_cases.sql', "select 1; -- from identity.people\nselect 'from identity.people'"),
    0,
  );
});
