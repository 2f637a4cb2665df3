import { readFileSync } from 'node:fs';
import { checkDocument, sayRefusal } from '../src/index.ts';

export const summary = '按 GB/T 9704-2012 检查公文（.ofd .pdf .docx）· check a document against GB/T 9704';
export const usage = '用法 usage: check document notice.ofd|notice.pdf|notice.docx';

/** Exit code 0 without breaches, 1 with, 2 where the file cannot be read. */
export async function run(args: string[]): Promise<number> {
  const [file] = args;
  if (!file) {
    console.error(usage);
    return 2;
  }
  const checked = await checkDocument(readFileSync(file));
  if (!checked.ok) {
    console.error(`✗ ${sayRefusal(checked.refusal)}`);
    return 2;
  }
  const { findings, notChecked, source } = checked.value;
  for (const one of findings) {
    const mark = one.severity === 'breach' ? '✗' : '?';
    console.log(`${mark} ${one.clause}  ${one.zh} · ${one.en}${one.page ? `  第${one.page}页` : ''}\n    ${one.found}`);
  }
  const breaches = findings.filter((one) => one.severity === 'breach').length;
  console.log(`${source}: ${breaches} 处不符 breaches, ${findings.length - breaches} 处存疑 doubts`);
  if (notChecked.length > 0) {
    console.log(`未能检查 not checked: ${notChecked.map((one) => `${one.clause} ${one.zh}`).join('；')}`);
  }
  return breaches > 0 ? 1 : 0;
}
