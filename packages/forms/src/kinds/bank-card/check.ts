import { parseBankCard } from '@zhengtong/standards';
import { type Checked, fromRefusal, good, type JsonSchema } from '../kind.ts';

export function check(typed: unknown): Checked {
  const parsed = parseBankCard(typeof typed === 'string' ? typed : '');
  return parsed.ok ? good(parsed.value) : fromRefusal(parsed.refusal);
}

export const schemaOf = (): JsonSchema => ({ type: 'string', pattern: '^[1-9]\\d{11,18}$' });
