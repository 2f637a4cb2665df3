import type { Readable } from 'node:stream';
import { saveOrganisation } from '@zhengtong/identity';
import { ok } from '@zhengtong/kernel';
import { type Ctx, type Setting, systemActor, transact } from '@zhengtong/platform';
import { type Quarantined, quarantine, releaseLines } from '../store-imports.ts';
import { countTerms } from '../store-search.ts';
import type { ItemRecord } from './item-record.ts';
import { lookFirst } from './look-first.ts';
import { type Outcome, putOnList, type Received } from './put-on-list.ts';
import { readRecord } from './read-record.ts';
import { type Row, readRows } from './read-rows.ts';

export type ImportCounts = {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Written by people here since: an import does not overwrite them. */
  kept: number;
  quarantined: number;
  readonly organisations: Set<string>;
  /** Where the items that were read apply (GB/T 2260). */
  readonly divisions: Set<string>;
};

const actor = systemActor('import');
const batchSize = 200;

/**
 * Takes a file of items, streaming: what is good is listed as "guide incomplete, not yet on line", the rest is kept
 * aside with line and reason. Yields its counts after every batch. Each batch is a transaction of its own, so a run
 * that was cut off is simply started again; the same file twice changes nothing. A file that is no list of items leaves
 * nothing behind: throws `UnreadableFile` (see `lookFirst`).
 */
export async function* importItems(
  setting: Setting,
  from: { readonly source: string; readonly stream: Readable },
): AsyncGenerator<ImportCounts> {
  const counts: ImportCounts = {
    read: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    kept: 0,
    quarantined: 0,
    organisations: new Set(),
    divisions: new Set(),
  };
  let batch: Row[] = [];
  for await (const row of lookFirst(readRows(from.stream), from.source)) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    await takeBatch(setting, from.source, batch, counts);
    batch = [];
    yield counts;
  }
  await takeBatch(setting, from.source, batch, counts);
  await transact(setting, actor, async (ctx) => ok(await countTerms(ctx.tx)));
  yield counts;
}

async function takeBatch(setting: Setting, source: string, rows: Row[], counts: ImportCounts): Promise<void> {
  if (rows.length === 0) return;
  try {
    const taken = await transact(setting, actor, async (ctx) => ok(await takeRows(ctx, source, rows)));
    if (taken.ok) add(counts, taken.value);
  } catch (fault) {
    // One row the database will not have must not cost the other hundred and ninety-nine.
    if (rows.length > 1) {
      for (const row of rows) await takeBatch(setting, source, [row], counts);
      return;
    }
    const [row] = rows as [Row];
    const code = (fault as { code?: string }).code;
    if (!code || /^(08|53|57)/.test(code)) throw fault;
    const kept = {
      source,
      line: row.line,
      text: row.text,
      reason: `数据库不接受（${code}） · refused by the database`,
    };
    await transact(setting, actor, async (ctx) => ok(await quarantine(ctx.tx, [kept], ctx.now)));
    counts.read++;
    counts.quarantined++;
  }
}

type Taken = { outcomes: Outcome[]; quarantined: number; organisations: string[]; divisions: string[] };

async function takeRows(ctx: Ctx, source: string, rows: Row[]): Promise<Taken> {
  const aside: Quarantined[] = [];
  const received: Received[] = [];
  const offices = new Map<string, string>();
  for (const row of rows) {
    const reading = readRecord(row);
    if (reading.ok) received.push({ ...(await withOffice(ctx, reading.record, offices)), line: row.line });
    else aside.push({ source, line: row.line, text: row.text, reason: reading.reason });
  }
  const outcomes = await putOnList(ctx, received);
  await quarantine(ctx.tx, aside, ctx.now);
  await releaseLines(
    ctx.tx,
    source,
    received.map(({ line }) => line),
  );
  const divisions = received.map(({ divisionCode }) => divisionCode);
  return { outcomes, quarantined: aside.length, organisations: [...offices.values()], divisions };
}

/** The department's organisation, joined by any of its codes or its name. */
async function withOffice(ctx: Ctx, record: ItemRecord, offices: Map<string, string>) {
  const { divisionCode, department, content } = record;
  const known = `${divisionCode}\0${department.name}\0${department.code}`;
  let organisationId = offices.get(known);
  if (!organisationId) {
    const codes = department.code ? [department.code] : [];
    organisationId = (await saveOrganisation(ctx, { divisionCode, name: department.name, codes })).id;
    offices.set(known, organisationId);
  }
  return { divisionCode, content: { ...content, organisationId, organisationName: department.name } };
}

function add(counts: ImportCounts, { outcomes, quarantined, organisations, divisions }: Taken): void {
  for (const outcome of outcomes) counts[outcome]++;
  counts.read += outcomes.length + quarantined;
  counts.quarantined += quarantined;
  for (const id of organisations) counts.organisations.add(id);
  for (const code of divisions) counts.divisions.add(code);
}
