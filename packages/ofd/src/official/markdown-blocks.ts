import { ok, type Result } from '@zhengtong/kernel';
import type { Annex, Block, TableBlock } from './document.ts';
import { type MarkdownRefusal, no } from './markdown-head.ts';

export type MarkdownText = { readonly title: string[]; readonly body: Block[]; readonly annexes: Annex[] };

const ownLine = /^\s*(?:[-*+]\s|\d+[.．、]|（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]+、)/;
const tableLine = /^\s*\|.*\|\s*$/;
const alignments = { ':-': 'left', '-:': 'right', '::': 'centre' } as const;

/** Without `<!-- … -->`; one that is never closed stays. (An expression for it would walk to the end from each of a thousand.) */
function withoutComments(text: string): string {
  let out = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return out + text.slice(from);
    out += text.slice(from, start);
    from = end + 3;
  }
}

/** Lines of one piece: a heading, a table, or a paragraph whose lines are joined. */
function listPieces(text: string): string[][] {
  const pieces: string[][] = [];
  let isOpen = false;
  for (const line of withoutComments(text).split('\n')) {
    const last = pieces.at(-1);
    const isTable = tableLine.test(line);
    if (line.trim() === '') isOpen = false;
    else if (/^#{1,5}\s/.test(line)) {
      pieces.push([line]);
      isOpen = false;
    } else if (isOpen && last && isTable === tableLine.test(last[0] ?? '') && !ownLine.test(line)) last.push(line);
    else {
      pieces.push([line]);
      isOpen = true;
    }
  }
  return pieces;
}

/** Lines broken in the source go on without a space, but between two words of Latin letters. */
const joinLines = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .reduce((all, line) => all + (/[\w,.;]$/.test(all) && /^\w/.test(line) ? ' ' : '') + line, '')
    .replace(/^[-*+]\s+/, '')
    .replaceAll(/\*\*(.+?)\*\*/g, '$1');

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

function readTable(lines: readonly string[]): Result<TableBlock, MarkdownRefusal> {
  const [header = [], rule = [], ...rows] = lines.map(cellsOf);
  if (!rule.every((cell) => /^:?-+:?$/.test(cell)) || rows.length === 0) {
    return no('表格', `表格的第二行应为 |---|，其下至少一行：${lines[0]}`, 'the second line of a table is |---|');
  }
  if ([rule, ...rows].some((row) => row.length !== header.length))
    return no('表格', `表格各行的列数不同：${lines[0]}`, 'the rows of a table differ in their columns');
  const align = rule.map(
    (cell) => alignments[`${cell.at(0)}${cell.at(-1)}` as keyof typeof alignments] ?? ('centre' as const),
  );
  return ok({ kind: 'table', header, rows, align });
}

/** Title, text and annexes under a head. `# ` is the title or `# 附件：名称`, `## ` to `##### ` are headings 1 to 4. */
export function readBlocks(text: string): Result<MarkdownText, MarkdownRefusal> {
  let title: string[] = [];
  const body: Block[] = [];
  const annexes: { title: string; body: Block[] }[] = [];
  for (const lines of listPieces(text)) {
    const target = annexes.at(-1)?.body ?? body;
    const [, marks = '', words = ''] = /^(#{1,5})\s+(.+)$/.exec(lines[0] ?? '') ?? [];
    const annex = /^附件\d*\s*[：:\s]\s*(.+)$/.exec(words);
    if (tableLine.test(lines[0] ?? '')) {
      const table = readTable(lines);
      if (!table.ok) return table;
      target.push(table.value);
    } else if (marks === '') target.push({ kind: 'paragraph', text: joinLines(lines) });
    else if (marks.length > 1) target.push({ kind: 'heading', level: (marks.length - 1) as 1, text: words.trim() });
    else if (annex) annexes.push({ title: annex[1] as string, body: [] });
    else if (title.length > 0 || body.length > 0 || annexes.length > 0)
      return no('标题', `标题只有一个；附件写作“# 附件：名称”：${words}`, 'one title only; an annex is # 附件：NAME');
    else title = words.split('|').map((piece) => piece.trim());
  }
  return ok({ title, body, annexes });
}
