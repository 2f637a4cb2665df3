import { parsePhone } from '@zhengtong/standards';
import { type Checked, fromRefusal, good, type JsonSchema } from '../kind.ts';

/** Kept as dialled inside the country, with its extension: `13800138000`, `0826-2345678-801`. */
export function check(typed: unknown): Checked {
  const parsed = parsePhone(typeof typed === 'string' ? typed : '');
  return parsed.ok ? good(parsed.value.number) : fromRefusal(parsed.refusal);
}

export const schemaOf = (): JsonSchema => ({ type: 'string', pattern: '^[0-9-]{7,22}$' });
