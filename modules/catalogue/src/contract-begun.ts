import Type from 'typebox';
import { ItemContent } from './contract-item.ts';

type Schema = Readonly<Record<string, unknown>> & {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
};

/** Whether something must be written here in the end: a text or a list that may not be empty. Keys have a pattern and are never begun. */
export const mustBeFilled = (schema: Schema): boolean =>
  schema.minItems !== undefined || (schema.minLength !== undefined && schema.pattern === undefined);

/** The same schema, where what must be there in the end may still be empty. What may be left out stays left out, not empty. */
function letBeEmpty(schema: Schema): Schema {
  if (schema.items) return { ...schema, items: letBeEmpty(schema.items) };
  if (!schema.properties) return schema;
  const inner = Object.entries(schema.properties).map(([name, one]) => {
    const { minLength: _, minItems: __, ...free } = one;
    return [name, letBeEmpty(schema.required?.includes(name) && mustBeFilled(one) ? (free as Schema) : one)];
  });
  return { ...schema, properties: Object.fromEntries(inner), additionalProperties: false };
}

const begun = letBeEmpty(ItemContent as unknown as Schema);
const { code, name } = ItemContent.properties;

/** As it is being written: a material stands in the list before it has its name, and the checks tell what is missing. */
export const BegunContent = Type.Unsafe<ItemContent>(begun);

/** As a draft is kept: under its code and name, with what is missing told by the checks before publication. */
export const DraftContent = Type.Unsafe<ItemContent>({ ...begun, properties: { ...begun.properties, code, name } });
