import type { Question } from '../../definition/definition.ts';
import { check as checkDivision, schemaOf as schemaOfDivision } from '../division/check.ts';
import { readPlace } from '../division/steps.ts';
import type { Checked, FormContext, JsonSchema } from '../kind.ts';
import { checkParts, type Part, readingOfParts, schemaOfParts } from '../parts.ts';
import { check as checkText } from '../text/check.ts';

const longest = 100;

export const parts: readonly Part[] = [
  {
    key: 'division',
    label: { zh: '所在地区', en: 'Area' },
    check: (typed, _, question, context) => checkDivision(typed, question, context),
    schema: schemaOfDivision(),
    read: readPlace,
  },
  {
    key: 'detail',
    label: { zh: '详细地址', en: 'Street and number' },
    check: (typed, _, question) => checkText(typed, plain(question), longest),
    schema: { type: 'string', minLength: 1, maxLength: longest },
  },
];

/** The question's own limits speak of texts, not of an address. */
const plain = ({ key, kind, label }: Question): Question => ({ key, kind, label });

export const check = (typed: unknown, question: Question, context: FormContext): Checked =>
  checkParts(parts, typed, question, context);

export const schemaOf = (): JsonSchema => schemaOfParts(parts);

export const reading = readingOfParts(() => parts);
