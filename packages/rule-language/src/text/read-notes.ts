import { booleanType } from '../ir/type.ts';
import type { Article, Binding, Claim, Discretion, Example, Gap } from './model.ts';
import { problem } from './problem.ts';
import { fieldOf, type RawBlock, type Said } from './raw.ts';
import { type Report, readDay, readTypeAt, splitNames } from './read-values.ts';

export function readDiscretion(block: RawBlock, article: Article, report: Report): Discretion {
  const type = fieldOf(block, '类型');
  const unit = fieldOf(block, '单位');
  return {
    name: block.name.text,
    at: block.name.at,
    article,
    by: fieldOf(block, '由')?.text ?? '',
    type: (type && readTypeAt(type.text, unit, type.at, report)) ?? booleanType,
    consider: fieldOf(block, '考虑')?.text ?? '',
  };
}

export function readGap(block: RawBlock, article: Article): Gap {
  return {
    name: block.name.text.replace(/^[“"](.*)[”"]$/, '$1'),
    at: block.name.at,
    article,
    reason: fieldOf(block, '理由')?.text ?? '',
    accepted: /^(是|yes|true)/i.test(fieldOf(block, '接受')?.text ?? ''),
    affects: splitNames(fieldOf(block, '影响')),
  };
}

/** `名称 = 值` gives a fact, `→ 名称 = 值` what must come out. */
export function readExample(block: RawBlock, article: Article, report: Report): Example {
  const facts: Binding[] = [];
  const expected: Binding[] = [];
  let isBroken = false;
  for (const line of block.lines) {
    const match = /^((?:→|->|=>|＝＞|—>)\s*)?(.+?)\s*=\s*(.+)$/.exec(line.text);
    if (!match) {
      isBroken = true;
      report(
        problem('text-bad-line', line.at, {
          zh: `“${line.text}”`,
          en: `"${line.text}"`,
          expected: ['事实 = 值', '→ 结果 = 值'],
          meant: /^[^:：＝]+\s*[:：＝]\s*\S/.test(line.text) ? line.text.replace(/\s*[:：＝]\s*/, ' = ') : null,
        }),
      );
      continue;
    }
    const arrow = match[1] ?? '';
    const name: Said = { text: match[2] ?? '', at: { line: line.at.line, column: line.at.column + arrow.length } };
    const value: Said = {
      text: match[3] ?? '',
      at: { line: line.at.line, column: line.at.column + line.text.length - (match[3] ?? '').length },
    };
    (arrow ? expected : facts).push({ name, value });
  }
  // An example that expects nothing would pass whatever the rules say; of one with a broken line that is said already.
  if (expected.length === 0 && !isBroken)
    report(
      problem('text-missing-field', block.at, {
        zh: '例题要写出应得的结果',
        en: 'an example says what must come out',
        expected: ['→ 结果 = 值'],
      }),
    );
  return {
    name: block.name.text,
    at: block.at,
    article,
    factsDay: readDay(fieldOf(block, '日期'), report),
    lawDay: readDay(fieldOf(block, '法律日期'), report),
    facts,
    expected,
  };
}

/** `月收入 增加，保障金 不增`: one claim a line. */
export function readClaim(block: RawBlock, article: Article, report: Report): Claim[] {
  const lines = block.name.text ? [block.name, ...block.lines] : block.lines;
  return lines.flatMap((line): Claim[] => {
    const match =
      /^(\S+?)\s*(增加|上升|减少|下降|rises|falls)\s*[,，→]?\s*(\S+?)\s*(不增|不升|不减|不降|never rises|never falls)$/.exec(
        line.text,
      );
    if (!match) {
      report(
        problem('text-bad-line', line.at, {
          zh: `“${line.text}”`,
          en: `"${line.text}"`,
          expected: ['月收入 增加，保障金 不增'],
        }),
      );
      return [];
    }
    const goesUp = ['增加', '上升', 'rises'].includes(match[2] ?? '');
    const neverUp = ['不增', '不升', 'never rises'].includes(match[4] ?? '');
    const fact: Said = { text: match[1] ?? '', at: line.at };
    const output: Said = {
      text: match[3] ?? '',
      at: { line: line.at.line, column: line.at.column + line.text.indexOf(match[3] ?? '', 1) },
    };
    // A fact that falls is the same claim read backwards: what never rises on the way down never falls on the way up.
    return [{ name: line.text, at: line.at, article, fact, output, never: goesUp === neverUp ? 'up' : 'down' }];
  });
}
