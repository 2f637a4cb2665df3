import { childOf, childrenOf, readXml, type XmlElement } from '../xml/read-xml.ts';

/** The look of a run as far as a style says: face by name, size in half points. */
export type Look = { readonly face?: string; readonly halfPoints?: number };

/** The first of what is said wins: the run's own look before its style's, that before the document's default. */
export const firstLook = (...looks: readonly (Look | undefined)[]): Look => {
  const face = looks.find((one) => one?.face !== undefined)?.face;
  const halfPoints = looks.find((one) => one?.halfPoints !== undefined)?.halfPoints;
  return { ...(face === undefined ? {} : { face }), ...(halfPoints === undefined ? {} : { halfPoints }) };
};

/** `rPr`: the face for Chinese text, else the one for Latin. */
export function readLook(properties: XmlElement | undefined): Look | undefined {
  const fonts = childOf(properties, 'rFonts')?.attributes;
  const face = fonts?.get('eastAsia') ?? fonts?.get('ascii');
  const size = Number(childOf(properties, 'sz')?.attributes.get('val') ?? Number.NaN);
  return { ...(face ? { face } : {}), ...(size > 0 ? { halfPoints: size } : {}) };
}

type Style = {
  readonly basedOn: string | undefined;
  readonly look: Look | undefined;
  readonly lineTwips: number | undefined;
};

/** What the styles of a document say; most files of a word processor name sizes nowhere else. */
export type Styles = {
  readonly look: (style: string | undefined) => Look;
  /** Twentieths of a point from line to line, where a style fixes them. */
  readonly lineTwips: (style: string | undefined) => number | undefined;
};

/** `spacing`: the pitch of lines where it is a fixed one. */
export function exactTwips(properties: XmlElement | undefined): number | undefined {
  const spacing = childOf(properties, 'spacing')?.attributes;
  return spacing?.get('lineRule') === 'exact' ? Number(spacing.get('line')) : undefined;
}

/** Word itself stops far earlier; each paragraph walks its styles. */
const deepestStyle = 64;

/** Reads `word/styles.xml`; a file without it, or with one that does not read, has no styles. */
export function readStyles(bytes: Uint8Array | undefined): Styles {
  const xml = bytes && readXml(bytes);
  const root = xml?.ok ? xml.value : undefined;
  const styles = new Map<string, Style>();
  let normal: string | undefined;
  for (const node of root ? childrenOf(root, 'style') : []) {
    const id = node.attributes.get('styleId');
    if (!id) continue;
    if (node.attributes.get('type') === 'paragraph' && node.attributes.get('default') === '1') normal = id;
    styles.set(id, {
      basedOn: childOf(node, 'basedOn')?.attributes.get('val'),
      look: readLook(childOf(node, 'rPr')),
      lineTwips: exactTwips(childOf(node, 'pPr')),
    });
  }
  const defaults = readLook(childOf(childOf(childOf(root, 'docDefaults'), 'rPrDefault'), 'rPr'));
  /** A style and those under it; one that leads back to itself ends there, and so does one that never ends. */
  const chainOf = (id: string | undefined): Style[] => {
    const chain = new Set<Style>();
    let at = styles.get(id ?? normal ?? '');
    for (; at && !chain.has(at) && chain.size < deepestStyle; at = styles.get(at.basedOn ?? '')) chain.add(at);
    return [...chain];
  };
  return {
    look: (id) => firstLook(...chainOf(id).map((style) => style.look), defaults),
    lineTwips: (id) => chainOf(id).find((style) => style.lineTwips !== undefined)?.lineTwips,
  };
}
