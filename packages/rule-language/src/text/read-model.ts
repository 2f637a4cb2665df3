import { articleDigest, sha256 } from './digest.ts';
import type * as Model from './model.ts';
import { problem, type TextProblem } from './problem.ts';
import { fieldOf, type RawArticle, type RawBlock, type RawText, type Said } from './raw.ts';
import { readFacts, readMembers, readParameter } from './read-facts.ts';
import { readClaim, readDiscretion, readExample, readGap } from './read-notes.ts';
import { readException, readRule, readTable } from './read-rules.ts';
import { readDay, splitNames } from './read-values.ts';

type Building<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** Understands the blocks of a text. Every trouble is reported and the rest read on. */
export function readModel(raw: RawText, source: string): { text: Model.RuleText; problems: readonly TextProblem[] } {
  const problems: TextProblem[] = [];
  const report = (trouble: TextProblem) => void problems.push(trouble);
  const law = (fieldOf(raw, '依据')?.text ?? '').replace(/^《(.*)》$/, '$1');
  const text: Building<Model.RuleText> = {
    title: raw.title.text,
    // One line, as it stands in receipts: YAML can fold a value over several.
    id: (fieldOf(raw, '标识')?.text || raw.title.text).replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim(),
    versionFrom: readDay(fieldOf(raw, '版本'), report),
    law,
    region: fieldOf(raw, '地区')?.text ?? '',
    outputs: splitNames(fieldOf(raw, '结果')),
    articles: [],
    facts: [],
    entities: [],
    parameters: [],
    rules: [],
    exceptions: [],
    tables: [],
    discretions: [],
    gaps: [],
    examples: [],
    claims: [],
    digest: sha256(source),
  };
  reportTwice(raw, report);
  for (const rawArticle of raw.articles) {
    const article = readArticle(rawArticle, law);
    if (article.citation) text.articles.push(article);
    for (const block of rawArticle.blocks) addBlock(text, block, article, report);
  }
  reportDuplicates(text, report);
  return { text, problems };
}

/** `第九条`, `《某办法》第三条第二款 说明`; a heading that cites nothing gives an empty citation. */
function readArticle(raw: RawArticle, law: string): Model.Article {
  const match =
    /^(?:《(.+?)》)?\s*((?:第[一二三四五六七八九十百千零〇\d]+[条款项点章](?:之[一二三四五六七八九十]+)?)*)/.exec(
      raw.name.text,
    );
  const named = match?.[1] ?? '';
  const number = match?.[2] ?? '';
  const cites = named !== '' || number !== '';
  const own = named || law;
  return {
    citation: cites ? `${own ? `《${own}》` : ''}${number}` : '',
    law: own,
    number,
    text: raw.quote,
    digest: articleDigest(raw.quote),
    stated: raw.digest,
    proof: raw.proof?.text ?? '',
    at: raw.name.at,
  };
}

function addBlock(
  text: Building<Model.RuleText>,
  block: RawBlock,
  article: Model.Article,
  report: (trouble: TextProblem) => void,
): void {
  reportTwice(block, report);
  const isNameless = block.kind === 'facts' || block.kind === 'claim' || block.kind === 'example';
  if (block.name.text === '' && !isNameless) {
    report(
      problem('text-missing-field', block.at, {
        zh: '块要有名称',
        en: 'the block needs a name',
        expected: ['规则 名称'],
      }),
    );
    return;
  }
  switch (block.kind) {
    case 'facts':
      text.facts.push(...readFacts(block, report));
      return;
    case 'members':
      text.entities.push(readMembers(block, report));
      return;
    case 'parameter':
      push(text.parameters, readParameter(block, article, report));
      return;
    case 'rule':
      push(text.rules, readRule(block, article, report));
      return;
    case 'exception':
      push(text.exceptions, readException(block, article, report));
      return;
    case 'table':
      push(text.tables, readTable(block, article, report));
      return;
    case 'discretion':
      push(text.discretions, readDiscretion(block, article, report));
      return;
    case 'untranslatable':
      push(text.gaps, readGap(block, article));
      return;
    case 'example':
      push(text.examples, readExample(block, article, report));
      return;
    case 'claim':
      text.claims.push(...readClaim(block, article, report));
  }
}

/** A field written twice: the second would silently not count. Notes are for readers and may be many. */
function reportTwice({ fields }: Pick<RawBlock, 'fields'>, report: (trouble: TextProblem) => void): void {
  const first = new Map<string, Said>();
  for (const [key, said] of fields) {
    const before = first.get(key);
    if (before === undefined) first.set(key, said);
    else if (key !== '说明')
      report(
        problem('name-duplicate', said.at, {
          zh: `“${key}”已在第 ${before.at.line} 行写过，留下一个`,
          en: `"${key}" already stands on line ${before.at.line}, keep one`,
        }),
      );
  }
}

function push<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item);
}

type Declared = { name: string; at: Said['at']; from?: number | null; until?: number | null };

/** One name, one thing; rules and tables may come in versions that do not overlap in time. */
function reportDuplicates(text: Model.RuleText, report: (trouble: TextProblem) => void): void {
  const seen = new Map<string, Declared[]>();
  const all: Declared[] = [
    ...text.facts,
    ...text.entities,
    ...text.parameters,
    ...text.rules,
    ...text.tables,
    ...text.discretions,
  ];
  for (const item of all) {
    const others = seen.get(item.name) ?? [];
    const clash = others.find((other) => !('from' in item) || !('from' in other) || overlap(item, other));
    if (clash) {
      const words = {
        zh: `“${item.name}”已在第 ${clash.at.line} 行声明`,
        en: `"${item.name}" already stands on line ${clash.at.line}`,
      };
      report(problem('name-duplicate', item.at, words));
    }
    seen.set(item.name, [...others, item]);
  }
}

function overlap(a: Declared, b: Declared): boolean {
  const [aFrom, aUntil] = [a.from ?? -Infinity, a.until ?? Infinity];
  const [bFrom, bUntil] = [b.from ?? -Infinity, b.until ?? Infinity];
  return aFrom < bUntil && bFrom < aUntil;
}
