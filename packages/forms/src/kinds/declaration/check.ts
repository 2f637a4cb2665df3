import { bad, type Checked, good, type JsonSchema, type Kind } from '../kind.ts';
import { readText } from '../typed.ts';

/** Only agreement is an answer: a declaration not made is a question not answered, whatever else was sent. */
export const check = (typed: unknown): Checked =>
  typed === true || typed === 'yes' || typed === 'on'
    ? good(true)
    : bad('not-declared', '请阅读并勾选。', 'Read and tick the declaration.');

export const schemaOf = (): JsonSchema => ({ const: true });

export const reading: Pick<Kind, 'read' | 'write' | 'isEmpty'> = {
  read: readText,
  write: (value, name) => (value === true ? [[name, 'yes']] : []),
  isEmpty: (typed) => typed !== true && typed !== 'yes' && typed !== 'on',
};
