import { ok, type Result, refuse } from '@zhengtong/kernel';
import { readXml, type XmlElement, type XmlRefusal } from '../xml/read-xml.ts';
import { isPlainPath, readZip, type ZipLimits, type ZipRefusal } from '../zip/read-zip.ts';

export type OfdRefusal = ZipRefusal | { readonly kind: 'ofd-broken'; readonly file: string; readonly reason: string };

/** The files of an opened OFD package by path, and ways to ask them. */
export type OfdPackage = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Where a location points (ST_Loc): absolute from the root, else from the folder of the file that says it. */
  readonly resolve: (from: string, location: string) => string | undefined;
  readonly xml: (path: string) => Result<XmlElement, OfdRefusal>;
};

export const broken = (file: string, reason: string) => refuse<OfdRefusal>({ kind: 'ofd-broken', file, reason });

/** Unpacks within limits. What stands inside is not looked at yet. */
export function openPackage(bytes: Uint8Array, limits?: ZipLimits): Result<OfdPackage, OfdRefusal> {
  const zip = readZip(bytes, limits);
  if (!zip.ok) return zip;
  const files = zip.value;
  if (!files.has('OFD.xml')) return broken('OFD.xml', 'missing');
  return ok({ files, resolve: resolveLocation, xml: (path) => xmlOf(files, path) });
}

function xmlOf(files: ReadonlyMap<string, Uint8Array>, path: string): Result<XmlElement, OfdRefusal> {
  const bytes = files.get(path);
  if (!bytes) return broken(path, 'missing');
  const read: Result<XmlElement, XmlRefusal> = readXml(bytes);
  return read.ok ? read : broken(path, `xml ${read.refusal.reason}`);
}

/** A path inside the package, or undefined where the location leads out of it or is none. */
export function resolveLocation(from: string, location: string): string | undefined {
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
