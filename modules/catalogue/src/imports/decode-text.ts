import type { Readable } from 'node:stream';
import { OperatorError } from '@zhengtong/platform';

/** How much is looked at before the encoding is settled. */
const lookBytes = 65_536;

/** A file that no importer reads. Its message says in Chinese and English what to do. */
export class UnreadableFile extends OperatorError {}

/**
 * The text of a file, piece by piece. Lists come in UTF-8, in UTF-16 from spreadsheets ("Unicode text"), and in GB 18030
 * from most desks in China; read as UTF-8 the last would turn every name into question marks without anybody noticing.
 * Throws `UnreadableFile` for a workbook or another binary file, and where bytes are no text of the encoding found.
 */
export async function* decodeText(stream: Readable): AsyncGenerator<string> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  let decoder: TextDecoder | undefined;
  const settle = (isLast: boolean): string => {
    const head = Buffer.concat(waiting);
    waiting = [];
    decoder = new TextDecoder(findEncoding(head, isLast), { fatal: true });
    return decode(decoder, head, isLast);
  };
  for await (const chunk of stream) {
    if (decoder) {
      yield decode(decoder, chunk as Buffer, false);
      continue;
    }
    waiting.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes >= lookBytes) yield settle(false);
  }
  yield decoder ? decode(decoder, undefined, true) : settle(true);
}

function findEncoding(head: Buffer, isWhole: boolean): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.subarray(0, 2).toString('latin1') === 'PK' || head.includes(0)) {
    throw new UnreadableFile(
      '这不是文本文件（可能是 Excel 工作簿）。请另存为 CSV（UTF-8）后再导入。 · This is no text file (a workbook, perhaps). Save it as CSV (UTF-8) and import that.',
    );
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !isWhole });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

function decode(decoder: TextDecoder, bytes: Buffer | undefined, isLast: boolean): string {
  try {
    return decoder.decode(bytes, { stream: !isLast });
  } catch {
    throw new UnreadableFile(
      `文件里有不属于 ${decoder.encoding} 的字节，编码混杂。请另存为 UTF-8 后再导入；已导入的行不会重复。 · The file holds bytes that are no ${decoder.encoding}: encodings are mixed. Save it as UTF-8 and import again; lines already in are not doubled.`,
    );
  }
}
