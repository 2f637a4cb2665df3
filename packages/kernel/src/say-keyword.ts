import type { Sentence } from '@zhengtong/standards';
import type { ErrorObject } from 'ajv/dist/2020.js';

const typeWords: Readonly<Record<string, string>> = {
  object: '对象',
  array: '列表',
  string: '文字',
  number: '数',
  integer: '整数',
  boolean: 'true 或 false',
  null: '空值',
};

/** What a definition breaks, for an editor who knows the form and not JSON Schema; Ajv itself speaks English alone. */
export function sayKeyword({ keyword, params, message = '' }: ErrorObject): Sentence {
  const given: Readonly<Record<string, unknown>> = params;
  const list = Array.isArray(given.allowedValues) ? given.allowedValues.join('、') : '';
  const types = [given.type].flat().map((one) => typeWords[String(one)] ?? String(one));
  const zh: Readonly<Record<string, string>> = {
    required: `缺少“${given.missingProperty}”`,
    additionalProperties: `没有“${given.additionalProperty}”这个栏目，请核对拼写`,
    enum: `只能是 ${list}`,
    const: `只能是 ${JSON.stringify(given.allowedValue)}`,
    type: `应为${types.join('或')}`,
    pattern: `写法不对，应符合 ${given.pattern}`,
    minItems: `至少 ${given.limit} 项`,
    maxItems: `最多 ${given.limit} 项`,
    minLength: `至少 ${given.limit} 个字`,
    maxLength: `最多 ${given.limit} 个字`,
    minimum: `不能小于 ${given.limit}`,
    maximum: `不能大于 ${given.limit}`,
    minProperties: `至少 ${given.limit} 个栏目`,
    uniqueItems: '有重复的项',
  };
  const extra = given.additionalProperty ?? given.missingProperty;
  const english = keyword === 'enum' ? `${message}: ${list.replaceAll('、', ', ')}` : message;
  return { zh: zh[keyword] ?? '写法不对，请对照说明', en: extra === undefined ? english : `${message}: ${extra}` };
}
