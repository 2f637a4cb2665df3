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

const known = '20191111';
const versions = { '1.3': known, '1.4': '20211108', '1.5': '20230324' } as const;
export type DmnVersion = keyof typeof versions;

/** The library knows the names of DMN 1.3: those of 1.2, 1.4 and 1.5 are read as such, and written back at the end. */
export function withKnownNamespaces(xml: string): string {
  return withKnownIds(xml)
    .replace(
      /https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20211108|20230324)\/(MODEL|DMNDI)\//g,
      `https://www.omg.org/spec/DMN/${known}/$1/`,
    )
    .replace(/https?:\/\/www\.omg\.org\/spec\/DMN\/20180521\/D(C|I)\//g, 'http://www.omg.org/spec/DMN/20180521/D$1/');
}

export function withNamespacesOf(xml: string, version: DmnVersion): string {
  return xml.replaceAll(`https://www.omg.org/spec/DMN/${known}/`, `https://www.omg.org/spec/DMN/${versions[version]}/`);
}

/**
 * The library takes ASCII ids alone, while XML allows `id="条件一"`: other characters travel as `_x6761_`. Ids stand in `id`
 * and behind the `#` of `href` attributes.
 */
export function encodeId(id: string): string {
  const plain = id.replace(/[^\w.#:/-]/gu, (character) => `_x${(character.codePointAt(0) ?? 0).toString(16)}_`);
  return /^[\d.-]/.test(plain) ? `_x_${plain}` : plain;
}

export function decodeId(id: string): string {
  const whole = id.replace(/^_x_/, '');
  return whole.replace(/_x([0-9a-f]{1,6})_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** Inside of tags alone: `list[ id = "甲" ]` is a text. */
function withKnownIds(xml: string): string {
  const attribute = /(\s(?:id|href)\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;
  return xml.replace(/<[\p{L}_][^<>]*>/gu, (tag) =>
    tag.replace(attribute, (_, start: string, a?: string, b?: string) => {
      const value = a ?? b ?? '';
      const idFrom = start.trim().startsWith('href') ? value.lastIndexOf('#') + 1 : 0;
      return `${start}"${value.slice(0, idFrom)}${encodeId(value.slice(idFrom))}"`;
    }),
  );
}

/** The href with its id written as the library takes it. */
export function encodeHref(href: string): string {
  const idFrom = href.lastIndexOf('#') + 1;
  return href.slice(0, idFrom) + encodeId(href.slice(idFrom));
}

export function decodeHref(href: string): string {
  const idFrom = href.lastIndexOf('#') + 1;
  return href.slice(0, idFrom) + decodeId(href.slice(idFrom));
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
