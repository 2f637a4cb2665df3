// Search over a country's worth of items: distinct basic items made from a real list, offered in some 3,000 divisions.
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { catalogueModule, loadShippedItems, searchItems } from '@zhengtong/catalogue';
import { givenManyItems } from '@zhengtong/catalogue/test';
import { toInstant } from '@zhengtong/kernel';
import {
  connect,
  deriveKeys,
  inRead,
  migrate,
  nobody,
  platformModule,
  type Setting,
  startPostgres,
  withRequired,
} from '@zhengtong/platform';
import { sql } from 'kysely';
import { parse } from 'yaml';

export const summary = '检索：一百五十七万事项 · search over 1.57 million items; arguments: items, queries';

const root = join(import.meta.dirname, '..');
const common = [
  '许可',
  '备案',
  '登记',
  '审批',
  '变更',
  '注销',
  '证',
  '查询',
  '经营许可',
  '备案登记',
  '资格认定',
  '补助',
];
const ways = ['', '变更', '延续', '注销', '补证', '换证', '备案', '查询', '咨询', '年度报告'];
const marks = ['', '（县级）', '（市级权限）', '（告知承诺）', '（新办）', '（个体）', '（含分支机构）'];

export async function run([items = '1570000', queries = '400']: string[]): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'zt-search-'));
  const postgres = await startPostgres({ home, throwAway: true });
  const database = await connect(postgres.url, { connections: 1 });
  try {
    await migrate(database.db, [platformModule, ...withRequired([catalogueModule])]);
    const keys = deriveKeys([{ name: 'bench', secret: Buffer.alloc(32, 1) }]);
    const setting: Setting = { db: database.db, keys, now: () => toInstant(Date.now()) };
    await measure(setting, Number(items), Number(queries));
    return 0;
  } finally {
    await database.close();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(setting: Setting, items: number, queries: number): Promise<void> {
  const seeds = await readSeeds();
  const names = [
    ...new Set(seeds.flatMap((name) => ways.flatMap((way) => marks.map((mark) => `${name}${way}${mark}`)))),
  ];
  const divisions = Array.from({ length: 3000 }, (_, i) => String(110_101 + i * 150));
  const started = performance.now();
  const made = await givenManyItems(setting.db, { names, everywhere: 300, divisions, items });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${made} 个事项，${names.length} 个基本目录，${divisions.length} 个区划，用时 ${seconds} 秒`);
  console.log(`${made} items of ${names.length} basic items in ${divisions.length} divisions, made in ${seconds} s`);

  const asked = mix(names, queries);
  const scope = () => divisions[Math.floor(Math.random() * divisions.length)] as string;
  const everywhere = await time(asked, (words) => inRead(setting, nobody, (ctx) => searchItems(ctx, { words })));
  const within = await time(asked, (words) =>
    inRead(setting, nobody, (ctx) => searchItems(ctx, { words, divisionCode: scope() })),
  );
  const busy = await time(
    asked.map((_, i) => common[i % common.length] as string),
    (words) => inRead(setting, nobody, (ctx) => searchItems(ctx, { words })),
  );
  // What the database can do at best: one row by its key, through the same driver.
  const floor = await time(asked, (words) =>
    sql`select id from catalogue.basic_items where name_key = ${words} and basic_code = ''`.execute(setting.db),
  );
  const figures = [
    ...figuresOf('nationwide', everywhere, floor),
    ...figuresOf('in a division', within, floor),
    ...figuresOf('common words nationwide', busy, floor),
  ];
  for (const { name, figure, limit } of figures)
    console.log(`${name.padEnd(32)} ${figure} ms   (按键取一行 by key ${limit} ms)`);
  console.log(JSON.stringify({ bench: 'search', figures }));
}

/** The names of the real list, or where it is not here those of the shipped guides and how people call them. */
async function readSeeds(): Promise<string[]> {
  const file = join(root, '../shared/data/service-items/guangan-511602.jsonl');
  if (!existsSync(file)) return loadShippedItems().flatMap(({ content }) => [content.name, ...content.words]);
  const names: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) names.push(JSON.parse(line).name);
  return names;
}

/** A third whole names, a third pieces and common words, a third questions as people ask them. */
function mix(names: readonly string[], count: number): string[] {
  const questions = Object.values(
    parse(readFileSync(join(root, 'modules/catalogue/words/questions.yaml'), 'utf8')) as Record<string, string[]>,
  ).flat();
  const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;
  return Array.from({ length: count }, (_, i) => {
    const name = pick(names);
    if (i % 6 === 0) return pick(common);
    if (i % 6 === 1) return `${pick(common)} ${name.slice(0, 4)}`;
    return i % 3 === 0 ? pick(questions) : i % 3 === 1 ? name : name.slice(Math.floor(name.length / 3));
  });
}

async function time(asked: readonly string[], ask: (words: string) => Promise<unknown>): Promise<number[]> {
  for (const words of asked.slice(0, 40)) await ask(words);
  const taken: number[] = [];
  for (const words of asked) {
    const started = performance.now();
    await ask(words);
    taken.push(performance.now() - started);
  }
  return taken.sort((a, b) => a - b);
}

function figuresOf(name: string, taken: number[], floor: number[]) {
  const at = (times: number[], share: number) =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 100) / 100;
  return [0.5, 0.95].map((share) => {
    const [figure, limit] = [at(taken, share), at(floor, share)];
    return {
      name: `${name} p${share * 100}`,
      figure,
      unit: 'ms',
      limit,
      ratio: Math.round((limit / figure) * 100) / 100,
    };
  });
}
