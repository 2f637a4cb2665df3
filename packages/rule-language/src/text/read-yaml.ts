import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, stringify } from 'yaml';
import { type At, problem, type TextProblem } from './problem.ts';
import {
  blockWords,
  fieldWords,
  findBlockKind,
  findField,
  type RawArticle,
  type RawBlock,
  type RawText,
  type Said,
} from './raw.ts';
import { yamlSlips } from './yaml-slips.ts';

/** The YAML form: the same articles and blocks. Tables are lists of maps; the first key of a block is its kind, its value the name. */
export function readYaml(source: string): { raw: RawText; problems: TextProblem[] } {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, uniqueKeys: true });
  const problems: TextProblem[] = document.errors.slice(0, 50).map((error) => {
    const { line, col } = counter.linePos(error.pos[0]);
    // The place is told by the problem itself.
    const en = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    return problem('text-bad-yaml', { line, column: col }, { zh: yamlSlips[error.code], en });
  });
  const reader = new YamlReader(source, counter, problems);
  return { raw: reader.readText(document.contents), problems };
}

type Entry = { key: Said; value: Node | null };

class YamlReader {
  readonly #counter: LineCounter;
  readonly #problems: TextProblem[];
  readonly #source: string;

  constructor(source: string, counter: LineCounter, problems: TextProblem[]) {
    this.#source = source;
    this.#counter = counter;
    this.#problems = problems;
  }

  #at(node: Node | null | undefined): At {
    const { line, col } = this.#counter.linePos(node?.range?.[0] ?? 0);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  #said(node: Node | null | undefined): Said {
    const at = this.#at(node);
    if (isScalar(node)) {
      const text = node.value === null ? '' : String(node.source ?? node.value);
      // A quoted or block scalar keeps its words one sign (or one line) after where it starts.
      if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
        return { text: String(node.value), at: { line: at.line, column: at.column + 1 } };
      if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
        return { text: String(node.value).trimEnd(), at: { line: at.line + 1, column: 1 } };
      return { text, at };
    }
    if (node) this.#reportNested(node, at);
    return { text: '', at };
  }

  /** `[1..3]` and `{a: 1}` without quotes are lists and maps to YAML: read on, they would be an empty cell, which means "any". */
  #reportNested(node: Node, at: At): void {
    const [start = 0, end = 0] = node.range ?? [];
    const written = this.#source.slice(start, end).trim();
    const isShort = !written.includes('\n') && written.length <= 60;
    const words = isAlias(node)
      ? { zh: '不用 & 和 * 引用，请把值写出来', en: 'no anchors and aliases: write the value itself' }
      : {
          zh: '这里要一个值；区间、列表要用引号括起来',
          en: 'one value is wanted here; a range or a list stands in quotes',
          meant: isShort ? `'${written.replaceAll("'", "''")}'` : null,
        };
    this.#problems.push(problem('text-bad-yaml', at, words));
  }

  #entries(node: Node | null | undefined): Entry[] {
    if (!isMap(node)) return [];
    return node.items
      .filter(isPair)
      .map((pair) => ({ key: this.#said(pair.key as Node), value: (pair.value as Node | null) ?? null }));
  }

  readText(node: Node | null): RawText {
    let title: Said | null = null;
    const fields: [string, Said][] = [];
    const articles: RawArticle[] = [];
    for (const { key, value } of this.#entries(node)) {
      if (['规则文本', 'rule text'].includes(key.text)) title = this.#said(value);
      else if (['条文', 'articles'].includes(key.text))
        articles.push(...this.#items(value).map((item) => this.#article(item)));
      else {
        const field = findField('text', key.text);
        if (field) fields.push([field, this.#said(value)]);
        else this.#unknown('text', key);
      }
    }
    if (!title?.text)
      this.#problems.push(
        problem(
          'text-no-title',
          { line: 1, column: 1 },
          {
            zh: '第一行应为“规则文本: 政策名称”',
            en: 'the first line is "规则文本: name of the policy"',
            expected: ['规则文本'],
          },
        ),
      );
    return { title: title ?? { text: '', at: { line: 1, column: 1 } }, fields, articles };
  }

  #items(node: Node | null): Node[] {
    return isSeq(node) ? (node.items as Node[]) : [];
  }

  #unknown(kind: RawBlock['kind'] | 'text', key: Said): void {
    this.#problems.push(
      problem('text-unknown-field', key.at, {
        zh: `“${key.text}”`,
        en: `"${key.text}"`,
        expected: fieldWords[kind].map(([zh]) => zh),
        wrote: key.text,
      }),
    );
  }

  #article(node: Node): RawArticle {
    let name: Said = { text: '', at: this.#at(node) };
    let quote = '';
    let digest: Said | null = null;
    let proof: Said | null = null;
    const blocks: RawBlock[] = [];
    for (const { key, value } of this.#entries(node)) {
      if (['条', 'article'].includes(key.text)) name = this.#said(value);
      else if (['原文', 'text'].includes(key.text)) quote = this.#said(value).text.trim();
      else if (['条文摘要', 'digest'].includes(key.text)) digest = this.#said(value);
      else if (['核对', 'proof'].includes(key.text)) proof = this.#said(value);
      else if (['内容', 'blocks'].includes(key.text)) for (const item of this.#items(value)) this.#block(item, blocks);
      else
        this.#problems.push(
          problem('text-unknown-field', key.at, {
            zh: `“${key.text}”`,
            en: `"${key.text}"`,
            expected: ['条', '原文', '条文摘要', '核对', '内容'],
            wrote: key.text,
          }),
        );
    }
    return { name, quote, digest, proof, blocks };
  }

  #block(node: Node, blocks: RawBlock[]): void {
    const [head, ...rest] = this.#entries(node);
    const kind = findBlockKind(head?.key.text ?? '');
    if (!head || !kind) {
      const wrote = head?.key.text ?? '';
      this.#problems.push(
        problem('text-unknown-block', head?.key.at ?? this.#at(node), {
          zh: `“${wrote}”`,
          en: `"${wrote}"`,
          expected: Object.values(blockWords).map(([zh]) => zh),
          wrote,
        }),
      );
      return;
    }
    const fields: [string, Said][] = [];
    let body: Said | null = null;
    let lines: Said[] = [];
    let header: readonly Said[] = [];
    let rows: readonly (readonly Said[])[] = [];
    for (const { key, value } of rest) {
      if (['式', 'expression'].includes(key.text)) body = this.#said(value);
      else if (['行', 'lines'].includes(key.text)) lines = this.#items(value).map((item) => this.#said(item));
      else if (['表格', 'rows'].includes(key.text)) ({ header, rows } = this.#table(value));
      else {
        const field = findField(kind, key.text);
        if (field) fields.push([field, this.#said(value)]);
        else this.#unknown(kind, key);
      }
    }
    blocks.push({ kind, at: head.key.at, name: this.#said(head.value), fields, header, rows, body, lines });
  }

  #table(node: Node | null): { header: readonly Said[]; rows: readonly (readonly Said[])[] } {
    const items = this.#items(node).map((item) => this.#entries(item));
    const header: Said[] = [];
    for (const entries of items)
      for (const { key } of entries) if (!header.some((cell) => cell.text === key.text)) header.push(key);
    const rows = items.map((entries, index) => {
      const at = entries[0]?.key.at ?? this.#at(this.#items(node)[index]);
      return header.map((cell) => {
        const entry = entries.find(({ key }) => key.text === cell.text);
        return entry ? this.#said(entry.value) : { text: '', at };
      });
    });
    return { header, rows };
  }
}

const fieldsOf = (fields: RawBlock['fields']) => Object.fromEntries(fields.map(([key, value]) => [key, value.text]));

/** The YAML form of a text read from either form. */
export function printYaml(raw: RawText): string {
  const articles = raw.articles
    .filter((article) => article.name.text || article.blocks.length > 0)
    .map((article) => ({
      ...(article.name.text ? { 条: article.name.text } : {}),
      ...(article.quote ? { 原文: article.quote } : {}),
      ...(article.digest ? { 条文摘要: article.digest.text } : {}),
      ...(article.proof ? { 核对: article.proof.text } : {}),
      内容: article.blocks.map((block) => ({
        [blockWords[block.kind][0]]: block.name.text,
        ...fieldsOf(block.fields),
        ...(block.rows.length > 0
          ? {
              表格: block.rows.map((row) =>
                Object.fromEntries(block.header.map((cell, at) => [cell.text, row[at]?.text ?? ''])),
              ),
            }
          : {}),
        ...(block.lines.length > 0 ? { 行: block.lines.map((line) => line.text) } : {}),
        ...(block.body ? { 式: block.body.text.trim() } : {}),
      })),
    }));
  return stringify({ 规则文本: raw.title.text, ...fieldsOf(raw.fields), 条文: articles }, { lineWidth: 0 });
}
