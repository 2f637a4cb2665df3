import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { holdAlone } from './hold-alone.ts';

test('a folder is held by one process, and free again when that one is killed', async (t) => {
  if (process.platform !== 'linux') return t.skip('names of sockets are freed by the kernel on Linux only');
  const folder = mkdtempSync(join(tmpdir(), 'alone-'));
  const code = `const { holdAlone } = await import(${JSON.stringify(join(import.meta.dirname, 'hold-alone.ts'))});
    process.stdout.write(String(Boolean(await holdAlone(${JSON.stringify(folder)}))));
    process.kill(process.pid, 'SIGKILL');`;
  const holdElsewhere = () =>
    spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).stdout;
  assert.equal(holdElsewhere(), 'true');
  const release = await holdAlone(folder);
  assert.ok(release);
  assert.equal(holdElsewhere(), 'false');
  release();
  assert.equal(holdElsewhere(), 'true');
  rmSync(folder, { recursive: true });
});
