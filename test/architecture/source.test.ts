import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { withHoles } from './feed.ts';
import { importsOf, partsOf } from './source.ts';

const parts = (text: string) => partsOf({ path: 'x.tsx', text });
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

test('code, comments and strings are told apart', () => {
  const { code, comments, strings } = parts("const a = 'it // is'; // a 'note'\n/* more */ f(\"x\");");
  assert.equal(squeeze(code), 'const a = \' \'; f(" ");');
  assert.equal(squeeze(comments), "// a 'note' /* more */");
  assert.equal(squeeze(strings), 'it // is x');
});

test('what stands in the hole of a template is code, however deep', () => {
  const { code, strings } = parts(withHoles('sql`select @{pick({ a: `from @{b}` })} where`; after();'));
  assert.equal(squeeze(code), withHoles('sql` @{pick({ a: ` @{b}` })} `; after();'));
  assert.equal(squeeze(strings), 'select from where');
});

test('quotes and slashes in a regular expression begin nothing', () => {
  assert.equal(squeeze(parts("const p = /['\"`//]+/g; done('x');").code), "const p = / ; done(' ');");
  assert.equal(squeeze(parts('const half = a / 2; // b / c').code), 'const half = a / 2;');
});

test('an apostrophe between tags hides no more than its line', () => {
  assert.match(parts("<p>don't</p>\nconst a = 'b';").code, /const a = ' ';/);
});

test('the three parts are as long as the text and put together again give it', () => {
  const scrap = fc.constantFrom('`', '${', '}', "'", '"', '/', '//', '/*', '*/', '\\', '\n', 'a', '(', '{', '=', ' ');
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 40 }), (scraps) => {
      const text = scraps.join('');
      const { code, comments, strings } = parts(text);
      const together = [...text].map(
        (_, i) => [code, comments, strings].map((part) => part[i]).find((c) => c !== ' ') ?? ' ',
      );
      return code.length === text.length && together.join('') === text;
    }),
  );
});

test('imports of every kind are found with the place of their name', () => {
  const text = `import a, { type B } from 'one';
export type { C } from "two";
import 'three';
const d = await import('four');
export {
  e,
} from './five.ts';`;
  const found = importsOf({ path: 'x.ts', text });
  assert.deepEqual(
    found.map(({ specifier }) => specifier),
    ['one', 'two', 'three', 'four', './five.ts'],
  );
  assert.ok(found.every(({ specifier, index }) => text.startsWith(specifier, index)));
});
