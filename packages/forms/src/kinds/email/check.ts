import { parseEmail } from '@zhengtong/standards';
import { type Checked, fromRefusal, good, type JsonSchema } from '../kind.ts';

export function check(typed: unknown): Checked {
  const parsed = parseEmail(typeof typed === 'string' ? typed : '');
  return parsed.ok ? good(parsed.value.address) : fromRefusal(parsed.refusal);
}

// Not `format: email`: that format knows no letters beyond ASCII (RFC 6531), which are lawful and in use.
export const schemaOf = (): JsonSchema => ({ type: 'string', maxLength: 254, pattern: '^\\S+@\\S+\\.\\S+$' });
