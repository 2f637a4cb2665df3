import assert from 'node:assert/strict';
import test from 'node:test';
import { must, type Refusal, type Result } from '@zhengtong/kernel';
import fc from 'fast-check';
import { parseBankCard } from './bank-card.ts';
import { isLuhn } from './check-digits.ts';
import { parseEmail } from './email.ts';
import { mask, maskEmail, maskName, maskPhone, maskResidentNumber } from './masking.ts';
import { parsePhone } from './phone.ts';

const kind = (result: Result<unknown, Refusal>): string => (result.ok ? 'ok' : result.refusal.kind);

test('one mobile number is one text however people write it', () => {
  for (const text of [
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 138 0013 8000',
    '0086-13800138000',
    '８６13800138000',
  ])
    assert.equal(must(parsePhone(text)).e164, '+8613800138000', text);
});

test('landlines keep their area code and extension', () => {
  assert.deepEqual(must(parsePhone('（010）12345678'.replace('1234', '6234'))), {
    kind: 'landline',
    number: '010-62345678',
    e164: '+861062345678',
  });
  assert.equal(must(parsePhone('0826-2345678转801')).number, '0826-2345678-801');
  assert.equal(must(parsePhone('400-123-4567')).kind, 'service');
});

test('a number as the world writes it is the same number, landlines without their 0 among them', () => {
  for (const text of ['+86 10 6234 5678', '0086-10-62345678', '+86 (0)10 62345678', '+861062345678'])
    assert.equal(must(parsePhone(text)).number, '010-62345678', text);
  for (const text of ['13800138000', '010-62345678', '0826-2345678', '0311-85551234', '400-123-4567']) {
    const phone = must(parsePhone(text));
    assert.deepEqual(must(parsePhone(phone.e164)), phone, text);
  }
  assert.equal(must(parsePhone('+86 826 2345678转801')).number, '0826-2345678-801');
  assert.notEqual(kind(parsePhone('+86 1380013800')), 'ok');
});

test('what no telephone of the country looks like is refused', () => {
  const wrong = [
    '',
    '1380013800',
    '138001380000',
    '12345678901',
    '0101234567',
    '00000000000',
    '10 62345678',
    'abc',
    '138x',
  ];
  for (const text of wrong) assert.notEqual(kind(parsePhone(text)), 'ok', text);
});

test('addresses of mail are accepted with tags, dots, letters beyond ASCII and other domains', () => {
  for (const text of [
    'name@example.com',
    'a.b+c@sub.example.gov.cn',
    "o'neil@example.org",
    '用户@例子.中国',
    'x@EXAMPLE.Com ',
  ])
    assert.equal(kind(parseEmail(text)), 'ok', text);
  assert.equal(must(parseEmail('Name＠Example.COM')).folded, 'name@example.com');
  assert.equal(must(parseEmail('a@例子.中国')).address, 'a@xn--fsqu00a.xn--fiqs8s');
});

test('what no mail server can deliver to is refused', () => {
  const long = `${'a'.repeat(65)}@example.com`;
  const wrong = [
    '',
    'a',
    '@b.cn',
    'a@',
    'a@b',
    'a..b@c.cn',
    '.a@c.cn',
    'a@b..cn',
    'a@-b.cn',
    'a b@c.cn',
    'a@1.2.3.4',
    long,
  ];
  for (const text of [...wrong, 'a@b.cn/x', 'a@b.cn:80', 'a@b@c.cn', 'a@b.cn\r\nBcc: x@y.cn'])
    assert.notEqual(kind(parseEmail(text)), 'ok', text);
});

test('a bank card passes with its groups and fails on one wrong digit', () => {
  assert.equal(
    must(
      parseBankCard(
        '6222 0212 3456 7890 128'.replace(
          '128',
          `12${[...'0123456789'].find((c) => isLuhn(`622202123456789012${c}`))}`,
        ),
      ),
    ).length,
    19,
  );
  const card = '4111111111111111';
  assert.equal(must(parseBankCard(card)), card);
  for (let at = 0; at < 16; at++) {
    const other = card.slice(0, at) + ((Number(card[at]) + 1) % 10) + card.slice(at + 1);
    assert.notEqual(kind(parseBankCard(other)), 'ok', other);
  }
  assert.deepEqual(
    ['', '4111', '4111a11111111111', '0'.repeat(16)].map((text) => kind(parseBankCard(text))),
    ['empty', 'wrong-length', 'wrong-character', 'wrong-check-digit'],
  );
});

test('no text makes a parser throw, and what one accepts it accepts again unchanged', () => {
  const parts = fc.array(
    fc.constantFrom('138', '010', '-', '@', '.', 'cn', '8', '转', '+86', ' ', 'é', '\u0000', '＠'),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        parts.map((all) => all.join('')),
      ),
      (text) => {
        const phone = parsePhone(text);
        if (phone.ok) assert.deepEqual(parsePhone(phone.value.number), phone);
        const email = parseEmail(text);
        if (email.ok) assert.deepEqual(parseEmail(email.value.address), email);
        const card = parseBankCard(text);
        if (card.ok) assert.deepEqual(parseBankCard(card.value), card);
      },
    ),
    { numRuns: 5000 },
  );
});

test('masks hide what identifies and keep what lets the owner recognise it', () => {
  assert.deepEqual(
    [
      maskResidentNumber('11010519491231002X'),
      maskPhone('13800138000'),
      maskName('张三'),
      maskName('欧阳娜娜'),
      maskEmail('zhang@a.cn'),
    ],
    ['1***************2X', '138****8000', '张*', '欧***', 'z****@a.cn'],
  );
  assert.equal(mask('ab', 1, 1), '**');
});
