import { UnreadableFile } from './decode-text.ts';
import { openFile } from './open-for-command.ts';
import { readRows } from './read-rows.ts';

/**
 * Of a file of which not one line could be taken it says what the file seems to be, so that a script stops and a person
 * sees at once that it was the wrong one. Throws `UnreadableFile`.
 */
export async function refuseUntaken(
  path: string,
  list: List,
  { read, quarantined }: { readonly read: number; readonly quarantined: number },
): Promise<void> {
  if (read === 0 || quarantined < read) return;
  // A file of another kind was refused before anything of it was kept aside (`lookFirst`).
  throw sayUntaken(path, list === 'items' ? allWrong : await describeFile(path, list));
}

/** The sentence for whoever gave the file. */
export const sayUntaken = (file: string, seems: Sentence): UnreadableFile =>
  new UnreadableFile(`一行也没有导入。${file} ${seems.zh}。 · Nothing was taken: ${file} ${seems.en}.`);

const allWrong: Sentence = { zh: '各行都不对，原因见隔离区', en: 'has every line wrong; see those set aside' };

/** What the command was asked to import. */
type List = 'items' | 'divisions' | 'industries';
type Sentence = { readonly zh: string; readonly en: string };

async function describeFile(path: string, list: List): Promise<Sentence> {
  for await (const { text, value } of readRows(openFile(path).stream)) return describeRow(text, value, list);
  return { zh: '是空的', en: 'is empty' };
}

/** What the first row tells of a file that was given as a list of these. */
export function describeRow(text: string, value: unknown, list: List): Sentence {
  const line = (text.split('\n')[0] ?? '').trim().slice(0, 80);
  if (value !== null && typeof value === 'object') {
    const names = Object.keys(value).slice(0, 8).join(', ');
    return { zh: `看来是别的 JSON，字段是 ${names}`, en: `seems to be other JSON, with the fields ${names}` };
  }
  if (line.startsWith('<')) return { zh: '看来是网页', en: 'seems to be a web page' };
  if (/[,，;\t]/.test(line) && !/^[[{]/.test(line)) {
    const other = describeTable(line.toLowerCase(), list);
    return { zh: `看来是表格（CSV），第一行是“${line}”${other.zh}`, en: `seems to be a table (CSV)${other.en}` };
  }
  return { zh: `不是事项清单，开头是“${line}”`, en: 'seems to be no list of items' };
}

/** Lists of code and name are what the other commands take. */
function describeTable(head: string, list: List): Sentence {
  const names = new Set(head.split(/[,，;\t]/).map((cell) => cell.replaceAll('"', '').trim()));
  if (!names.has('code') || !names.has('name'))
    return { zh: '；事项清单应是 JSON Lines', en: '; items come as JSON Lines' };
  const other = names.has('level') ? 'industries' : 'divisions';
  if (other === list) return { zh: `，${allWrong.zh}`, en: `, which ${allWrong.en}` };
  return { zh: `；这样的表用 import ${other}`, en: `; such a one goes in by import ${other}` };
}
