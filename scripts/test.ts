// `npm test [words…]`: every `*.test.ts(x)`, one process a workspace (a process a file costs twenty times the start),
// two at a time on two cores. What walks a browser comes first: left for the end, one core would look on. Of that a crawl
// takes a process of its own, and journeys go five together. Words keep the files whose path holds one of them. Ends with
// one count.
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { startTestServer } from './test-server.ts';

const words = process.argv.slice(2);
const files = globSync('{apps,packages,modules,test}/**/*.test.{ts,tsx}', { exclude: ['**/node_modules/**'] })
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
const nameOf = (file: string) => file.replace(/\.test\.tsx?$/, '');
const isCrawl = (file: string) => file.startsWith('test/accessibility/');
const isJourney = (file: string) => file.startsWith('test/journeys/');
const workspaceOf = (file: string) => file.split('/').slice(0, 2).join('/');
const groups: [string, string[]][] = [
  ...files.filter(isCrawl).map((file): [string, string[]] => [nameOf(file), [file]]),
  ...inFives(files.filter(isJourney)),
  ...Map.groupBy(
    files.filter((file) => !isCrawl(file) && !isJourney(file)),
    workspaceOf,
  ),
];

function inFives(journeys: readonly string[]): [string, string[]][] {
  const starts = journeys.map((_, n) => n).filter((n) => n % 5 === 0);
  return starts.map((start) => {
    const five = journeys.slice(start, start + 5);
    const names = five.map((file) => basename(nameOf(file)));
    return [`test/journeys/{${names.join(',')}}`, five];
  });
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
const storing = groups.filter(([group]) => group.startsWith('modules/') || group === 'packages/platform');
if (existsSync(`${oldest}/postgres`) && storing.length > 0) {
  console.log('PostgreSQL 15');
  await runAll(storing, oldest);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
