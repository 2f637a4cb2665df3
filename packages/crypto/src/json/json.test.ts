import assert from 'node:assert/strict';
import test from 'node:test';
import { must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { canonicalizeJsonText, canonicalJson } from './canonical.ts';
import { parseStrictJson } from './parse.ts';

test('the samples of RFC 8785 come out as printed there', () => {
  const input = String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`;
  const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
  assert.equal(must(canonicalizeJsonText(input)), expected);
  const names = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`;
  const order = Object.values(JSON.parse(must(canonicalizeJsonText(names))) as Record<string, string>);
  assert.deepEqual(
    order.map((name) => name.split(' ')[0]),
    ['One', 'Carriage', 'Control', 'Latin', 'Euro', 'Emoji:', 'Hebrew'],
  );
});

test('the numbers of RFC 8785, appendix B, are written as there and what is no number is refused', () => {
  const samples: [string, string][] = [
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ];
  for (const [bits, text] of samples) assert.equal(must(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())), text);
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
    assert.deepEqual(canonicalJson({ a: [value] }), {
      ok: false,
      refusal: { kind: 'not-canonical-json', path: '/a/0', reason: 'not-finite-number' },
    });
});

test('what has no single JSON meaning is refused with the place where it stands', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  let deep: unknown = 0;
  for (let i = 0; i < 600; i++) deep = [deep];
  const refused: [unknown, string][] = [
    [undefined, 'not-json-value'],
    [{ 'a/b': undefined }, 'not-json-value'],
    [1n, 'not-json-value'],
    [() => 0, 'not-json-value'],
    [Symbol('x'), 'not-json-value'],
    [new Date(0), 'not-plain-object'],
    [new Map(), 'not-plain-object'],
    [{ [Symbol('x')]: 1 }, 'not-plain-object'],
    [Object.defineProperty({}, 'x', { value: 1 }), 'not-plain-object'],
    [new Array(2), 'sparse-array'],
    ['\ud800', 'lone-surrogate'],
    [{ '\udc00': 1 }, 'lone-surrogate'],
    [cycle, 'cycle'],
    [deep, 'too-deep'],
  ];
  for (const [value, reason] of refused) {
    const result = canonicalJson(value);
    assert.equal(!result.ok && result.refusal.reason, reason);
  }
});

test('JSON text that two readers could take for two values is refused', () => {
  const refused: [string, string][] = [
    ['{"a":1,"a":2}', 'name-twice'],
    ['{"a":1,"\\u0061":2}', 'name-twice'],
    ['"\\ud800"', 'lone-surrogate'],
    ['1e400', 'number-out-of-range'],
    ['['.repeat(600), 'too-deep'],
    ['', 'syntax'],
    ['01', 'syntax'],
    ['1.', 'syntax'],
    ['+1', 'syntax'],
    ['.5', 'syntax'],
    ['[1,]', 'syntax'],
    ['{"a":1,}', 'syntax'],
    ['{a:1}', 'syntax'],
    ["{'a':1}", 'syntax'],
    ['"\t"', 'syntax'],
    ['"\\x"', 'syntax'],
    ['"', 'syntax'],
    ['"\\', 'syntax'],
    ['nul', 'syntax'],
    ['1 2', 'syntax'],
    ['\ufeff1', 'syntax'],
    ['NaN', 'syntax'],
  ];
  for (const [text, reason] of refused) {
    const result = parseStrictJson(text);
    assert.equal(!result.ok && result.refusal.reason, reason, text);
  }
});

test('a strict reading is what JSON.parse reads, and canonical text is its own canonical text', () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
      const strict = parseStrictJson(text);
      if (!strict.ok) return strict.refusal.reason !== 'syntax';
      assert.deepEqual(strict.value, JSON.parse(text));
      const canonical = must(canonicalJson(strict.value));
      return must(canonicalizeJsonText(canonical)) === canonical;
    }),
  );
  const own = must(parseStrictJson('{"__proto__":1}'));
  assert.deepEqual(Object.keys(own as object), ['__proto__']);
});
