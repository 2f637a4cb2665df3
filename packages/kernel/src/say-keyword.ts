/** What a JSON Schema validator (Ajv) says of one broken keyword. */
export type KeywordError = {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string | undefined;
};

const typeWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  object: ['对象', 'an object'],
  array: ['列表', 'a list'],
  string: ['文字', 'text'],
  number: ['数', 'a number'],
  integer: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  null: ['空值', 'null'],
};

/** What a value breaks, for who knows the form and not JSON Schema; Ajv itself speaks English alone. */
export function sayKeyword({ keyword, params, message = '' }: KeywordError): {
  readonly zh: string;
  readonly en: string;
} {
  const { limit, pattern, format, missingProperty, allowedValue } = params;
  const list = Array.isArray(params.allowedValues) ? params.allowedValues : [allowedValue];
  const values = list.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  const types = [params.type].flat().map((one) => typeWords[String(one)] ?? [String(one), String(one)]);
  // The name came from outside and may be as long as the body.
  const strange = String(params.additionalProperty).slice(0, 40);
  const only = [`只能是 ${values.join('、')}`, `can only be ${values.join(', ')}`] as const;
  const words: Readonly<Record<string, readonly [zh: string, en: string]>> = {
    required: [`缺少“${missingProperty}”`, `lacks "${missingProperty}"`],
    additionalProperties: [`没有“${strange}”这个栏目，请核对拼写`, `has no member "${strange}"; check the spelling`],
    enum: only,
    const: only,
    type: [`应为${types.map(([zh]) => zh).join('或')}`, `must be ${types.map(([, en]) => en).join(' or ')}`],
    pattern: [`写法不对，应符合 ${pattern}`, `must match ${pattern}`],
    format: [`写法不对，应为 ${format} 格式`, `must be in the form ${format}`],
    minItems: [`至少 ${limit} 项`, `takes at least ${limit} entries`],
    maxItems: [`最多 ${limit} 项`, `takes at most ${limit} entries`],
    minLength: [`至少 ${limit} 个字`, `takes at least ${limit} characters`],
    maxLength: [`最多 ${limit} 个字`, `takes at most ${limit} characters`],
    minimum: [`不能小于 ${limit}`, `cannot be less than ${limit}`],
    maximum: [`不能大于 ${limit}`, `cannot be more than ${limit}`],
    minProperties: [`至少 ${limit} 个栏目`, `takes at least ${limit} members`],
    uniqueItems: ['有重复的项', 'has an entry twice'],
  };
  const [zh, en] = words[keyword] ?? ['写法不对，请对照说明', message];
  return { zh, en };
}
