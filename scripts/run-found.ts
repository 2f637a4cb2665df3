// `npm run bench|drill|conformance [name]` and `npm run zhengtong -- words…`: what can be run is found by folder,
// so that a package adds a file and nothing else. A file exports `summary` and `run(args)`, a command also `usage`.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromHere } from './from-here.ts';
import { sayMistake } from './say-mistake.ts';

type Found = { summary: string; usage?: string; run: (args: string[]) => Promise<number | undefined> };
type Kind = { folders: string; title: string; runsAllWithoutName: boolean };

const kinds: Record<string, Kind> = {
  bench: { folders: 'bench/*.ts', title: '基准 benchmarks', runsAllWithoutName: true },
  drill: { folders: 'test/drills/*.ts', title: '演练 drills', runsAllWithoutName: true },
  conformance: { folders: 'test/conformance/*.ts', title: '一致性 conformance suites', runsAllWithoutName: true },
  command: { folders: '{packages,modules,apps}/*/commands/*.ts', title: '命令 commands', runsAllWithoutName: false },
};

const root = join(import.meta.dirname, '..');

/** File names by the words that call them: `import-items.ts` answers to `import items`. */
function listFound(kind: Kind): Map<string, string> {
  const files = globSync(kind.folders, { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  return new Map(files.sort().map((file) => [basename(file, '.ts').replaceAll('-', ' '), join(root, file)]));
}

/** The longest run of leading words that names a file; the rest are its arguments. */
function matchWords(names: Map<string, string>, words: string[]): { name: string; args: string[] } | undefined {
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).join(' ').replaceAll('-', ' ');
    if (names.has(name)) return { name, args: words.slice(length) };
  }
  return undefined;
}

const load = (file: string): Promise<Found> => import(pathToFileURL(file).href);

async function printList(kind: Kind, names: Map<string, string>): Promise<void> {
  console.log(kind.title);
  for (const [name, file] of names) console.log(`  ${name.padEnd(24)} ${(await load(file)).summary}`);
}

async function main(): Promise<number> {
  const [kindName = '', ...words] = process.argv.slice(2);
  const kind = kinds[kindName];
  if (!kind) throw new Error(`unknown kind ${kindName}`);
  const names = listFound(kind);
  if (words.length === 0 && kind.runsAllWithoutName) {
    let worst = 0;
    for (const [name, file] of names) {
      console.log(`— ${name}`);
      worst = Math.max(worst, (await (await load(file)).run([])) ?? 0);
    }
    return worst;
  }
  if (words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '')) {
    await printList(kind, names);
    return 0;
  }
  const match = matchWords(names, words);
  if (!match) {
    console.error(`没有“${words.join(' ')}”。可用的有： · Nothing is called "${words.join(' ')}". There is:`);
    await printList(kind, names);
    return 2;
  }
  const found = await load(names.get(match.name) as string);
  // Asked for help, nothing is done: `backup --help` would otherwise be a backup into a folder of that name.
  if (match.args.some((word) => word === '--help' || word === '-h')) {
    console.log(`${found.summary}\n${found.usage ?? `${match.name}`}`);
    return 0;
  }
  return (await found.run(fromHere(match.args, process.env.INIT_CWD, process.cwd()))) ?? 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const mistake = process.argv[2] === 'command' ? sayMistake(error) : undefined;
  if (!mistake) throw error;
  console.error(mistake);
  process.exitCode = 2;
}
