import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** Hands on what an operator wrote in a file, YAML or JSON; 2 with one sentence where there is no file or it is neither. */
export async function withWritten(
  path: string | undefined,
  usage: string,
  work: (written: unknown) => Promise<number>,
): Promise<number> {
  if (!path) {
    console.error(usage);
    return 2;
  }
  let written: unknown;
  try {
    written = parse(await readFile(path, 'utf8'));
  } catch (error) {
    const { message } = error as Error;
    console.error(`读不出 ${path}：${message} · Cannot read ${path}: ${message}`);
    return 2;
  }
  return await work(written);
}
