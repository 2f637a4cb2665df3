// Kills a witness with SIGKILL at each step of each write it makes, then asks whether it kept its word: no two
// cosigned checkpoints that do not extend each other, nothing it has answered forgotten, and work goes on.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateEd25519KeyPair } from '@zhengtong/crypto';
import {
  httpAnswer,
  memoryStore,
  openLog,
  proveConsistency,
  readCheckpointText,
  readNote,
  readVkey,
  toBytes,
  Witness,
  writeAddCheckpoint,
  writeVkey,
} from '@zhengtong/tlog';
import {
  checkSignature,
  ed25519Signer,
  folderStore,
  newKeyFile,
  sha256,
  signerOfKeyFile,
  sha256Tree as tree,
} from '@zhengtong/tlog/node';

export const summary =
  '见证程序在任意两次写之间被杀：不分叉、不忘记 · a witness killed between any two writes keeps its word';

const origin = 'log.example/drill';
type Plan = { requests: string[]; vkey: string; keyFile: string };

/** The child: a witness on a folder that dies before its `killAt`-th step; each answer is printed before the next request. */
async function beWitness([
  state = '',
  planFile = '',
  killAt = '0',
  from = '0',
  to = '0',
  kind = '',
]: string[]): Promise<number> {
  const plan = JSON.parse(readFileSync(planFile, 'utf8')) as Plan;
  let steps = 0;
  const folder = folderStore(state, () => {
    if (++steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  });
  // A witness that forgets: the drill must catch it, or its silence about the real one would mean nothing.
  const store = kind === 'forgetful' ? { ...folder, write: async () => {} } : folder;
  const key = readVkey(sha256, plan.vkey);
  if (!key.ok) throw new Error('no log key');
  const signers = [signerOfKeyFile(plan.keyFile)];
  const witness = new Witness({
    store,
    sha256,
    tree,
    check: checkSignature,
    signers,
    logKeys: [key.value],
    now: Date.now,
  });
  for (let i = Number(from); i < Number(to); i++) {
    const { status, body } = httpAnswer(await witness.add(plan.requests[i] as string));
    writeSync(1, `${JSON.stringify({ request: i, status, body })}\n`);
  }
  return 0;
}

type Answer = { request: number; status: number; body: string };

function spawnChild(args: string[]) {
  const code = `import(${JSON.stringify(import.meta.filename)}).then((m) => m.run(process.argv.slice(1)))`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', code, ...args], { encoding: 'utf8' });
}

function startWitness(state: string, planFile: string, killAt: number, from: number, to: number, kind = '') {
  const words = ['child', state, planFile, String(killAt), String(from), String(to), kind];
  const { stdout, signal, stderr } = spawnChild(words);
  const answers = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer);
  if (signal !== 'SIGKILL' && stderr.includes('Error')) throw new Error(stderr);
  return { answers, wasKilled: signal === 'SIGKILL' };
}

/** The other writer of the package: a log that dies before its `killAt`-th step, printing each size it has published. */
async function beLog([folder = '', keyFile = '', killAt = '0']: string[]): Promise<number> {
  let steps = 0;
  const store = folderStore(folder, () => {
    if (++steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  });
  const signer = signerOfKeyFile(readFileSync(keyFile, 'utf8'));
  const log = await openLog({ store, tree, origin: signer.key.name, signers: [signer], check: checkSignature });
  writeSync(1, `${log.size}\n`);
  for (const growth of [3, 252, 300]) {
    for (let i = 0; i < growth; i++) log.append(toBytes(`entry ${log.size} of life ${killAt}`));
    await log.publish();
    writeSync(1, `${log.size}\n`);
  }
  return 0;
}

/** Kills the log at each step in turn, on one folder: it must open again, with all it published and nothing less. */
function drillLog(folder: string): { kills: number; broken: string[] } {
  const keyFile = join(folder, 'log.key');
  writeFileSync(keyFile, newKeyFile('log.example/writer', 'ed25519', 'note'));
  const broken: string[] = [];
  let [kills, published] = [0, 0];
  for (let killAt = 1; ; killAt++) {
    const { stdout, signal, stderr } = spawnChild(['log', join(folder, 'log'), keyFile, String(killAt)]);
    const [opened = -1, ...more] = stdout.split('\n').filter(Boolean).map(Number);
    if (opened < published)
      broken.push(`log killed at step ${killAt - 1}: opens at ${opened}, had ${published}. ${stderr}`);
    published = Math.max(opened, ...more);
    if (signal !== 'SIGKILL') return { kills, broken };
    kills++;
  }
}

/** Requests: honest growth 3, 7, 300, and forks at the same sizes and beyond, all well signed by the log's own key. */
async function makePlan(): Promise<Plan> {
  const signer = ed25519Signer(origin, generateEd25519KeyPair().privateKey);
  const sizes = [3, 7, 300];
  const checkpoints: Record<string, string> = {};
  const stores = { honest: memoryStore(), forked: memoryStore() };
  for (const [name, store] of Object.entries(stores)) {
    const log = await openLog({ store, tree, origin, signers: [signer], check: checkSignature });
    for (const size of sizes) {
      while (log.size < size) log.append(toBytes(`${name} ${log.size}`));
      checkpoints[`${name} ${size}`] = await log.publish();
    }
  }
  const ask = async (name: 'honest' | 'forked', old: number, size: number): Promise<string> => {
    const proof = old === 0 || old === size ? [] : await proveConsistency(stores[name], tree, old, size);
    const hashes = Array.isArray(proof) ? proof : proof.ok ? proof.value : [];
    return writeAddCheckpoint({ old, proof: hashes, checkpoint: checkpoints[`${name} ${size}`] as string });
  };
  const requests = [
    await ask('honest', 0, 3),
    await ask('forked', 3, 3),
    await ask('forked', 3, 7),
    await ask('honest', 3, 7),
    await ask('forked', 7, 7),
    await ask('forked', 0, 300),
    await ask('honest', 7, 300),
    await ask('forked', 7, 300),
    await ask('honest', 300, 300),
  ];
  return {
    requests,
    vkey: writeVkey(signer.key),
    keyFile: newKeyFile('witness.example/drill', 'ed25519', 'cosignature'),
  };
}

/** What the answers of one state folder, over all its lives, break; `requests` that forked must never be cosigned. */
function listBroken(plan: Plan, answers: Answer[]): string[] {
  const broken: string[] = [];
  let promised = 0;
  for (const { request, status, body } of answers) {
    const text = plan.requests[request] as string;
    const note = readNote(text.slice(text.indexOf('\n\n') + 2));
    const read = note.ok ? readCheckpointText(note.value.text) : note;
    const size = read.ok ? read.value.size : -1;
    const isForked = [1, 2, 4, 5, 7].includes(request);
    if (status === 200 && isForked) broken.push(`request ${request}: a fork was cosigned`);
    if (status === 200 && size < promised) broken.push(`request ${request}: went back from ${promised} to ${size}`);
    if (status === 409 && Number(body) < promised)
      broken.push(`request ${request}: forgot ${promised}, says ${body.trim()}`);
    if (status === 200) promised = Math.max(promised, size);
    if (![200, 409, 422].includes(status)) broken.push(`request ${request}: answered ${status}`);
  }
  if (promised !== 300) broken.push(`stopped at ${promised}`);
  return broken;
}

export async function run(args: string[]): Promise<number> {
  if (args[0] === 'child') return beWitness(args.slice(1));
  if (args[0] === 'log') return beLog(args.slice(1));
  const folder = mkdtempSync(join(tmpdir(), 'witness-'));
  const planFile = join(folder, 'plan.json');
  const plan = await makePlan();
  writeFileSync(planFile, JSON.stringify(plan));
  const all = plan.requests.length;
  let kills = 0;
  const broken: string[] = [];
  const started = performance.now();
  for (let killAt = 1; ; killAt++) {
    const state = join(folder, `state-${killAt}`);
    const first = startWitness(state, planFile, killAt, 0, all);
    if (!first.wasKilled) break;
    kills++;
    // The log did not hear the last answer, so it sends that request again, and the forks with it; killed once more.
    const next = first.answers.length;
    const second = startWitness(state, planFile, 1 + (killAt % 7), Math.max(0, next - 1), all);
    if (second.wasKilled) kills++;
    const third = startWitness(state, planFile, 0, 0, all);
    const found = listBroken(plan, [...first.answers, ...second.answers, ...third.answers]);
    for (const one of found) broken.push(`killed at step ${killAt}: ${one}`);
  }
  const forgetful = startWitness(join(folder, 'forgetful'), planFile, 0, 0, all, 'forgetful');
  if (listBroken(plan, forgetful.answers).length === 0) broken.push('a forgetful witness was not caught');
  const log = drillLog(folder);
  broken.push(...log.broken);
  rmSync(folder, { recursive: true });
  for (const one of broken) console.error(`  ✗ ${one}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `在 ${kills} 处被 kill -9，${broken.length} 次失信，${seconds} s · killed ${kills} times, broke its word ${broken.length} times`,
  );
  console.log(`日志写入端另在 ${log.kills} 处被杀 · the log's writer was killed ${log.kills} times as well`);
  console.log(JSON.stringify({ drill: 'witness', violations: broken.length, kills: kills + log.kills }));
  return broken.length === 0 && kills > 0 && log.kills > 0 ? 0 : 1;
}
