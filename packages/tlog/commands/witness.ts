// npm run zhengtong -- witness new-key NAME --key FILE [--sm2]
// npm run zhengtong -- witness --policy FILE --key FILE [--key FILE] --state DIR [--listen PORT] [--every SECONDS] [--once]
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { followLog, isKeyName, type NoteSigner, type Policy, readPolicy, Witness, writeVkey } from '@zhengtong/tlog';
import {
  checkSignature,
  folderStore,
  holdAlone,
  KeyFileError,
  logSource,
  newKeyFile,
  readSigner,
  sayPolicyRefusal,
  serveWitness,
  sha256,
  sha256Tree,
  signerOfKeyFile,
} from '@zhengtong/tlog/node';

export const summary = '见证日志：跟随、拒绝分叉、联署 · follows logs, refuses forks, cosigns';

export const usage = `见证 · witness
  witness new-key NAME --key FILE [--sm2]                  新建联署密钥，打印公钥行 · a new cosignature key; prints its vkey
  witness --policy FILE --key FILE --state DIR             跟随策略文件里带网址的日志 · follow the logs the policy gives addresses of
          [--listen PORT]                                  也接受 POST add-checkpoint（C2SP tlog-witness）· also take add-checkpoint
          [--every SECONDS] [--once]                       间隔（默认 10 秒）；只看一遍 · interval (10 s); one look only`;

async function newKey(name: string | undefined, file: string | undefined, isSm2: boolean): Promise<number> {
  if (!name || !file) return console.error(usage) ?? 2;
  if (!isKeyName(name))
    return console.error(`✗ 名称“${name}”里不能有空白和加号 · no blanks and no plus sign in the name`) ?? 2;
  const text = newKeyFile(name, isSm2 ? 'sm2' : 'ed25519', 'cosignature');
  // wx: a key that logs already trust must not be overwritten by a slip.
  await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  console.log(writeVkey(signerOfKeyFile(text).key));
  return 0;
}

/** Each log once, by origin, with the first address the policy gives for it. */
function listSources(policy: Policy): [origin: string, url: string][] {
  const sources = new Map<string, string>();
  for (const { key, url } of policy.logs) if (url && !sources.has(key.name)) sources.set(key.name, url);
  return [...sources];
}

/** Why a checkpoint was not cosigned, for the person who must act on it. */
const reasons: Record<string, string> = {
  forked:
    '日志分叉：同一长度签过两个根。证据在状态文件夹的 refused 里，请公开 · THE LOG HAS FORKED: two roots for one size; the evidence is under refused',
  'proof-wrong':
    '新检查点不是旧的延伸：可能分叉。证据在 refused 里 · the new checkpoint does not extend the old one; evidence under refused',
  behind: '比已见证的短：旧缓存或回滚 · smaller than what was witnessed: an old cache, or a rollback',
  'checkpoint-missing': '取不到检查点 · no checkpoint there',
  'signature-missing': '检查点没有该日志的签名 · not signed by the log',
  'tile-missing': '缺瓦片，无法证明延伸 · a tile is missing, growth cannot be proved',
};

async function lookOnce(witness: Witness, sources: [string, string][]): Promise<boolean> {
  let isQuiet = true;
  for (const [origin, url] of sources) {
    try {
      const followed = await followLog(witness, sha256Tree, origin, logSource(url));
      if (followed.ok) console.log(`✓ ${origin} ${followed.value.size}\n${followed.value.lines.trimEnd()}`);
      else
        console.error(`✗ ${origin} 不联署 · not cosigned: ${reasons[followed.refusal.kind] ?? followed.refusal.kind}`);
      isQuiet &&= followed.ok;
    } catch (error) {
      // One log out of reach must not keep the others from being watched.
      console.error(`✗ ${origin} ${error instanceof Error ? error.message : error}`);
      isQuiet = false;
    }
  }
  return isQuiet;
}

async function findSigners(files: readonly string[]): Promise<NoteSigner[] | undefined> {
  try {
    const signers = await Promise.all(files.map(readSigner));
    const other = files.find((_, at) => signers[at]?.key.use !== 'cosignature');
    if (other === undefined) return signers;
    console.error(
      `✗ ${other}：见证要联署密钥，用 witness new-key 生成 · a witness needs a cosignature key: witness new-key`,
    );
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    console.error(`✗ ${error.message}`);
  }
  return undefined;
}

function findWhole(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      policy: { type: 'string' },
      key: { type: 'string', multiple: true },
      state: { type: 'string' },
      listen: { type: 'string' },
      every: { type: 'string' },
      once: { type: 'boolean' },
      sm2: { type: 'boolean' },
    },
  });
  if (positionals[0] === 'new-key') return newKey(positionals[1], values.key?.[0], values.sm2 ?? false);
  const { policy: policyFile, key: keyFiles, state } = values;
  if (!policyFile || !keyFiles || !state) return console.error(usage) ?? 2;
  const policy = readPolicy(sha256, await readFile(policyFile));
  if (!policy.ok) return console.error(sayPolicyRefusal(policyFile, policy.refusal)) ?? 2;
  // Not a number would be no pause at all: the logs would be asked a thousand times a second.
  const seconds = findWhole(values.every ?? '10', 1, 86_400);
  const port = values.listen === undefined ? undefined : findWhole(values.listen, 0, 65_535);
  if (seconds === undefined)
    return console.error('✗ --every 应为 1 到 86400 的整数秒 · whole seconds up to a day') ?? 2;
  if (values.listen !== undefined && port === undefined)
    return console.error('✗ --listen 应为 0 到 65535 的端口号 · a port up to 65535') ?? 2;
  const signers = await findSigners(keyFiles);
  if (!signers) return 2;
  if (!(await holdAlone(state))) {
    console.error(`${state}：已有另一个见证程序在用 · another witness is using it`);
    return 1;
  }
  const witness = new Witness({
    store: folderStore(state),
    sha256,
    tree: sha256Tree,
    check: checkSignature,
    signers,
    logKeys: policy.value.logs.map(({ key }) => key),
    now: Date.now,
  });
  const sources = listSources(policy.value);
  if (values.once) return (await lookOnce(witness, sources)) ? 0 : 1;
  if (port !== undefined) {
    const server = serveWitness(witness, (error) => console.error(`✗ ${error}`));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      console.log(`http://127.0.0.1:${bound}/add-checkpoint`);
    });
  }
  for (;;) {
    await lookOnce(witness, sources);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}
