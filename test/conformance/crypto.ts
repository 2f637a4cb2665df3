// `npm run conformance -- crypto [folder]`: the vectors of GB/T 32918, 32905 and 32907, Wycheproof, and RFC 9421 read as a
// test. Every Wycheproof file found is run, so that a folder elsewhere with more of them can be named.
import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  failuresOf,
  newTally,
  outOfScopeOf,
  runRfc9421,
  runSmVectors,
  runWycheproofFile,
  type Tally,
} from '@zhengtong/crypto/test';

export const summary = 'crypto：国密、Wycheproof、RFC 9421 向量 · vectors of SM2/3/4, Wycheproof, RFC 9421';

const suites: { folder: string; files: string; run: (path: string, tally: Tally) => void }[] = [
  { folder: 'sm-crypto', files: '**/*.json', run: runSmVectors },
  { folder: 'wycheproof', files: '**/*.json', run: (path, tally) => runWycheproofFile(path, tally, basename(path)) },
  { folder: 'rfc9421', files: '**/*.md', run: runRfc9421 },
];

function say(name: string, tally: Tally): void {
  const failures = failuresOf(tally);
  console.log(
    `${failures === 0 ? '✓' : '✗'} ${name}: 通过 passed ${tally.passed}，误收 wrong accepts ${tally.wrongAccepts.length}，` +
      `误拒 wrong rejects ${tally.wrongRejects.length}，其他 other ${tally.wrongValues.length}`,
  );
  for (const line of [...tally.wrongAccepts, ...tally.wrongRejects, ...tally.wrongValues].slice(0, 40))
    console.error(`    ${line}`);
  for (const [reason, count] of tally.outOfScope) console.log(`    – ${count} × 不在范围 out of scope: ${reason}`);
}

export async function run(args: string[]): Promise<number> {
  const root = args[0] ?? join(import.meta.dirname, '../../../shared/conformance');
  const total = { passed: 0, failed: 0, outOfScope: 0 };
  for (const suite of suites) {
    const folder = join(root, suite.folder);
    if (!existsSync(folder)) console.log(`– ${suite.folder}: 未找到，未运行 · not found, not run`);
    for (const file of globSync(suite.files, { cwd: folder }).sort()) {
      const tally = newTally();
      suite.run(join(folder, file), tally);
      say(`${suite.folder}/${basename(file)}`, tally);
      total.passed += tally.passed;
      total.failed += failuresOf(tally);
      total.outOfScope += outOfScopeOf(tally);
    }
  }
  console.log(JSON.stringify({ suite: 'crypto', ...total }));
  return total.failed === 0 ? 0 : 1;
}
