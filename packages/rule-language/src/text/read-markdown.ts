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
import { findHeading, findStrayFence, findStrayQuote } from './stray-lines.ts';

type Building<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
type Read = { readonly raw: RawText; readonly problems: readonly TextProblem[] };

/** Splits a Markdown rule text into articles and blocks. Prose between them is the reader's and is passed over. */
export function readMarkdown(source: string): Read {
  const lines = source.split(/\r?\n/);
  const problems: TextProblem[] = [];
  const articles: Building<RawArticle>[] = [];
  const fields: [string, Said][] = [];
  let title: Said | null = null;
  let article: Building<RawArticle> = { name: said('', 1, 1), quote: '', digest: null, proof: null, blocks: [] };
  articles.push(article);
  let isStrayOpen = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const number = index + 1;
    const fence = /^(\s*)(```+|~~~+)\s*(.*)$/.exec(line);
    const heading = findHeading(line, number, title !== null);
    const strayFence = findStrayFence(line, number);
    const stray = strayFence ?? findStrayQuote(line, number);
    if (fence && isStrayOpen && (fence[3] ?? '') === '') {
      // The closing line of a block whose opening could not be read.
      isStrayOpen = false;
    } else if (fence) {
      const mark = fence[2] ?? '```';
      const opening = line.length - (fence[3] ?? '').length + 1;
      const end = closingLine(lines, index + 1, mark);
      if (!isFenceOf(lines[end], mark))
        problems.push(
          problem(
            'text-unclosed-block',
            { line: number, column: 1 },
            say(`从第 ${number} 行开始`, `opened on line ${number}`, [mark]),
          ),
        );
      const block = readBlock(said(fence[3] ?? '', number, opening), lines, index + 1, end, problems);
      if (block) article.blocks.push(block);
      index = isFenceOf(lines[end], mark) ? end : end - 1;
    } else if (heading) {
      if (heading.slip) problems.push(heading.slip);
      const name = said(heading.words, number, heading.column);
      if (heading.isTitle) title = name;
      else {
        article = { name, quote: '', digest: null, proof: null, blocks: [] };
        articles.push(article);
      }
    } else if (stray) {
      problems.push(stray);
      if (strayFence) isStrayOpen = true;
    } else if (/^\s*>/.test(line)) {
      const words = line.replace(/^\s*>\s?/, '').trim();
      article.quote += (article.quote && words ? '\n' : '') + words;
    } else {
      readFieldLine(line, number, article, articles.length === 1, fields, problems);
    }
  }
  if (!title)
    problems.push(
      problem(
        'text-no-title',
        { line: 1, column: 1 },
        say('第一行应为“# 政策名称”', 'the first line is "# name of the policy"', ['# …']),
      ),
    );
  return { raw: { title: title ?? said('', 1, 1), fields, articles }, problems };
}

const say = (zh: string, en: string, expected: readonly string[] = []) => ({ zh, en, expected });
const said = (text: string, line: number, column: number): Said => ({ text, at: { line, column } });

function closingLine(lines: readonly string[], from: number, mark: string): number {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (isFenceOf(line, mark)) return index;
    // The next block opens before this one is closed: the closing line was forgotten.
    const text = line.trim();
    if (text.startsWith(mark) && findBlockKind(/^[`~]+\s*(\S+)/.exec(text)?.[1] ?? '')) return index;
  }
  return lines.length;
}

const isFenceOf = (line: string | undefined, mark: string): boolean => line?.trim() === mark;

/** `键：值` outside blocks: the head of the text before the first article, the digest and the proof-reading of a quote. */
function readFieldLine(
  line: string,
  number: number,
  article: Building<RawArticle>,
  isHead: boolean,
  fields: [string, Said][],
  problems: TextProblem[],
): void {
  const match = /^\s*(?:[-*]\s+)?([^:：|]{1,20})\s*[:：]\s*(.*?)\s*$/.exec(line);
  if (!match) return;
  const value = said(match[2] ?? '', number, line.indexOf(match[2] ?? '') + 1);
  if (!isHead) {
    const field = (match[1] ?? '').trim();
    if (['条文摘要', 'digest'].includes(field)) article.digest = value;
    if (['核对', 'proof'].includes(field)) article.proof = value;
    return;
  }
  const key = findField('text', match[1] ?? '');
  if (key) fields.push([key, value]);
  else if (/^\s*[-*]\s/.test(line)) {
    // A list of prose may stand in the head; only what is nearly a field is a slip.
    const column = line.indexOf(match[1] ?? '') + 1;
    const expected = fieldWords.text.map(([zh]) => zh);
    const words = { ...say(`“${match[1]}”`, `"${match[1]}"`, expected), wrote: match[1] ?? '' };
    const slip = problem('text-unknown-field', { line: number, column }, words);
    if (slip.nearest !== null) problems.push(slip);
  }
}

function readBlock(
  head: Said,
  lines: readonly string[],
  from: number,
  end: number,
  problems: TextProblem[],
): RawBlock | undefined {
  const match = /^(\S+)(?:\s+(.*?))?\s*$/.exec(head.text);
  const word = match?.[1] ?? '';
  const kind = findBlockKind(word);
  if (!kind) {
    const expected = Object.values(blockWords).map(([zh]) => zh);
    // A block in some programming language is an illustration; only what looks like one of ours is a slip.
    if (word !== '' && !/^[a-z]+$/i.test(word))
      problems.push(
        problem('text-unknown-block', head.at, {
          ...say(`“${word}”`, `"${word}"`, expected),
          wrote: word,
          meant: glued(word),
        }),
      );
    return undefined;
  }
  const name = match?.[2] ?? '';
  const nameAt: At = {
    line: head.at.line,
    column: head.at.column + (/^\S+\s*/.exec(head.text)?.[0].length ?? 0),
  };
  const block: Building<RawBlock> = {
    kind,
    at: head.at,
    name: { text: name, at: nameAt },
    fields: [],
    header: [],
    rows: [],
    body: null,
    lines: [],
  };
  let hasRule = false;
  for (let index = from; index < end; index++) {
    const line = lines[index] ?? '';
    const at: At = { line: index + 1, column: line.length - line.trimStart().length + 1 };
    const text = line.trim();
    if (text === '' || text.startsWith('//')) continue;
    if (/^[|｜]/.test(text)) {
      if (text.includes('｜'))
        problems.push(
          problem('text-bad-line', at, {
            ...say('“｜”是全角符号', '"｜" is a full-width sign', ['| … |']),
            meant: '|',
          }),
        );
      const cells = readCells(line.replaceAll('｜', '|'), index + 1);
      if (!block.header.length) block.header = cells;
      else if (!hasRule && cells.every((cell) => /^:?-+:?$/.test(cell.text))) hasRule = true;
      else {
        if (cells.length !== block.header.length) {
          problems.push(
            problem(
              'text-bad-table',
              at,
              say(
                `表头 ${block.header.length} 列，这一行 ${cells.length} 列`,
                `the head has ${block.header.length} columns, this row ${cells.length}`,
              ),
            ),
          );
        }
        block.rows.push(cells);
      }
      continue;
    }
    const field = /^\s*([^:：=|"→]{1,12}?)\s*[:：]\s*(.*?)\s*$/.exec(line);
    const key = field ? findField(kind, field[1] ?? '') : undefined;
    if (field && key) {
      const colon = line.search(/[:：]/) + 1;
      block.fields.push([
        key,
        said(field[2] ?? '', index + 1, colon + (line.slice(colon).length - line.slice(colon).trimStart().length) + 1),
      ]);
    } else if (isBody(text, block) && (kind === 'rule' || kind === 'exception' || kind === 'parameter')) {
      const stop = bodyEnd(lines, index + 1, end, kind);
      const equals = /^\s*[^=＝]*[=＝]/.exec(line)?.[0].length;
      // Without "=" the whole line is what was meant; `name = …` and `＝ …` have it elsewhere or full-width.
      const column = equals === undefined ? line.length - line.trimStart().length + 1 : equals + 1;
      if (!text.startsWith('='))
        problems.push(
          problem('text-bad-line', at, {
            ...say(`“${text.slice(0, 30)}”`, `"${text.slice(0, 30)}"`, ['= …']),
            meant: `= ${line.slice(column - 1).trim()}`,
          }),
        );
      block.body = said([line.slice(column - 1), ...lines.slice(index + 1, stop)].join('\n'), index + 1, column);
      index = stop - 1;
    } else if (kind === 'example' || kind === 'claim') block.lines.push({ text, at });
    else if (field && !text.includes('=')) {
      const expected = fieldWords[kind].map(([zh]) => zh);
      problems.push(
        problem('text-unknown-field', at, {
          ...say(`“${field[1]}”`, `"${field[1]}"`, expected),
          wrote: field[1] ?? '',
        }),
      );
    } else
      problems.push(
        problem(
          'text-bad-line',
          at,
          say(`“${text.slice(0, 30)}”`, `"${text.slice(0, 30)}"`, [
            '= …',
            '| … |',
            ...fieldWords[kind].map(([zh]) => `${zh}：…`),
          ]),
        ),
      );
  }
  return block;
}

/** `规则人均收入`, `规则：人均收入`: a block word and its name without the blank between. */
function glued(word: string): string | null {
  const kind = Object.values(blockWords).find(([zh]) => word.startsWith(zh));
  return kind ? `${kind[0]} ${word.slice(kind[0].length).replace(/^[:：]/, '')}` : null;
}

/** The expression of a rule: `= …`, or the first line that is plainly meant as one. */
function isBody(text: string, block: Building<RawBlock>): boolean {
  if (text.startsWith('=')) return true;
  if (block.body !== null || block.kind === 'parameter') return false;
  const isNamed = text.startsWith(block.name.text) && /^\s*[=＝]/.test(text.slice(block.name.text.length));
  return (
    text.startsWith('＝') ||
    isNamed ||
    (block.name.text !== '' && !/[:：=＝|]/.test(text) && /[-+*/<>×÷／()（）]| (and|or) /.test(text))
  );
}

/** An expression runs on until a field, a table or the end of its block. */
function bodyEnd(lines: readonly string[], from: number, end: number, kind: RawBlock['kind']): number {
  for (let index = from; index < end; index++) {
    const line = lines[index] ?? '';
    const field = /^\s*([^:：=|"]{1,12}?)\s*[:：]/.exec(line);
    if (line.trim().startsWith('|') || (field && findField(kind, field[1] ?? ''))) return index;
  }
  return end;
}

/** Cells of `| a | b |`; a bar inside FEEL quotes belongs to the text. */
function readCells(line: string, number: number): Said[] {
  const cells: Said[] = [];
  let isQuoted = false;
  let start = line.indexOf('|') + 1;
  for (let at = start; at < line.length; at++) {
    if (line[at] === '"' && line[at - 1] !== '\\') isQuoted = !isQuoted;
    if (line[at] !== '|' || isQuoted) continue;
    const cell = line.slice(start, at);
    cells.push(said(cell.trim(), number, start + 1 + (cell.length - cell.trimStart().length)));
    start = at + 1;
  }
  // The last bar may be left out.
  const rest = line.slice(start);
  if (rest.trim() !== '') cells.push(said(rest.trim(), number, start + 1 + (rest.length - rest.trimStart().length)));
  return cells;
}
