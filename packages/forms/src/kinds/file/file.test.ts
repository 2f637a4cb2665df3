import assert from 'node:assert/strict';
import test from 'node:test';
import { context } from '../../test/sample-values.ts';
import { verdict } from '../../test/verdict.ts';
import { kinds } from '../registry.ts';

test('files are kept as ids, each once, as many as asked', () => {
  assert.deepEqual(verdict('file', ['file-0001', 'file-0001']), ['file-0001']);
  assert.equal(verdict('file', ['file-0001', 'file-0002']), 'too-many');
  assert.equal(verdict('file', ['../../etc/passwd']), 'not-a-file');
  assert.equal(verdict('file', ['']), 'empty');
});

test('a file erased since it was filed is still an answer, and what is said in its place is said once', () => {
  const question = { key: 'it', kind: 'file', label: { zh: '此项', en: 'This' }, maxItems: 2 } as const;
  const said = { zh: '文件已删除', en: 'Erased' };
  const at = { ...context, findFile: () => ({ state: 'erased', said }) as const };
  const checked = kinds.file.check(['file-0001', 'file-0002'], question, at);
  assert.ok(checked.ok);
  assert.deepEqual(kinds.file.summarise(checked.value, question, 'en', at), ['Erased']);
});

test('a file that is not this person’s, or did not pass, is no answer', () => {
  const question = { key: 'it', kind: 'file', label: { zh: '此项', en: 'This' } } as const;
  const unknown = kinds.file.check(['file-0001'], question, { ...context, findFile: () => undefined });
  assert.ok(!unknown.ok && unknown.faults[0]?.kind === 'unknown-file');
  const findFile = () => ({ name: 'a.pdf', size: '1 KB', state: 'refused' as const });
  const refused = kinds.file.check(['file-0001'], question, { ...context, findFile });
  assert.ok(!refused.ok && refused.faults[0]?.kind === 'refused-file');
});

test('content is held against what the question takes, whatever the name says', () => {
  const given = (accept: string | undefined, mediaType: string) => {
    const question = {
      key: 'it',
      kind: 'file',
      label: { zh: '此项', en: 'This' },
      ...(accept ? { accept } : {}),
    } as const;
    const findFile = () => ({ name: '证明.pdf', size: '1 KB', state: 'clean' as const, mediaType });
    const checked = kinds.file.check(['file-0001'], question, { ...context, findFile });
    return checked.ok ? 'taken' : checked.faults[0]?.say.zh;
  };
  assert.equal(given(undefined, 'application/pdf'), 'taken');
  assert.equal(given(undefined, 'application/ofd'), '“证明.pdf”不是这里收的文件。这里只收 PDF、JPG、PNG。');
  assert.equal(given('.pdf', 'image/png'), '“证明.pdf”不是这里收的文件。这里只收 PDF。');
  for (const accept of ['image/*', 'image/png', '.PNG', '.pdf, .png'])
    assert.equal(given(accept, 'image/png'), 'taken');
  assert.match(given('.exe', 'image/png') ?? '', /不是这里收的文件/);
});
