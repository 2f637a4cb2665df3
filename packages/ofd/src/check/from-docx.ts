import { ok, type Result } from '@zhengtong/kernel';
import { broken, type OfdRefusal } from '../read/package.ts';
import { childOf, childrenOf, readXml, type XmlElement } from '../xml/read-xml.ts';
import { readZip } from '../zip/read-zip.ts';
import { exactTwips, firstLook, readLook, readStyles, type Styles } from './docx-styles.ts';
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
  const styles = readStyles(zip.value.get('word/styles.xml'));
  const paragraphs = childrenOf(body, 'p').map((node) => readParagraph(node, styles));
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

// Between a paragraph and its runs may stand links, accepted changes and content controls; what was deleted does not count.
const wrappers = new Set(['hyperlink', 'ins', 'smartTag', 'sdt', 'sdtContent', 'fldSimple']);
const runsOf = (node: XmlElement): XmlElement[] =>
  node.children.flatMap((child) => (child.name === 'r' ? [child] : wrappers.has(child.name) ? runsOf(child) : []));

const sayRun = (run: XmlElement): string =>
  run.children.map((part) => (part.name === 't' ? part.text : part.name === 'tab' ? '\t' : '')).join('');

function readParagraph(node: XmlElement, styles: Styles): SeenParagraph {
  const runs = runsOf(node);
  const properties = childOf(node, 'pPr');
  const style = attributeOf(properties, 'pStyle');
  const longest = [...runs].sort((a, b) => sayRun(b).length - sayRun(a).length)[0];
  const own = childOf(longest, 'rPr');
  const look = firstLook(readLook(own), styles.look(attributeOf(own, 'rStyle') ?? style), styles.look(style));
  const indent = childOf(properties, 'ind')?.attributes;
  const firstChars = indent?.get('firstLineChars');
  const lineTwips = exactTwips(properties) ?? styles.lineTwips(style);
  return {
    text: runs.map(sayRun).join(''),
    font: roleOf(look.face),
    fontName: look.face ?? '',
    size: look.halfPoints === undefined ? undefined : look.halfPoints / 2,
    align: attributeOf(properties, 'jc'),
    firstChars: firstChars ? Number(firstChars) / 100 : undefined,
    linePitch: lineTwips === undefined ? undefined : lineTwips / 20,
  };
}
