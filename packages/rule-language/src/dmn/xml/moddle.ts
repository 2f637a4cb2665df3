import { DmnModdle, type ModdleElement } from 'dmn-moddle';
import dmn13 from 'dmn-moddle/resources/dmn/json/dmn13.json' with { type: 'json' };

/** What DMN 1.4 and 1.5 brought, told to a library that knows 1.3. */
const expression = (properties: readonly object[]) => ({ superClass: ['Expression'], properties });
const child = (name: string, type = 'ChildExpression') => ({ name, type, xml: { serialize: 'property' } });
const iterator = (name: string, result: string) => ({
  name,
  ...expression([
    { name: 'iteratorVariable', isAttr: true, type: 'String' },
    child('in', 'TypedChildExpression'),
    child(result),
  ]),
});
const newTypes = [
  { name: 'ChildExpression', superClass: ['DMNElement'], properties: [{ name: 'value', type: 'Expression' }] },
  {
    name: 'TypedChildExpression',
    superClass: ['ChildExpression'],
    properties: [{ name: 'typeRef', isAttr: true, type: 'String' }],
  },
  { name: 'Conditional', ...expression([child('if'), child('then'), child('else')]) },
  iterator('For', 'return'),
  iterator('Every', 'satisfies'),
  iterator('Some', 'satisfies'),
  { name: 'Filter', ...expression([child('in'), child('match')]) },
];
const constraint = { name: 'typeConstraint', type: 'UnaryTests', xml: { serialize: 'property' } };

/** Where the schema has it: right behind the allowed values. */
const withConstraint = (properties: readonly { name: string }[]) =>
  properties.flatMap((property) => (property.name === 'allowedValues' ? [property, constraint] : [property]));

const extended = {
  ...dmn13,
  types: [
    ...dmn13.types.map((type) =>
      type.name === 'ItemDefinition' ? { ...type, properties: withConstraint(type.properties ?? []) } : type,
    ),
    ...newTypes,
  ],
};

export function newModdle(): DmnModdle {
  return new DmnModdle({ dmn: extended });
}

/** Typed ways into the library's elements, which are bags of properties. */
export function textOf(element: ModdleElement | null, property: string): string | null {
  const value = element?.[property];
  return typeof value === 'string' ? value : null;
}

export function childOf(element: ModdleElement | null, property: string): ModdleElement | null {
  const value = element?.[property];
  return isElement(value) ? value : null;
}

export function childrenOf(element: ModdleElement | null, property: string): readonly ModdleElement[] {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

export type { ModdleElement };
