import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import type { verifyOfd } from './index.ts';
import { exampleText } from './test/notice.ts';

test('the example of the README runs as it is printed', async (t) => {
  const [, example] = /```ts\n(.*?)```/s.exec(readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')) ?? [];
  // Inside the workspace, so that the package is found by its name.
  const home = join(import.meta.dirname, '../../../.zhengtong');
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, 'readme-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'example.ts');
  const given = `const text = ${JSON.stringify(exampleText('notice'))};\n`;
  writeFileSync(file, `${given}${example}export { bytes, pdf, report };\n`);
  const { bytes, pdf, report } = (await import(pathToFileURL(file).href)) as {
    bytes: Uint8Array;
    pdf: { bytes: Uint8Array };
    report: ReturnType<typeof verifyOfd>;
  };
  assert.equal(Buffer.from(bytes.subarray(0, 2)).toString(), 'PK');
  assert.match(Buffer.from(pdf.bytes.subarray(0, 5)).toString(), /%PDF-/);
  assert.equal(report.ok && report.value.verdict, 'intact');
});
