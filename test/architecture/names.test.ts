import assert from 'node:assert/strict';
import test from 'node:test';
import { places } from './feed.ts';
import { scan } from './scans/names.ts';

const find = (path: string) => places(scan, { [path]: '' });

test('names that say what is inside pass', () => {
  for (const path of [
    'modules/cases/src/accept-case.test.ts',
    'modules/cases/migrations/0001_cases.sql',
    'modules/cases/README.md',
    'apps/server/src/database.ts',
    'modules/catalogue/src/domain/service-item.ts',
    'apps/portal/src/language/zh-CN.ts',
    'docs/decisions/0001-no-build-step.md',
    '.ci/run',
    '.gitignore',
    'deploy/Containerfile',
  ])
    assert.deepEqual(find(path), [], path);
});

test('a drawer is found once, be it a file, a folder or a part of a name', () => {
  assert.deepEqual(find('modules/cases/src/date-utils.ts'), ['modules/cases/src/date-utils.ts:1']);
  assert.deepEqual(places(scan, { 'packages/common/src/a.ts': '', 'packages/common/src/b.ts': '' }), [
    'packages/common:1',
  ]);
  assert.deepEqual(find('modules/cases/src/case.service.ts'), ['modules/cases/src/case.service.ts:1']);
  assert.deepEqual(find('modules/cases/src/case-service.ts').length + find('modules/cases/service/a.ts').length, 2);
});

test('names in another case are found', () => {
  for (const path of ['modules/cases/src/acceptCase.ts', 'apps/console/src/Button.tsx', 'docs/my_notes.md'])
    assert.equal(find(path).length, 1, path);
});
