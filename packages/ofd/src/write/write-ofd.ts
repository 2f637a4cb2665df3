import { createHash } from 'node:crypto';
import type { FontSet } from '../fonts/font-set.ts';
import { saySubstitutions } from '../fonts/font-set.ts';
import { preparePieces, type UsedFont } from '../fonts/pieces.ts';
import { listRareGlyphs, subsetFace } from '../fonts/subset.ts';
import type { Layout } from '../layout/layout.ts';
import { element, sayAll, type XmlNode, xmlFile } from '../xml/write-xml.ts';
import { writeZip } from '../zip/write-zip.ts';
import { UnitIds } from './ids.ts';
import { drawItems, type TagRecord } from './objects.ts';
import { writeAttachments, writeOutlines, writeTags } from './side-files.ts';

export type WrittenOfd = {
  readonly bytes: Uint8Array;
  /** Characters no font at hand has; they show as an empty box. */
  readonly missing: readonly string[];
};

/** The files of an OFD package, by path, in the order they are stored; sealing adds to them. */
export type OfdFiles = Map<string, Uint8Array>;

/** Writes the layout as OFD (GB/T 33190-2016). Equal layouts give equal bytes. */
export function writeOfd(layout: Layout, fonts: FontSet): WrittenOfd {
  const { files, missing } = buildOfdFiles(layout, fonts);
  return { bytes: writeZip(files), missing };
}

/** The files before they are packed, for whoever adds signatures. */
export type BuiltOfd = {
  readonly files: OfdFiles;
  readonly missing: readonly string[];
  readonly pageIds: readonly number[];
};

export function buildOfdFiles(layout: Layout, fonts: FontSet): BuiltOfd {
  const ids = new UnitIds();
  const files: OfdFiles = new Map();
  const prepared = preparePieces(layout, fonts);
  const said = saySubstitutions(
    fonts,
    prepared.fonts.map((font) => font.cut.role),
  );
  files.set('OFD.xml', new Uint8Array());

  const fontIds = new Map<UsedFont, number>();
  const glyphs = new Map<UsedFont, ReadonlyMap<number, number>>();
  const fontNodes: XmlNode[] = [];
  const fontFiles: [string, Uint8Array][] = [];
  prepared.fonts.forEach((font, i) => {
    const id = ids.next();
    fontIds.set(font, id);
    const name = `font_${i}.ttf`;
    const subset = subsetFace(font.face, font.codePoints);
    fontFiles.push([`Doc_0/Res/${name}`, subset]);
    glyphs.set(font, listRareGlyphs(subset, font.codePoints));
    // FamilyName is what a reader without the file matches by: the official name, whatever was put in its place.
    fontNodes.push(
      element(
        'Font',
        { ID: id, FontName: font.face.postscriptName, FamilyName: font.cut.officialName, Charset: 'unicode' },
        [element('FontFile', {}, name)],
      ),
    );
  });

  const imageIds = new Map<string, number>();
  const imageNodes: XmlNode[] = [];
  const imageFiles: [string, Uint8Array][] = [];
  Object.entries(layout.images ?? {}).forEach(([key, image], i) => {
    const id = ids.next();
    imageIds.set(key, id);
    const name = `image_${i}.${image.format === 'png' ? 'png' : 'jpg'}`;
    imageFiles.push([`Doc_0/Res/${name}`, image.bytes]);
    imageNodes.push(
      element('MultiMedia', { ID: id, Type: 'Image', Format: image.format.toUpperCase() }, [
        element('MediaFile', {}, name),
      ]),
    );
  });

  const tags: TagRecord[] = [];
  const pageIds: number[] = [];
  const pageFiles: [string, Uint8Array][] = layout.pages.map((page, i) => {
    const pageId = ids.next();
    pageIds.push(pageId);
    const layerId = ids.next();
    const objects = drawItems(page.items, pageId, ids, { prepared, fontIds, glyphs, imageIds }, tags);
    const root = element('Page', {}, [
      element('Area', {}, [element('PhysicalBox', {}, sayAll([0, 0, page.width, page.height]))]),
      element('Content', {}, [element('Layer', { ID: layerId, Type: 'Body' }, objects)]),
    ]);
    return [`Doc_0/Pages/Page_${i}/Content.xml`, xmlFile(root)];
  });

  const outlines = writeOutlines(layout.outlines ?? [], pageIds);
  const attachments = writeAttachments(layout.attachments ?? [], ids, layout.meta.createdOn);
  const customTags = writeTags(tags);
  const first = layout.pages[0];
  if (!first) throw new Error('a document has at least one page');
  const document = element('Document', {}, [
    element('CommonData', {}, [
      element('MaxUnitID', {}, String(ids.last)),
      element('PageArea', {}, [element('PhysicalBox', {}, sayAll([0, 0, first.width, first.height]))]),
      element('PublicRes', {}, 'PublicRes.xml'),
      ...(imageNodes.length > 0 ? [element('DocumentRes', {}, 'DocumentRes.xml')] : []),
    ]),
    element(
      'Pages',
      {},
      pageIds.map((id, i) => element('Page', { ID: id, BaseLoc: `Pages/Page_${i}/Content.xml` })),
    ),
    ...outlines,
    ...(customTags.length > 0 ? [element('CustomTags', {}, 'Tags/CustomTags.xml')] : []),
    ...(attachments.length > 0 ? [element('Attachments', {}, 'Attachs/Attachments.xml')] : []),
  ]);
  files.set('Doc_0/Document.xml', xmlFile(document));
  files.set('Doc_0/PublicRes.xml', writeResources('Fonts', fontNodes));
  if (imageNodes.length > 0) files.set('Doc_0/DocumentRes.xml', writeResources('MultiMedias', imageNodes));
  for (const [name, bytes] of [...pageFiles, ...fontFiles, ...imageFiles, ...attachments, ...customTags])
    files.set(name, bytes);
  files.set('OFD.xml', writeEntry(layout, files, said));
  return { files, missing: [...prepared.missing], pageIds };
}

const writeResources = (kind: string, nodes: readonly XmlNode[]): Uint8Array =>
  xmlFile(element('Res', { BaseLoc: 'Res' }, [element(kind, {}, nodes)]));

function writeEntry(layout: Layout, files: OfdFiles, substitutions: string): Uint8Array {
  const { meta } = layout;
  const custom = { ...meta.custom, ...(substitutions ? { 字体替代: substitutions } : {}) };
  const body = element('DocBody', {}, [
    element('DocInfo', {}, [
      element('DocID', {}, meta.docId ?? contentId(files)),
      element('Title', {}, meta.title),
      ...(meta.author ? [element('Author', {}, meta.author)] : []),
      ...(meta.subject ? [element('Subject', {}, meta.subject)] : []),
      ...(meta.createdOn ? [element('CreationDate', {}, meta.createdOn)] : []),
      ...(meta.keywords?.length
        ? [
            element(
              'Keywords',
              {},
              meta.keywords.map((word) => element('Keyword', {}, word)),
            ),
          ]
        : []),
      element('Creator', {}, '政通 Zhengtong'),
      ...(Object.keys(custom).length > 0 ? [writeCustom(custom)] : []),
    ]),
    element('DocRoot', {}, 'Doc_0/Document.xml'),
  ]);
  return xmlFile(element('OFD', { Version: '1.0', DocType: 'OFD' }, [body]));
}

const writeCustom = (custom: Readonly<Record<string, string>>): XmlNode =>
  element(
    'CustomDatas',
    {},
    Object.entries(custom).map(([Name, value]) => element('CustomData', { Name }, value)),
  );

// A document id that follows from the content: 32 hexadecimal digits, as a UUID without dashes.
function contentId(files: OfdFiles): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(name).update(bytes);
  return hash.digest('hex').slice(0, 32);
}
