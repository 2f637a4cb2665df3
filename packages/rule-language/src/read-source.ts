import { readFileSync, statSync } from 'node:fs';
import { placeOf } from './feel/position.ts';

/** A mistake of the caller: said in both languages on stderr, exit code 2. */
export class Usage extends Error {}

/** The text of a file, `-` for the pipe. Texts saved in another encoding are refused, not read as rubbish. */
export function readSource(file: string): string {
  const bytes = readBytes(file);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw notUtf8(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(file);
  }
}

const notUtf8 = (file: string): Usage =>
  new Usage(
    `${nameOf(file)}不是 UTF-8 文本：请在编辑器里“另存为”，编码选 UTF-8；Word 文件请另存为纯文本 · not UTF-8 text: save it as UTF-8`,
  );

const nameOf = (file: string): string => (file === '-' ? '管道' : `文件 ${file} `);

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const [zh, en] =
      code === 'ENOENT'
        ? [`没有文件 ${file}`, `there is no file ${file}`]
        : code === 'EISDIR'
          ? [`${file} 是文件夹，要写里面的一个文件`, `${file} is a folder, name a file in it`]
          : code === 'EACCES'
            ? [`没有权限读 ${file}`, `no right to read ${file}`]
            : [`读不到 ${file}`, `cannot read ${file}`];
    throw new Usage(`${zh} · ${en}`);
  }
}

/** JSON from a file, or from the pipe when none is named. */
export function readJson(file: string | undefined): unknown {
  const text = readSource(file ?? '-').replace(/^\uFEFF/, '');
  const name = nameOf(file ?? '-').trim();
  if (text.trim() === '') throw new Usage(`${name}是空的，应为 JSON · empty, JSON is wanted`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, column } = placeOf(text, offsetIn(text, error instanceof Error ? error.message : ''));
    const hint = /[“”：，｛｝]/.test(text) ? '，JSON 里的引号、冒号、逗号要用半角' : '';
    throw new Usage(
      `${name}第 ${line} 行第 ${column} 列起不是 JSON${hint} · not JSON from line ${line}, column ${column}`,
    );
  }
}

/** Node names the position in long texts, in short ones the sign alone. */
function offsetIn(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  const sign = /Unexpected token '(.)'/u.exec(message)?.[1];
  const at = position === undefined ? text.indexOf(sign ?? '\u0000') : Number(position);
  return at < 0 ? text.length : at;
}

/** A folder a command is told to look into. */
export function requireFolder(folder: string): string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Usage(`没有文件夹 ${folder} · there is no folder ${folder}`);
  return folder;
}
