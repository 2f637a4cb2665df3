/** An element as written: name, attributes (absent ones left out), then children or text. */
export type XmlNode = string;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML 1.0 cannot hold at all, not even escaped; a lone surrogate among them.
const impossible = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;

export const escapeXml = (text: string): string =>
  text.replace(impossible, '\ufffd').replace(/[&<>"]/g, (char) => escapes[char] as string);

/** One element; `children` are finished XML, `text` is escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  children: readonly XmlNode[] | string = [],
): XmlNode {
  let open = `<ofd:${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) open += ` ${key}="${typeof value === 'number' ? say(value) : escapeXml(String(value))}"`;
  }
  const inner = typeof children === 'string' ? escapeXml(children) : children.join('');
  return inner === '' ? `${open}/>` : `${open}>${inner}</ofd:${name}>`;
}

/** A length or coordinate: micrometres are enough, and no exponent ever. */
export function say(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a measure: ${value}`);
  return String(Math.round(value * 1000) / 1000 + 0);
}

export const sayAll = (values: readonly number[]): string => values.map(say).join(' ');

/** A whole file: the root carries the namespace of GB/T 33190-2016. */
export function xmlFile(root: XmlNode): Uint8Array {
  const named = root.replace(/^<(ofd:\w+)/, '<$1 xmlns:ofd="http://www.ofdspec.org/2016"');
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${named}`);
}
