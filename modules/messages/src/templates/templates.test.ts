import assert from 'node:assert/strict';
import test from 'node:test';
import { type TemplateName, templates, type ValuesOf, write } from './index.ts';

// Every value any template takes, so that each can be written in full; with only what it needs is held by the types.
const values = {
  itemName: '食品经营许可',
  itemNameEn: 'Food business licence',
  number: '990100-2026-0000123456',
  caseId: '01a0c3a2-0000-7000-8000-000000000001',
  dueOn: '2026-10-20',
  beforeOn: '2026-10-19',
  isProvisional: true,
  reason: '材料与现场不符',
  law: '行政许可法第六十九条',
  points: ['缺少平面图', '签名不清'],
  pointsEn: ['Plan: 缺少平面图'],
  stepName: '现场核查',
  stepNameEn: 'Site visit',
  remedies: [
    { kind: 'review' as const, body: '示例市人民政府', lastOn: '2026-12-19', law: '行政复议法第二十条' },
    { kind: 'suit' as const, body: '示例市人民法院', lastOn: '2027-04-20', law: '行政诉讼法第四十六条' },
  ],
  fileName: '平面图',
  place: '经营场所平面图',
  placeEn: 'Plan',
  next: 'replace' as const,
  certificateName: '食品经营许可证',
  certificateNameEn: 'Food business licence',
};
const names = Object.keys(templates) as TemplateName[];
const all = names.map((name) => ({ name, content: write(name, values as ValuesOf<typeof name>) }));

test('every letter says in both languages what happens next', () => {
  for (const { name, content } of all) {
    // A refusal that lists its remedies has said what comes next by them.
    assert.match(content.zh.lines.join(''), /接下来|您可以：/, name);
    assert.match(content.en.lines.join(''), /What happens next|you may:/, name);
  }
});

test('every letter leads to a page of the portal', () => {
  for (const { name, content } of all) assert.match(content.path, /^\/my\/[a-z0-9/-]+$/, name);
});

test('no letter of the one language has words of the other, names apart', () => {
  const without = (lines: readonly string[]): string =>
    lines
      .join('')
      .replace(
        /材料与现场不符|示例市人民(政府|法院)|行政(许可|复议|诉讼)法第[一二三四五六七八九十]+条|缺少平面图|平面图|签名不清|990100-2026-0000123456/g,
        '',
      );
  for (const { name, content } of all) {
    assert.doesNotMatch(without([content.en.title, ...content.en.lines, content.en.short]), /[一-鿿]/, name);
    assert.doesNotMatch(without([content.zh.title, ...content.zh.lines, content.zh.short]), /[A-Za-z]{3}/, name);
  }
});

test('what rings on a phone fits two segments and gives neither matter nor reason away', () => {
  for (const { name, content } of all) {
    // Two joined segments of UCS-2 hold 67 characters each; the sender stands before.
    assert.ok(content.zh.short.length <= 2 * 67 - 4, `${name}: ${content.zh.short.length}`);
    // Not even what the item, the certificate or a step of it is called: a locked phone shows it to whoever is near.
    for (const { short } of [content.zh, content.en]) {
      assert.doesNotMatch(
        short,
        /食品经营|food business|现场核查|site visit|材料与现场不符|缺少平面图|http|\/my\//i,
        name,
      );
      assert.doesNotMatch(short, /第.+条|示例市/, name);
    }
  }
});

test('a value that is not known leaves no hole in the sentence', () => {
  const { itemName, number, caseId } = values;
  for (const name of ['case-accepted', 'clock-resumed', 'case-lapsed', 'case-approved', 'case-submitted'] as const)
    assert.doesNotMatch(JSON.stringify(write(name, { itemName, number, caseId })), /undefined|null|NaN/, name);
});

test('of a case that ended what was filed is promised for the next time; of a draft it is said that it is erased, and why it ended', () => {
  for (const name of ['case-withdrawn', 'case-lapsed'] as const) {
    const [filed, draft] = [write(name, { ...values, isFiled: true }), write(name, { ...values, isFiled: false })];
    assert.match(filed.zh.lines.join(''), /会先填好.*材料要重新上传/, name);
    assert.match(filed.en.lines.join(''), /will be there for you to check; documents are uploaded anew/, name);
    assert.match(draft.zh.lines.join(''), /已经删除/, name);
    assert.doesNotMatch(
      draft.zh.lines.join('') + draft.en.lines.join(''),
      /补正|会先填好|correction|will be there/,
      name,
    );
  }
});

test('a day is said with its weekday as people say it, and one that may still move says so in every sentence', () => {
  for (const name of names) {
    const { zh, en } = write(name, values as ValuesOf<typeof name>);
    const said = JSON.stringify([zh, en]);
    assert.doesNotMatch(said, /2026-10/, name);
    if (!/2026年10月20日/.test(said)) continue;
    if (['rating-invited', 'rectification-fed-back', 'draft-will-be-erased'].includes(name)) continue;
    assert.match(zh.lines.join(''), /放假安排还没有公布/, name);
    assert.match(en.lines.join(' '), /not announced yet/, name);
  }
  const { zh, en } = write('case-accepted', values);
  assert.match(zh.lines.join(''), /最迟2026年10月20日（星期二）办结/);
  assert.match(zh.short, /2026年10月20日（星期二）（暂定）/);
  assert.match(en.short, /20 October 2026 \(provisional\)/);
  const sure = write('case-accepted', { ...values, isProvisional: false });
  assert.doesNotMatch(JSON.stringify(sure), /没有公布|暂定|provisional/);
});
