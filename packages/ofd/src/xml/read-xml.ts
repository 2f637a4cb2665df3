import { ok, type Result, refuse } from '@zhengtong/kernel';
import { SaxesParser } from 'saxes';

/** An element as read. Prefixes are gone: makers of OFD write `ofd:`, others, or none. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

export type XmlRefusal = {
  readonly kind: 'xml-refused';
  readonly reason: 'not-utf8' | 'doctype' | 'malformed' | 'too-deep' | 'too-many';
};

/** Elements that may still be read, shared by all files of a package: one small file named by every page is read for each. */
export type XmlWork = { elements: number };

type Growing = { name: string; attributes: Map<string, string>; children: XmlElement[]; text: string };

const deepest = 64;
const mostElements = 400_000;
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

class Stop extends Error {
  readonly reason: XmlRefusal['reason'];
  constructor(reason: XmlRefusal['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Reads a whole XML file or refuses it. No document type, hence no entities of its own, no outside files and no
 * billion laughs; well-formedness is checked, because two readers who mend a file differently see two documents.
 */
export function readXml(bytes: Uint8Array, work: XmlWork = { elements: mostElements }): Result<XmlElement, XmlRefusal> {
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse({ kind: 'xml-refused', reason: 'not-utf8' });
  }
  const parser = new SaxesParser({ xmlns: false });
  const open: Growing[] = [];
  let root: Growing | undefined;
  let count = 0;
  parser.on('doctype', () => {
    throw new Stop('doctype');
  });
  parser.on('error', () => {
    throw new Stop('malformed');
  });
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) throw new Stop('too-deep');
    if (++count > mostElements || --work.elements < 0) throw new Stop('too-many');
    const attributes = new Map(Object.entries(tag.attributes).map(([key, value]) => [localName(key), String(value)]));
    const next: Growing = { name: localName(tag.name), attributes, children: [], text: '' };
    open.at(-1)?.children.push(next);
    root ??= next;
    open.push(next);
  });
  const addText = (text: string): void => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
  });
  try {
    parser.write(source).close();
  } catch (error) {
    return refuse({ kind: 'xml-refused', reason: error instanceof Stop ? error.reason : 'malformed' });
  }
  return root ? ok(root) : refuse({ kind: 'xml-refused', reason: 'malformed' });
}

/** The first child of that name. */
export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((child) => child.name === name);

export const childrenOf = (parent: XmlElement | undefined, name: string): readonly XmlElement[] =>
  parent?.children.filter((child) => child.name === name) ?? [];

/** The text of the first child of that name, trimmed; undefined where there is none. */
export const textOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.text.trim();

/** Numbers of a space-separated list (ST_Box, ST_Array); undefined where one is no number. */
export function numbersOf(text: string | undefined): number[] | undefined {
  if (text === undefined) return undefined;
  const parts = text.trim().split(/\s+/).map(Number);
  return parts.every(Number.isFinite) ? parts : undefined;
}
