// A real clamd before the real program: what it finds is refused in plain words, what it cannot say is held or let
// through as configured, and nobody loses an answer or a file. `npm run drill clamav`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Setting } from '@zhengtong/platform';
import { sql } from 'kysely';
import { furnishCity } from './under-load/city.ts';
import { newProgram } from './under-load/program.ts';
import { type Citizen, newCitizen, type Sent } from './uploads/citizen.ts';
import { findClamd, newClamd } from './uploads/clamd.ts';
import { docx, eicar, pdf, zip } from './uploads/sample-bytes.ts';

export const summary = '查毒：真实 clamd 查、停、死 · virus scan: a real clamd that finds, hangs and dies';

const sick = /带有病毒，没有接收/;

export async function run(): Promise<number> {
  const found = findClamd();
  if (!found) {
    console.log('没有 clamd：请以 root 运行（会用 apt-get 安装 clamav-daemon），或先装好 clamav-daemon。');
    console.log('There is no clamd: run as root (installs clamav-daemon by apt-get), or install clamav-daemon first.');
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'zt-clam-'));
  const clamd = newClamd(found, folder);
  const held = await newProgram(undefined, { CLAMD: clamd.address, CLAMD_SECONDS: '4', UNSCANNED: 'hold' });
  const open = await newProgram(held.home, { CLAMD: clamd.address, CLAMD_SECONDS: '4', UNSCANNED: 'accept' });
  const violations: string[] = [];
  let slowestMs = 0;
  try {
    await clamd.start();
    await held.start();
    const city = await furnishCity(held.home, 4);
    const { setting } = city;
    const [first, second, third] = city.citizens;
    if (!first || !second || !third) throw new Error('no citizens');
    const check = (isSo: boolean, words: string) => void (isSo || violations.push(words));
    const at = (origin: string, who: typeof first) => newCitizen(origin, setting, city, who);

    const one = await at(held.origin, first);
    await refuses(one, check);
    const clean = await one.upload(pdf({ bytes: 2_000_000 }), '图纸.pdf');
    check(clean.status === 303, `a clean PDF was answered ${clean.status}`);
    check((await scansOf(setting, one)).join() === 'clean', 'a clean PDF is not marked clean');

    clamd.freeze();
    const two = await at(held.origin, second);
    const slow = await two.upload(pdf({ bytes: 500_000 }), '慢.pdf');
    const slowSick = await two.upload(pdf({ inside: eicar }), '慢病毒.pdf');
    slowestMs = Math.max(slow.ms, slowSick.ms);
    check(slow.status === 303 && slow.ms < 20_000, `a hanging clamd: ${slow.status} after ${slow.ms} ms`);
    check((await scansOf(setting, two)).join() === 'waiting,waiting', 'files no scanner saw are not held');
    check(/正在检查/.test((await two.see()).text), 'the citizen is not told that a file is being checked');
    await keeps(two, 2, check, 'while clamd hangs');
    clamd.wake();
    await callSweep(setting, 'waiting');
    check(
      (await scansOf(setting, two)).join() === 'clean,infected',
      `held files after the scan: ${await scansOf(setting, two)}`,
    );
    check(sick.test((await two.see()).text), 'the citizen is not told that a held file was infected');

    check((await infectedLetters(setting, 1)) === 1, 'no letter, or more than one, tells of the held file');

    const three = await at(held.origin, third);
    clamd.freeze();
    const cut = three.upload(pdf({ bytes: 9_000_000 }), '中断.pdf');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await clamd.kill();
    check((await cut).status === 303, `clamd died in mid-scan: ${(await cut).status}`);
    check((await scansOf(setting, three)).join() === 'waiting', 'a file whose scan was cut is not held');
    await keeps(three, 1, check, 'after clamd died');
    const [id = ''] = await idsOf(three);
    const shut = await three.ask(`/my/cases/${three.caseId}/files/${id}`);
    check(shut.status === 404, `a held file was opened: ${shut.status}`);
    await held.end('SIGINT');

    await open.start();
    await callSweep(setting, 'waiting');
    check((await scansOf(setting, three)).join() === 'unscanned', 'by the other policy a held file stays held');
    const four = await at(open.origin, city.citizens[3] ?? first);
    check((await four.upload(pdf(), '放行.pdf')).status === 303, 'by the other policy a file was not taken');
    check((await scansOf(setting, four)).join() === 'unscanned', 'by the other policy a file is not marked unscanned');
    const [let_ = ''] = await idsOf(four);
    check(
      (await four.ask(`/my/cases/${four.caseId}/files/${let_}`)).status === 200,
      'by the other policy it does not open',
    );
    check((await four.upload(pdf({ inside: eicar }), '放行病毒.pdf')).status === 303, 'a second file was not taken');
    await clamd.start();
    await callSweep(setting, 'unscanned');
    check(
      (await scansOf(setting, three)).join() === 'clean',
      'clamd came back and does not look at what was let through',
    );
    check(
      (await scansOf(setting, four)).join() === 'clean,infected',
      `let through, after the scan: ${await scansOf(setting, four)}`,
    );
    check((await infectedLetters(setting, 2)) === 2, 'no letter, or more than one, tells of the file let through');
    check(
      sick.test((await four.upload(pdf({ inside: eicar }), '回来了.pdf')).text),
      'clamd came back and finds nothing',
    );
    await city.database.close();
  } finally {
    await Promise.all([held.end('SIGINT'), open.end('SIGINT'), clamd.kill()]);
  }
  for (const words of violations) console.log(`  ✗ ${words}`);
  console.log(`真实 clamd：违反 ${violations.length} 处；最慢的一次上传 ${slowestMs} ms（clamd 不应答）。`);
  console.log(`A real clamd: ${violations.length} violations; slowest upload ${slowestMs} ms (clamd silent).`);
  console.log(JSON.stringify({ drill: 'clamav', violations: violations.length, slowestMs }));
  if (violations.length === 0) held.clean();
  rmSync(folder, { recursive: true, force: true });
  return violations.length === 0 ? 0 : 1;
}

type Check = (isSo: boolean, words: string) => void;

/** The test text plain, in a zip, in a zip in a zip, in kinds that are taken: refused at both doors, nothing kept. */
async function refuses(citizen: Citizen, check: Check): Promise<void> {
  const bare = zip({ 'a.com': Buffer.from(eicar) });
  const carriers: Record<string, Buffer> = {
    'plain.pdf': pdf({ inside: eicar }),
    'zip.docx': docx({ 'word/a.com': Buffer.from(eicar) }),
    'zip-in-zip.docx': docx({ 'word/a.zip': bare }),
    'zip-in-zip-in-zip.docx': docx({ 'word/b.zip': zip({ 'a.zip': bare }) }),
  };
  for (const [name, bytes] of Object.entries(carriers)) {
    const page: Sent = await citizen.upload(bytes, name);
    check(page.status === 422 && sick.test(page.text), `${name} at the portal: ${page.status}`);
    const api = await citizen.sendByApi(bytes, name);
    check(api.text.includes('/problems/infected'), `${name} at the API: ${api.status} ${api.text.slice(0, 100)}`);
  }
  const clean = await citizen.sendByApi(docx(), 'clean.docx');
  check(clean.status === 200, `a clean docx at the API: ${clean.status} ${clean.text.slice(0, 100)}`);
  await keeps(citizen, 0, check, 'after refusals');
}

async function keeps(citizen: Citizen, files: number, check: Check, when: string): Promise<void> {
  const mine = await citizen.mine();
  check(mine.filed.values.blades === 3, `an answer was lost ${when}`);
  check(mine.files.length === files, `${mine.files.length} files instead of ${files} ${when}`);
}

const idsOf = async (citizen: Citizen) => (await citizen.mine()).files.map((file) => file.id);
async function scansOf({ db }: Setting, citizen: Citizen): Promise<string[]> {
  const { rows } = await sql<{ scan: string }>`
    select scan from files.files where case_id = ${citizen.caseId} order by received_at, id`.execute(db);
  return rows.map((row) => row.scan);
}

/** How many there are, waited for until there are so many. */
const infectedLetters = async ({ db }: Setting, awaited: number): Promise<number> => {
  for (let tries = 0; tries < 50; tries++) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from messages.letters where template = 'file-infected'`.execute(db);
    if (rows[0] && rows[0].n >= awaited) return rows[0].n;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return 0;
};

/**
 * The sweep that scans what waits or was let through comes every five minutes; here it comes now. One that came before its time is done for
 * that time: it is called again.
 */
async function callSweep({ db }: Setting, what: 'waiting' | 'unscanned'): Promise<void> {
  await sql`update platform.deliveries set not_before = now(), done_at = null
    where subscriber like '%job.files.scan-waiting%'`.execute(db);
  for (let tries = 0; tries < 150; tries++) {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from files.files where scan = ${what}`.execute(db);
    if (rows[0]?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
