import assert from 'node:assert/strict';
import test from 'node:test';
import { sayUnused } from './say-unused.ts';

test('the demonstration says which settings it does not use, and nothing where none of them is set', () => {
  const none = { smsUrl: undefined, registerUrl: undefined, firmRegisterUrl: undefined };
  assert.deepEqual(sayUnused(none), []);
  const said = sayUnused({ ...none, smsUrl: 'https://sms.example/send' }).join('\n');
  assert.match(said, /没有使用 not used {2}SMS_URL（/);
  assert.match(said, /messages go to \/demo\/phone/);
  const both = { ...none, registerUrl: 'https://register.example', firmRegisterUrl: 'https://firms.example' };
  assert.match(sayUnused(both).join('\n'), /REGISTER_URL FIRM_REGISTER_URL/);
});
