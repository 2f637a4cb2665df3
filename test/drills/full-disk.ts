// The files' disk is really full: the citizen is told in plain words, keeps answers and files, and nothing half stays.
// `npm run drill full-disk` (root, since a small disk is mounted)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { submitCase } from '@zhengtong/cases';
import { transact } from '@zhengtong/platform';
import { sql } from 'kysely';
import { furnishCity } from './under-load/city.ts';
import { newProgram } from './under-load/program.ts';
import { newCitizen } from './uploads/citizen.ts';
import { pdf } from './uploads/sample-bytes.ts';

export const summary = '磁盘写满：告诉申请人，什么都不丢 · a full disk: the citizen is told and loses nothing';

export async function run(): Promise<number> {
  const disk = mkdtempSync(join(tmpdir(), 'zt-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'none', disk]).status !== 0) {
    console.log('请以 root 运行：这项演练要挂载一个 6 MB 的小磁盘。 · Run as root: this drill mounts a disk of 6 MB.');
    rmSync(disk, { recursive: true });
    return 1;
  }
  const program = await newProgram(undefined, { FILES_AT: join(disk, 'files') });
  const violations: string[] = [];
  const check = (isSo: boolean, words: string) => void (isSo || violations.push(words));
  let toldMs = 0;
  try {
    await program.start();
    const city = await furnishCity(program.home, 1);
    const { setting, database } = city;
    const [who] = city.citizens;
    if (!who) throw new Error('no citizen');
    const citizen = await newCitizen(program.origin, setting, city, who);
    const small = pdf({ bytes: 1_000_000 });
    check((await citizen.upload(small, '小.pdf')).status === 303, 'a file that fits was not taken');
    const stored = () =>
      readdirSync(join(disk, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const before = stored().length;

    for (let times = 1; times <= 3; times++) {
      const full = await citizen.upload(pdf({ bytes: 9_000_000 }), '大.pdf');
      toldMs = Math.max(toldMs, full.ms);
      check(full.status === 422, `a full disk was answered ${full.status}`);
      check(/存储空间暂时不够，您填写的内容没有丢失/.test(full.text), 'the citizen is not told that there is no room');
    }
    const api = await citizen.sendByApi(pdf({ bytes: 9_000_000 }), '大.pdf');
    check(api.status === 507 && api.text.includes('/problems/storage-full'), `the API said ${api.status}`);
    const said = readFileSync(join(program.home, 'program.log'), 'utf8').match(/^.*no room left in the storage.*$/gm);
    check(
      said?.length === 1 && said[0].includes('"level":"error"'),
      `the operator's log says it ${said?.length} times`,
    );
    const counted = /^zhengtong_storage_failures_total (\d+)$/m.exec(
      await (await fetch(`${program.origin}/metrics`)).text(),
    )?.[1];
    check(counted === '4', `the metrics count ${counted} failures instead of 4`);
    check(stored().length === before, 'something half is left on the disk');
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from files.files)::int + (select count(*) from files.arrivals)::int as n`.execute(
      setting.db,
    );
    check(rows[0]?.n === 1, `${rows[0]?.n} rows instead of one`);
    const mine = await citizen.mine();
    check(mine.filed.values.blades === 3, 'an answer was lost');
    const back = await citizen.ask(`/my/cases/${citizen.caseId}/files/${mine.files[0]?.id}`);
    check(back.bytes.equals(small), 'the file that was there before is not whole');
    check((await citizen.upload(pdf({ bytes: 1_000_000 }), '还行.pdf')).status === 303, 'what still fits is not taken');

    spawnSync('mount', ['-o', 'remount,size=40m', disk]);
    check(
      (await citizen.upload(pdf({ bytes: 9_000_000 }), '大.pdf')).status === 303,
      'with room again it is not taken',
    );
    const filed = await transact(setting, who.actor, (ctx) => submitCase(ctx, { caseId: citizen.caseId }));
    check(filed.ok, 'the case cannot be filed');
    await database.close();
  } finally {
    await program.end('SIGINT');
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
  for (const words of violations) console.log(`  ✗ ${words}`);
  console.log(`磁盘写满：违反 ${violations.length} 处；最慢 ${toldMs} ms 告知。`);
  console.log(`A full disk: ${violations.length} violations; told after ${toldMs} ms at most.`);
  console.log(JSON.stringify({ drill: 'full-disk', violations: violations.length, toldMs }));
  if (violations.length === 0) program.clean();
  return violations.length === 0 ? 0 : 1;
}
