// `npm run conformance -- tlog [--fuzz N]`: RFC 6962 proofs of transparency-dev/merkle, the log of tessera's test data,
// the examples in the C2SP texts; then N mutated notes and proofs (default 20,000), none of which may be believed.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Note, openNote, readCheckpointText, readNote, readVkey, toBase64 } from '@zhengtong/tlog';
import { checkSignature, sha256, sha256Tree as tree } from '@zhengtong/tlog/node';
import { checkForeignLog, fuzzTlog, type ProofCase, proofHolds } from '@zhengtong/tlog/test';

export const summary = 'tlog：RFC 6962 证明、C2SP 瓦片日志、模糊测试 · RFC 6962 proofs, C2SP tiles, fuzzing';

type Tally = { passed: number; failed: number };

function say(tally: Tally, name: string, isRight: boolean): void {
  if (isRight) tally.passed++;
  else {
    tally.failed++;
    console.error(`  ✗ ${name}`);
  }
}

function runMerkle(folder: string, tally: Tally): void {
  const files = globSync('**/*.json', { cwd: folder }).sort();
  let mustFail = 0;
  for (const file of files) {
    const one = JSON.parse(readFileSync(join(folder, file), 'utf8')) as ProofCase;
    if (one.wantErr) mustFail++;
    say(tally, `${file}: ${one.desc}`, proofHolds(tree, file, one) === !one.wantErr);
  }
  console.log(`rfc6962-merkle: ${files.length} 个文件，其中须拒绝 ${mustFail} · files, of which must fail`);
}

const vkey = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx';

/** The signed example of the signed-note text itself, and that each flipped character of it is refused. */
function runNoteText(folder: string, tally: Tally): void {
  const spec = readFileSync(join(folder, 'signed-note.md'), 'utf8');
  const key = readVkey(sha256, /example\.com\/foo\+[0-9a-f]{8}\+\S+/.exec(spec)?.[0] ?? '');
  const text = /^This is an example message\.\n\n— example\.com\/foo .*\n/mu.exec(spec)?.[0] ?? '';
  const opens = (note: string | Note): boolean => key.ok && openNote(checkSignature, [key.value], note).ok;
  say(tally, 'signed-note.md example verifies', opens(text));
  for (let i = 0; i < text.length; i++) {
    const changed = text.slice(0, i) + (text[i] === 'A' ? 'B' : 'A') + text.slice(i + 1);
    say(tally, `signed-note.md example with character ${i} changed is refused`, !opens(changed));
  }
}

function runCheckpoints(folder: string, tally: Tally): void {
  const key = readVkey(sha256, vkey);
  for (const file of globSync('checkpoint*', { cwd: folder }).sort()) {
    const note = readFileSync(join(folder, file), 'utf8');
    const opened = key.ok ? openNote(checkSignature, [key.value], note) : undefined;
    say(tally, `${file} opens`, opened?.ok === true && readCheckpointText(opened.value.text).ok);
    const read = readNote(note);
    if (!read.ok) continue;
    const [line] = read.value.signatures;
    const bytes = line?.signature ?? new Uint8Array(0);
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      const forged = note.replace(/ \S+\n$/u, ` ${toBase64(Uint8Array.of(0x33, 0xd7, 0xb4, 0x96, ...changed))}\n`);
      say(
        tally,
        `${file} with bit ${bit} of the signature flipped is refused`,
        !(key.ok && openNote(checkSignature, [key.value], forged).ok),
      );
    }
  }
}

export async function run(args: string[]): Promise<number> {
  const root = join(import.meta.dirname, '../../../shared/conformance');
  const tally: Tally = { passed: 0, failed: 0 };
  let outOfScope = 0;
  const merkle = join(root, 'rfc6962-merkle/testdata');
  const tiles = join(root, 'tlog-tiles');
  if (existsSync(merkle)) runMerkle(merkle, tally);
  else outOfScope += console.log('rfc6962-merkle：没有数据 · no data here') ?? 1;
  if (existsSync(tiles)) {
    runNoteText(tiles, tally);
    runCheckpoints(join(tiles, 'testdata/log'), tally);
    const found = await checkForeignLog(join(tiles, 'testdata/log'));
    for (const [name, isRight] of found) say(tally, name, isRight);
    console.log(`tlog-tiles: ${found.length} 项瓦片与证明 · tiles, bundles and proofs`);
  } else outOfScope += console.log('tlog-tiles：没有数据 · no data here') ?? 1;

  const at = args.indexOf('--fuzz');
  const wanted = at >= 0 ? Number(args[at + 1] ?? 1_000_000) : 20_000;
  const started = performance.now();
  const fuzzed = await fuzzTlog(wanted, at >= 0 ? Date.now() : 1);
  for (const [name, { given, read }] of Object.entries(fuzzed.inputs)) {
    console.log(`  ${name}: ${given} 个输入，读懂 ${read} 个 · inputs given, of which read`);
  }
  for (const trouble of fuzzed.troubles) say(tally, trouble, false);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `模糊测试 fuzz: ${fuzzed.total} 个输入，${fuzzed.troubles.length} 个问题，${seconds.toFixed(1)} s，种子 seed ${fuzzed.seed}`,
  );
  console.log(JSON.stringify({ suite: 'tlog', ...tally, outOfScope, fuzzed: fuzzed.total }));
  return tally.failed === 0 ? 0 : 1;
}
