// `npm test [words…]`: every `*.test.ts(x)`, one process a workspace (a process a file costs twenty times the start),
// two at a time on two cores; a process a file, and first, for what walks a browser and takes minutes anyway: left for
// the end, one core would look on. Words keep the files whose path holds one of them. Ends with one count.
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { startTestServer } from './test-server.ts';

const words = process.argv.slice(2);
const files = globSync('{apps,packages,modules,test}/**/*.test.{ts,tsx}', { exclude: ['**/node_modules/**'] }).sort();
const groups = new Map<string, string[]>();
for (const file of [...files.filter(isWalk), ...files.filter((file) => !isWalk(file))]) {
  const group = isWalk(file) ? file.replace(/\.test\.tsx?$/, '') : file.split('/').slice(0, 2).join('/');
  if (words.length > 0 && !words.some((word) => file.includes(word))) continue;
  groups.set(group, [...(groups.get(group) ?? []), file]);
}

function isWalk(file: string): boolean {
  return /^test\/(accessibility|journeys)\//.test(file);
}

const mostMs = 8 * 60_000;
// What the engine made of a thousand files once serves every later process, and the program itself.
const compiled = { NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/zhengtong/compiled') };

type Count = { passed: number; failed: number; skipped: number };

function runGroup(group: string, groupFiles: string[], env: NodeJS.ProcessEnv): Promise<Count> {
  const started = performance.now();
  const args = ['--import', './scripts/load-tsx.ts', '--test', '--test-isolation=none', '--test-force-exit'];
  const child = spawn(process.execPath, [...args, '--test-reporter=./scripts/reporter.ts', ...groupFiles], { env });
  // A test that hangs is a failed test, not a night without an answer.
  const alarm = setTimeout(() => child.kill('SIGKILL'), mostMs);
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (out += chunk));
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      clearTimeout(alarm);
      const last = /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(out);
      const count = { passed: Number(last?.[1] ?? 0), failed: Number(last?.[2] ?? 1), skipped: Number(last?.[3] ?? 0) };
      // A process that ended badly without naming a test has failed all the same.
      if (code !== 0 && count.failed === 0) {
        count.failed = 1;
        out += `\nended with ${signal ?? `code ${code}`} after its last test\n`;
      }
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${count.failed === 0 ? '✓' : '✗'} ${group} ${count.passed} (${seconds} s)`);
      const said = out.replace(/^\d+ passed, \d+ failed, \d+ skipped\s*$/m, '').trim();
      if (said) console.log(said);
      resolve(count);
    }),
  );
}

const total: Count = { passed: 0, failed: 0, skipped: 0 };

/** Every group against one server, two groups at a time. */
async function runAll(queue: [string, string[]][], programs?: string): Promise<void> {
  const server = await startTestServer(programs);
  async function work(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const count = await runGroup(next[0], next[1], { ...compiled, ...process.env, ...server.env });
      total.passed += count.passed;
      total.failed += count.failed;
      total.skipped += count.skipped;
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  } finally {
    await server.stop();
  }
}

await runAll([...groups]);
// The oldest server we promise to run on, where the machine has it: everything that stores, once more.
const oldest = '/usr/lib/postgresql/15/bin';
const storing = [...groups].filter(([group]) => group.startsWith('modules/') || group === 'packages/platform');
if (existsSync(`${oldest}/postgres`) && storing.length > 0) {
  console.log('PostgreSQL 15');
  await runAll(storing, oldest);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
