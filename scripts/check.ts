// `npm run check`: lint and format, types, architecture, migrations. The cheap ones first; all run, so one pass shows all.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';

const steps: [name: string, command: string, args: string[]][] = [
  ['lint 格式', 'biome', ['check', '--error-on-warnings', '--max-diagnostics=60', '.']],
  ['types 类型', 'tsc', ['--noEmit']],
  [
    'architecture 结构',
    'node',
    [
      '--test',
      '--test-isolation=none',
      '--test-reporter=./scripts/reporter.ts',
      ...globSync('test/architecture/*.test.ts'),
    ],
  ],
];
const migrations = globSync('{packages,modules}/*/migrations/*.sql').sort();
if (migrations.length > 0) steps.push(['migrations 迁移', 'squawk', ['--config', '.squawk.toml', ...migrations]]);

let failed = 0;
for (const [name, command, args] of steps) {
  const started = performance.now();
  const code = await new Promise<number>((resolve) =>
    spawn(command, args, { stdio: 'inherit' }).on('close', (c) => resolve(c ?? 1)),
  );
  if (code !== 0) failed++;
  console.log(`${code === 0 ? '✓' : '✗'} ${name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
process.exitCode = failed === 0 ? 0 : 1;
