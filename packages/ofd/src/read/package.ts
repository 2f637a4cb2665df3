import { ok, type Result, refuse } from '@zhengtong/kernel';
import { readXml, type XmlElement, type XmlRefusal, type XmlWork } from '../xml/read-xml.ts';
import { isPlainPath, readZip, type ZipLimits, type ZipRefusal } from '../zip/read-zip.ts';

export type OfdRefusal = ZipRefusal | { readonly kind: 'ofd-broken'; readonly file: string; readonly reason: string };

/** The files of an opened OFD package by path, and ways to ask them. */
export type OfdPackage = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Where a location points (ST_Loc): absolute from the root, else from the folder of the file that says it. */
  readonly resolve: (from: string, location: string) => string | undefined;
  readonly xml: (path: string) => Result<XmlElement, OfdRefusal>;
  /** Pays for objects and characters about to be held in memory; throws `TooMuch` where a few bytes would become millions. */
  readonly spend: (count: number) => void;
};

/** What a package may unfold to, however often its pages name the same files: some 5,000 pages of text. */
const most = { elements: 4_000_000, objects: 3_000_000 };

/** Caught where documents are read, and told as a refusal. */
export class TooMuch extends Error {}

export const broken = (file: string, reason: string) => refuse<OfdRefusal>({ kind: 'ofd-broken', file, reason });

/** Unpacks within limits. What stands inside is not looked at yet. */
export function openPackage(bytes: Uint8Array, limits?: ZipLimits): Result<OfdPackage, OfdRefusal> {
  const zip = readZip(bytes, limits);
  if (!zip.ok) return zip;
  const files = zip.value;
  if (!files.has('OFD.xml')) return broken('OFD.xml', 'missing');
  const work: XmlWork = { elements: most.elements };
  let left = most.objects;
  const spend = (count: number): void => {
    left -= count;
    if (left < 0) throw new TooMuch();
  };
  return ok({ files, resolve: resolveLocation, xml: (path) => xmlOf(files, path, work), spend });
}

function xmlOf(files: ReadonlyMap<string, Uint8Array>, path: string, work: XmlWork): Result<XmlElement, OfdRefusal> {
  const bytes = files.get(path);
  if (!bytes) return broken(path, 'missing');
  const read: Result<XmlElement, XmlRefusal> = readXml(bytes, work);
  if (read.ok) return read;
  const { reason } = read.refusal;
  return reason === 'too-many' ? refuse({ kind: 'zip-too-large', reason, entry: path }) : broken(path, `xml ${reason}`);
}

/** A path inside the package, or undefined where the location leads out of it or is none. */
function resolveLocation(from: string, location: string): string | undefined {
  const parts = location.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of location.replace(/^\//, '').split('/')) {
    if (part === '.' || part === '') continue;
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else parts.push(part);
  }
  const path = parts.join('/');
  return isPlainPath(path) ? path : undefined;
}
