import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate as d, must } from '@zhengtong/kernel';
import fc from 'fast-check';
import { inventedAreas } from '../test/index.ts';
import { residentCheck } from './check-digits.ts';
import { ageOn, parseResidentNumber } from './resident-number.ts';

const demo = { demoAreas: inventedAreas };
const make = (body: string): string => body + residentCheck(body);
const kindOf = (text: string, options = {}): string => {
  const parsed = parseResidentNumber(text, options);
  return parsed.ok ? parsed.value.kind : parsed.refusal.kind;
};

test('the samples of GB 11643 are read with area, birth and sex', () => {
  const first = must(parseResidentNumber('11010519491231002X'));
  assert.deepEqual([first.divisionCode, first.bornOn, first.sex], ['110105', '1949-12-31', 'female']);
  assert.equal(must(parseResidentNumber('440524188001010014')).sex, 'male');
});

test('a small x, full-width digits and spaces are habits, not errors', () => {
  for (const text of [
    '11010519491231002x',
    '１１０１０５１９４９１２３１００２Ｘ',
    ' 110105 19491231 002X ',
    '\u200b11010519491231002X',
  ])
    assert.equal(must(parseResidentNumber(text)).number, '11010519491231002X');
});

test('each wrong digit is found out', () => {
  const number = make('99010019900307881');
  for (let at = 0; at < 18; at++)
    for (const digit of '0123456789') {
      if (digit === number[at]) continue;
      assert.notEqual(kindOf(number.slice(0, at) + digit + number.slice(at + 1), demo), 'resident');
    }
});

test('the refusal names what is wrong and where', () => {
  assert.equal(kindOf(''), 'empty');
  assert.equal(kindOf('1101051949123100'), 'wrong-length');
  assert.equal(kindOf('1101051949123100X2'), 'wrong-character');
  assert.equal(kindOf('11010519491331002X'), 'no-such-day');
  assert.equal(kindOf('110105194912310021'), 'wrong-check-digit');
  assert.equal(kindOf(make('99010019900307881')), 'unknown-area');
  const refused = parseResidentNumber('1101O519491231002X');
  assert.ok(!refused.ok && refused.refusal.at === 4 && /第 5 位“O”/.test(refused.refusal.say.zh));
});

test('demonstration areas are accepted only where they are given', () => {
  assert.equal(kindOf(make('99010019900307881'), demo), 'resident');
  assert.equal(kindOf(make('99010019900307881'), { demoAreas: ['990200'] }), 'unknown-area');
});

test('fifteen places become eighteen, and the sequences 996 to 999 belong to those born before 1900', () => {
  const young = must(parseResidentNumber('990100900307881', demo));
  assert.deepEqual([young.number, young.isFromFifteen], [make('99010019900307881'), true]);
  assert.equal(must(parseResidentNumber('990100900307997', demo)).bornOn, '1890-03-07');
});

test('residents of Hong Kong, Macao and Taiwan and foreigners with permanent residence have their kinds', () => {
  assert.equal(kindOf(make('81000019990101001')), 'hong-kong-macao-taiwan');
  assert.equal(kindOf(make('91184019900307001')), 'foreign-permanent');
});

test('a birth after today is refused when today is told', () => {
  const number = make('99010020270101001');
  assert.equal(kindOf(number, demo), 'resident');
  assert.equal(kindOf(number, { ...demo, today: d('2026-11-23') }), 'not-born-yet');
});

test('no text makes it throw, and what it accepts it accepts again', () => {
  const near = fc
    .array(fc.constantFrom(...'0123456789Xx １-'), { minLength: 13, maxLength: 20 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (text) => {
      const parsed = parseResidentNumber(text, demo);
      if (parsed.ok) assert.deepEqual(must(parseResidentNumber(parsed.value.number, demo)).number, parsed.value.number);
      else assert.ok(parsed.refusal.say.zh && parsed.refusal.say.en);
    }),
    { numRuns: 3000 },
  );
});

test('age grows on the birthday', () => {
  assert.deepEqual([ageOn(d('2008-11-24'), d('2026-11-23')), ageOn(d('2008-11-23'), d('2026-11-23'))], [17, 18]);
  assert.deepEqual([ageOn(d('2008-02-29'), d('2026-02-28')), ageOn(d('2008-02-29'), d('2026-03-01'))], [17, 18]);
});
