// The file by which catalogues of public software find the project. What its readers ask for: publiccode.yml 0.4,
// schema.core, and the rules of its parser where no network is asked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';

const root = new URL('../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');
const file = parse(read('publiccode.yml'));
const length = (text: string): number => [...text].length;

test('publiccode.yml has every key that 0.4 requires, with a value it allows', () => {
  assert.equal(file.publiccodeYmlVersion, '0.4');
  assert.ok(file.name && file.platforms.length > 0 && file.categories.length > 0);
  assert.match(file.releaseDate, /^\d{4}-\d{2}-\d{2}$/);
  assert.ok(['concept', 'development', 'beta', 'stable', 'obsolete'].includes(file.developmentStatus));
  assert.equal(file.softwareType, 'standalone/web');
  assert.equal(file.legal.license, JSON.parse(read('package.json')).license);
  assert.equal(file.softwareVersion, JSON.parse(read('package.json')).version);
  assert.ok(
    file.maintenance.type === 'community' && file.maintenance.contacts.every(({ name }: { name: string }) => name),
  );
  assert.equal(typeof file.localisation.localisationReady, 'boolean');
  assert.deepEqual(file.localisation.availableLanguages, ['zh', 'en']);
  assert.ok(
    file.intendedAudience.countries.every((code: string) => /^[A-Z]{2}$/.test(code)),
    'upper case since 0.4',
  );
});

test('publiccode.yml describes the software in both languages, as long as catalogues show', () => {
  assert.deepEqual(Object.keys(file.description).sort(), ['en', 'zh']);
  for (const { shortDescription, longDescription, features } of Object.values<Record<string, string>>(
    file.description,
  )) {
    assert.ok(length(shortDescription ?? '') > 0 && length(shortDescription ?? '') <= 150);
    assert.ok(length(longDescription ?? '') >= 150 && length(longDescription ?? '') <= 10_000);
    assert.ok((features ?? '').length > 0);
  }
});

test('publiccode.yml names no address that belongs to somebody else', () => {
  const { protocol, hostname } = new URL(file.url);
  assert.equal(protocol, 'https:');
  // example.org and its like are hosts that answer; names under .example never are (RFC 2606).
  assert.doesNotMatch(hostname, /(^|\.)example\.(com|net|org)$/);
  if (hostname.endsWith('.example')) assert.equal(file.landingURL, undefined);
});
