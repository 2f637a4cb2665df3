/** The namespace of DMN 1.3, the one the library knows: the others are read as it, and written back at the end. */
const known = '20191111';
const versions = { '1.3': known, '1.4': '20211108', '1.5': '20230324' } as const;
export type DmnVersion = keyof typeof versions;

const dated =
  /^https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20191111|20211108|20230324|20240513)\/(MODEL|DMNDI)\/$/;
const drawing = /^https?:\/\/www\.omg\.org\/spec\/DMN\/20180521\/(DC|DI)\/$/;
/** DMN 1.1, of 2016: what it has is called as in the later ones. */
const first = /^http:\/\/www\.omg\.org\/spec\/DMN\/20151101\/dmn(?:11)?\.xsd$/;

/** The namespace as the library knows it: of DMN 1.1 to 1.6, which all read alike. Others stay as they are. */
export function knownNamespace(uri: string): string {
  if (first.test(uri)) return modelNamespace;
  const part = dated.exec(uri)?.[1];
  if (part) return `https://www.omg.org/spec/DMN/${known}/${part}/`;
  const shape = drawing.exec(uri)?.[1];
  return shape ? `http://www.omg.org/spec/DMN/20180521/${shape}/` : uri;
}
export const modelNamespace = `https://www.omg.org/spec/DMN/${known}/MODEL/`;

/** Declarations stand in the first tag: the same words in a text are left alone. */
export function withNamespacesOf(xml: string, version: DmnVersion): string {
  const end = xml.indexOf('>', xml.indexOf('definitions'));
  const head = xml.slice(0, end);
  return (
    head.replaceAll(`"https://www.omg.org/spec/DMN/${known}/`, `"https://www.omg.org/spec/DMN/${versions[version]}/`) +
    xml.slice(end)
  );
}
