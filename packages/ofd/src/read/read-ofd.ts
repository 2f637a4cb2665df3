import { ok, type Result, refuse } from '@zhengtong/kernel';
import type { Attachment } from '../layout/layout.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/read-xml.ts';
import type { ZipLimits } from '../zip/read-zip.ts';
import { type Box, readBox } from './geometry.ts';
import { type ReadFont, type ReadItem, readItems } from './objects.ts';
import { broken, type OfdPackage, type OfdRefusal, openPackage, TooMuch } from './package.ts';
import { type ReadOutline, readAttachments, readOutlines, readTags } from './side-files.ts';

export type ReadPage = {
  readonly id: number;
  readonly file: string;
  readonly box: Box;
  readonly items: readonly ReadItem[];
};

export type OfdDocument = {
  readonly meta: {
    readonly docId: string | undefined;
    readonly title: string | undefined;
    readonly author: string | undefined;
    readonly creationDate: string | undefined;
    readonly custom: ReadonlyMap<string, string>;
  };
  readonly pages: readonly ReadPage[];
  readonly fonts: ReadonlyMap<number, ReadFont>;
  /** Paths of image files by resource number. */
  readonly images: ReadonlyMap<number, string>;
  readonly outlines: readonly ReadOutline[];
  readonly attachments: readonly Attachment[];
  /** What objects are, by the custom tags: object number to names. */
  readonly tags: ReadonlyMap<number, string>;
  /** Path of the list of signatures, where the document has one. */
  readonly signatures: string | undefined;
  /** Every file that takes part in showing the document: what a signature must protect. */
  readonly usedFiles: ReadonlySet<string>;
};

const a4: Box = { x: 0, y: 0, width: 210, height: 297 };

/** Reads an OFD file from its bytes. A file may hold several documents; the answer is in their order. */
export function readOfd(bytes: Uint8Array, limits?: ZipLimits): Result<readonly OfdDocument[], OfdRefusal> {
  const opened = openPackage(bytes, limits);
  return opened.ok ? readDocuments(opened.value) : opened;
}

export function readDocuments(pack: OfdPackage): Result<readonly OfdDocument[], OfdRefusal> {
  const entry = pack.xml('OFD.xml');
  if (!entry.ok) return entry;
  const bodies = childrenOf(entry.value, 'DocBody');
  if (entry.value.name !== 'OFD' || bodies.length === 0 || bodies.length > 64) return broken('OFD.xml', 'no document');
  const documents: OfdDocument[] = [];
  try {
    for (const body of bodies) {
      const document = readDocument(pack, body);
      if (!document.ok) return document;
      documents.push(document.value);
    }
  } catch (fault) {
    if (!(fault instanceof TooMuch)) throw fault;
    return refuse<OfdRefusal>({ kind: 'zip-too-large', reason: 'too many objects' });
  }
  return ok(documents);
}

function readDocument(pack: OfdPackage, body: XmlElement): Result<OfdDocument, OfdRefusal> {
  const rootPath = pack.resolve('OFD.xml', textOf(body, 'DocRoot') ?? '');
  if (!rootPath) return broken('OFD.xml', 'document root');
  const root = pack.xml(rootPath);
  if (!root.ok) return root;
  const usedFiles = new Set(['OFD.xml', rootPath]);
  const commonData = childOf(root.value, 'CommonData');
  const fonts = new Map<number, ReadFont>();
  const images = new Map<number, string>();
  for (const name of ['PublicRes', 'DocumentRes']) {
    for (const node of childrenOf(commonData, name)) {
      const path = pack.resolve(rootPath, node.text.trim());
      const res = path ? pack.xml(path) : broken(rootPath, 'resource location');
      if (!res.ok) return res;
      usedFiles.add(path as string);
      readResources(pack, path as string, res.value, fonts, images, usedFiles);
    }
  }
  const defaultBox = readBox(textOf(childOf(commonData, 'PageArea'), 'PhysicalBox')) ?? a4;
  const templates = new Map<number, ReadItem[]>();
  for (const node of childrenOf(commonData, 'TemplatePage')) {
    const page = readPage(pack, rootPath, node, defaultBox, fonts, new Map(), usedFiles);
    if (!page.ok) return page;
    templates.set(page.value.id, [...page.value.items]);
  }
  const pages: ReadPage[] = [];
  for (const node of childrenOf(childOf(root.value, 'Pages'), 'Page')) {
    const page = readPage(pack, rootPath, node, defaultBox, fonts, templates, usedFiles);
    if (!page.ok) return page;
    pages.push(page.value);
  }
  const attachments = readAttachments(pack, rootPath, root.value, usedFiles);
  addAnnotations(pack, rootPath, root.value, usedFiles);
  if (!attachments.ok) return attachments;
  const docInfo = childOf(body, 'DocInfo');
  const signatures = textOf(body, 'Signatures');
  const custom = childrenOf(childOf(docInfo, 'CustomDatas'), 'CustomData');
  return ok({
    meta: {
      docId: textOf(docInfo, 'DocID'),
      title: textOf(docInfo, 'Title'),
      author: textOf(docInfo, 'Author'),
      creationDate: textOf(docInfo, 'CreationDate'),
      custom: new Map(custom.map((node) => [node.attributes.get('Name') ?? '', node.text.trim()])),
    },
    pages,
    fonts,
    images,
    outlines: readOutlines(
      root.value,
      pages.map((page) => page.id),
    ),
    attachments: attachments.value,
    tags: readTags(pack, rootPath, root.value),
    signatures: signatures ? pack.resolve('OFD.xml', signatures) : undefined,
    usedFiles,
  });
}

function readPage(
  pack: OfdPackage,
  rootPath: string,
  node: XmlElement,
  defaultBox: Box,
  fonts: Map<number, ReadFont>,
  templates: ReadonlyMap<number, readonly ReadItem[]>,
  usedFiles: Set<string>,
): Result<ReadPage, OfdRefusal> {
  const path = pack.resolve(rootPath, node.attributes.get('BaseLoc') ?? '');
  if (!path) return broken(rootPath, 'page location');
  const page = pack.xml(path);
  if (!page.ok) return page;
  usedFiles.add(path);
  for (const resource of childrenOf(page.value, 'PageRes')) {
    const file = pack.resolve(path, resource.text.trim());
    const res = file ? pack.xml(file) : broken(path, 'resource location');
    if (!res.ok) return res;
    usedFiles.add(file as string);
    readResources(pack, file as string, res.value, fonts, new Map(), usedFiles);
  }
  const items: ReadItem[] = [];
  pack.spend(1);
  for (const use of childrenOf(page.value, 'Template')) {
    const drawn = templates.get(Number(use.attributes.get('TemplateID'))) ?? [];
    pack.spend(drawn.length);
    for (const item of drawn) items.push(item);
  }
  for (const content of childrenOf(page.value, 'Content')) readItems(content, fonts, items, pack.spend);
  const box = readBox(textOf(childOf(page.value, 'Area'), 'PhysicalBox')) ?? defaultBox;
  return ok({ id: Number(node.attributes.get('ID')) || 0, file: path, box, items });
}

/** Annotations lie over the pages: they are not read, but a seal must cover them. */
function addAnnotations(pack: OfdPackage, rootPath: string, root: XmlElement, usedFiles: Set<string>): void {
  const path = pack.resolve(rootPath, textOf(root, 'Annotations') ?? '');
  const list = path ? pack.xml(path) : undefined;
  if (!path || !list?.ok) return;
  usedFiles.add(path);
  for (const page of childrenOf(list.value, 'Page')) {
    const file = pack.resolve(path, textOf(page, 'FileLoc') ?? '');
    if (file) usedFiles.add(file);
  }
}

function readResources(
  pack: OfdPackage,
  path: string,
  root: XmlElement,
  fonts: Map<number, ReadFont>,
  images: Map<number, string>,
  usedFiles: Set<string>,
): void {
  const base = root.attributes.get('BaseLoc') ?? '';
  const locate = (location: string | undefined): string | undefined => {
    if (!location) return undefined;
    const file = pack.resolve(path, location.startsWith('/') || base === '' ? location : `${base}/${location}`);
    if (file) usedFiles.add(file);
    return file;
  };
  for (const node of childrenOf(childOf(root, 'Fonts'), 'Font')) {
    fonts.set(Number(node.attributes.get('ID')), {
      name: node.attributes.get('FontName') ?? '',
      family: node.attributes.get('FamilyName'),
      file: locate(textOf(node, 'FontFile')),
    });
  }
  for (const node of childrenOf(childOf(root, 'MultiMedias'), 'MultiMedia')) {
    const file = locate(textOf(node, 'MediaFile'));
    if (file) images.set(Number(node.attributes.get('ID')), file);
  }
}
