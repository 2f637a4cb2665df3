import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { systemActor } from '@zhengtong/platform';
import { testWorld } from '@zhengtong/platform/test';
import { parseCreditCode, parseItemCode } from '@zhengtong/standards';
import { Errors } from 'typebox/value';
import { ItemContent } from '../contract.ts';
import {
  catalogueModule,
  findPublishedItem,
  isOnline,
  listHalls,
  listLifeEvents,
  listOrganisationsWithItems,
} from '../index.ts';
import { checkForPublication } from '../publication/check-for-publication.ts';
import { scoreQuality } from '../publication/quality.ts';
import { expandItem } from './expand-item.ts';
import { installShippedItems } from './install-shipped.ts';
import { loadShippedCertificateTypes, loadShippedItems, loadShippedOrganisations } from './load-shipped.ts';

const whole = () =>
  loadShippedItems().map(({ key, organisation, content }) => ({
    key,
    organisation,
    content: { ...content, organisationId: crypto.randomUUID(), organisationName: organisation.name } as ItemContent,
  }));

test('the city ships at least 24 guides of 10 departments, each passing every check without even advice', () => {
  const items = whole();
  assert.ok(items.length >= 24);
  assert.ok(new Set(items.map(({ organisation }) => organisation.key)).size >= 10);
  for (const { key, content } of items) assert.deepEqual(checkForPublication(content), [], key);
});

test('a shipped guide in which silence refuses is not read, and says why', () => {
  const [organisation] = loadShippedOrganisations();
  assert.ok(organisation);
  const given = { legal: '20 working-days', promised: '10 working-days', form: { sections: [] }, silence: 'refuse' };
  const hall = { hall: '示例市政务服务中心', address: '湖滨路1号', hours: '9:00' };
  assert.throws(() => expandItem(given, { organisation, hall, sections: {} }), /only a person refuses/);
});

test('every shipped guide is what an editor could have sent', () => {
  for (const { key, content } of whole())
    assert.deepEqual(
      Errors(ItemContent, content).map(({ instancePath, message }) => `${instancePath} ${message}`),
      [],
      key,
    );
});

test('no shipped guide promises what the program does not do: an appointment, a button, a call, a register compared', () => {
  for (const { key, content } of whole()) {
    assert.notEqual(content.particulars.isBookable, true, key);
    const said = JSON.stringify(content);
    const promise = said.match(
      /.{0,20}(点“|系统|当天|联系您|拼成|预约|we (call|fit)|Ask for another under).{0,20}/,
    )?.[0];
    assert.equal(promise, undefined, key);
    for (const { name, nameEn } of content.process?.steps ?? [])
      if (name.includes('审查')) assert.match(nameEn ?? '', /examination/i, `${key}: ${name} is no review`);
  }
});

test('in an emergency relief is asked for without the proof, which follows later', () => {
  const relief = whole().find(({ key }) => key === 'temporary-relief')?.content;
  assert.deepEqual(
    relief?.materials.map(({ need, when }) => ({ need, when })),
    [{ need: 'conditional', when: { question: 'isUrgent', is: false } }],
  );
});

test('every sentence of a shipped guide has English', () => {
  for (const { key, content } of whole()) {
    const { materials, process, faqs, fee, particulars, conditions, conditionsEn } = content;
    assert.equal(conditionsEn?.length, conditions.length, key);
    const pairs: [string | undefined, string | undefined][] = [
      [content.name, content.nameEn],
      [content.summary, content.summaryEn],
      [particulars.resultName, particulars.resultNameEn],
      [particulars.visitReason, particulars.visitReasonEn],
      ...conditions.map((zh, at): [string, string | undefined] => [zh, conditionsEn?.[at]]),
      ...materials.flatMap((one): typeof pairs => [
        [one.name, one.nameEn],
        [one.note, one.noteEn],
        [one.sourceNote, one.sourceNoteEn],
        ...one.checks.map(({ text, textEn }): [string, string | undefined] => [text, textEn]),
      ]),
      ...[...(process?.steps ?? []), ...(process?.excluded ?? [])].map(
        ({ name, nameEn }): [string, string | undefined] => [name, nameEn],
      ),
      ...faqs.flatMap((one): typeof pairs => [
        [one.question, one.questionEn],
        [one.answer, one.answerEn],
      ]),
      ...fee.items.flatMap((one): typeof pairs => [
        [one.name, one.nameEn],
        [one.standard, one.standardEn],
        [one.reduction, one.reductionEn],
      ]),
    ];
    for (const [zh, en] of pairs) if (zh) assert.match(en ?? '', /^[^\p{Script=Han}]+$/u, `${key}: ${zh}`);
  }
});

test('every shipped guide has codes that read as what they are', () => {
  for (const { code } of loadShippedOrganisations()) assert.equal(parseCreditCode(code).ok, true, code);
  for (const { key, content } of whole()) {
    const parsed = parseItemCode(content.code);
    assert.equal(parsed.ok && parsed.value.form, 'implementation', key);
  }
  const sharing = [...Map.groupBy(whole(), ({ content }) => content.nationalCode).values()].filter(
    ({ length }) => length > 1,
  );
  assert.deepEqual(
    sharing.map((items) => items.map(({ key }) => key)),
    [],
    'guides with the same `basic`',
  );
});

test('every certificate a shipped guide promises is of a type that ships with it', () => {
  const types = new Set(loadShippedCertificateTypes().map(({ code }) => code));
  for (const { key, content } of whole())
    if (content.certificateType) assert.ok(types.has(content.certificateType), key);
});

test('every shipped guide scores at least 80 points of quality, and the parts add up to the score', () => {
  for (const { key, content } of whole()) {
    const { score, parts } = scoreQuality(content);
    assert.ok(score >= 80, `${key} ${score}`);
    assert.equal(
      parts.reduce((sum, { most }) => sum + most, 0),
      100,
    );
    assert.ok(Math.abs(parts.reduce((sum, { points }) => sum + points, 0) - score) < 0.051);
  }
});

const statutes = join(import.meta.dirname, '../../../../../shared/data/laws-cn/laws-all.tar.gz');

test('every article a shipped guide cites stands in the statute it names', (t) => {
  if (!existsSync(statutes)) return t.diagnostic('statutes are not here: nothing was compared');
  const books = readArchive(gunzipSync(readFileSync(statutes)));
  for (const { key, content } of whole()) {
    const cited = [
      ...content.laws,
      ...content.materials.flatMap(({ law }) => (law ? [law] : [])),
      ...content.fee.items.flatMap(({ law }) => (law ? [law] : [])),
      ...Object.values(content.remedies ?? {}).map(({ law }) => law),
    ];
    for (const { law, article } of cited) {
      const first = /第[一二三四五六七八九十百千零]+条/.exec(article)?.[0] ?? article;
      const texts = books.get(law) ?? [];
      assert.ok(
        texts.some((text) => text.includes(`\n${first}`)),
        `${key}: ${law} ${first}`,
      );
    }
  }
});

test('installing twice leaves one of each, all of them open for applications', async (t) => {
  const world = await testWorld(t, { modules: [catalogueModule] });
  const system = systemActor('seed');
  const first = await world.with(system, installShippedItems);
  const second = await world.with(system, installShippedItems);
  assert.deepEqual([...second.items], [...first.items]);
  await world.with(system, async (ctx) => {
    for (const itemId of first.items.values()) {
      const item = await findPublishedItem(ctx, { divisionCode: '990100', itemId });
      assert.ok(item && isOnline(item));
    }
    assert.equal((await listOrganisationsWithItems(ctx, '990100')).length, 10);
    assert.equal((await listHalls(ctx, '990100'))[0]?.windows.length, 10);
    const events = await listLifeEvents(ctx, '990100');
    assert.ok(events.length >= 12 && events.every(({ items }) => items > 0));
  });
});

/** Statutes by their short name from a tar file; the parts of the Civil Code count as one. */
function readArchive(tar: Buffer): Map<string, string[]> {
  const books = new Map<string, string[]>();
  for (let at = 0; at + 512 <= tar.length; ) {
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const text = tar.toString('utf8', at + 512, at + 512 + size);
    const title = name.includes('民法典')
      ? '民法典'
      : (/([^/]+?)(\(\d{4}-\d{2}-\d{2}\))?\.md$/.exec(name)?.[1] ?? name);
    if (!name.startsWith('DLC')) books.set(title, [...(books.get(title) ?? []), `\n${text.replaceAll('\u3000', '')}`]);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return books;
}
