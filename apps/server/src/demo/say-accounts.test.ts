import assert from 'node:assert/strict';
import test from 'node:test';
import { listDemoStaff, supervisorOf } from './demo-staff.ts';
import { sayAccounts } from './say-accounts.ts';

const departments = ['market', 'police', 'civil'];

test('each department of the demonstration has who receives, examines, decides, and oversees', () => {
  const staff = listDemoStaff(departments);
  for (const department of departments) {
    const roles = staff.filter(({ organisation }) => organisation === department).map(({ role }) => role);
    for (const role of ['supervisor', 'clerk', 'reviewer', 'approver'] as const) {
      assert.ok(roles.includes(role), `${department}: ${role}`);
    }
    // Whoever stands above is there before those who stand below.
    assert.equal(roles[0], 'supervisor', department);
    assert.ok(staff.some(({ account }) => account === supervisorOf(department)));
  }
});

test('the accounts are told in two lines, however many departments there are', () => {
  const accounts = listDemoStaff(departments).map(({ account }) => account);
  assert.deepEqual(sayAccounts(accounts), [
    '  工作人员 staff     supervisor  clerk  reviewer  approver  editor  administrator  auditor',
    '  其他部门 others    police|civil + -supervisor -clerk -reviewer -approver',
  ]);
});
