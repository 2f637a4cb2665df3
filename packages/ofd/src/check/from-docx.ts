import { ok, type Result } from '@zhengtong/kernel';
import { broken, type OfdRefusal } from '../read/package.ts';
import { childOf, childrenOf, readXml, type XmlElement } from '../xml/read-xml.ts';
import { readZip } from '../zip/read-zip.ts';
import { roleOf, type Seen, type SeenParagraph } from './seen.ts';

// Twentieths of a point.
const mmOfTwips = (text: string | undefined): number => (Number(text ?? 0) / 20) * (25.4 / 72);
const attributeOf = (parent: XmlElement | undefined, name: string, key = 'val'): string | undefined =>
  childOf(parent, name)?.attributes.get(key);

/** What a .docx says of itself: paragraphs with face and size, paper and margins. Where things fall on pages is unknown. */
export function seeDocx(bytes: Uint8Array): Result<Seen, OfdRefusal> {
  const zip = readZip(bytes);
  if (!zip.ok) return zip;
  const path = 'word/document.xml';
  const file = zip.value.get(path);
  if (!file) return broken(path, 'missing');
  const xml = readXml(file);
  if (!xml.ok) return broken(path, `xml ${xml.refusal.reason}`);
  const body = childOf(xml.value, 'body');
  const paragraphs = childrenOf(body, 'p').map(readParagraph);
  const section = childOf(body, 'sectPr');
  const size = childOf(section, 'pgSz')?.attributes;
  const margin = childOf(section, 'pgMar')?.attributes;
  return ok({
    source: 'docx',
    pages: size ? [{ width: mmOfTwips(size.get('w')), height: mmOfTwips(size.get('h')) }] : [],
    lines: [],
    bars: [],
    stamps: [],
    paragraphs: paragraphs.filter((paragraph) => paragraph.text.trim() !== ''),
    ...(margin
      ? {
          margins: {
            top: mmOfTwips(margin.get('top')),
            left: mmOfTwips(margin.get('left')),
            right: mmOfTwips(margin.get('right')),
            bottom: mmOfTwips(margin.get('bottom')),
          },
        }
      : {}),
  });
}

function readParagraph(node: XmlElement): SeenParagraph {
  const runs = childrenOf(node, 'r');
  const text = runs.flatMap((run) => childrenOf(run, 't').map((part) => part.text)).join('');
  const properties = childOf(node, 'pPr');
  const longest = [...runs].sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  const look = childOf(longest, 'rPr') ?? childOf(properties, 'rPr');
  const fonts = childOf(look, 'rFonts')?.attributes;
  const fontName = fonts?.get('eastAsia') ?? fonts?.get('ascii') ?? '';
  const halfPoints = attributeOf(look, 'sz');
  const indent = childOf(properties, 'ind')?.attributes;
  const firstChars = indent?.get('firstLineChars');
  return {
    text,
    font: roleOf(fontName),
    fontName,
    size: halfPoints ? Number(halfPoints) / 2 : undefined,
    align: attributeOf(properties, 'jc'),
    firstChars: firstChars ? Number(firstChars) / 100 : undefined,
  };
}

const lengthOf = (run: XmlElement): number => childrenOf(run, 't').reduce((sum, part) => sum + part.text.length, 0);
