import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '@zhengtong/kernel';
import { loadFonts } from '../fonts/font-set.ts';
import { composeDocument } from '../official/compose.ts';
import type { OfficialDocument } from '../official/document.ts';
import { readMarkdown } from '../official/markdown.ts';
import { type DemoSeal, makeDemoSeal } from '../seal/demo-seal.ts';
import { writeSealedOfd } from '../seal/seal-ofd.ts';

/** One instant for everything that is sealed in tests. */
export const sealedAt = Date.parse('2026-11-23T02:00:00Z');
export const fonts = loadFonts();

export const exampleText = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../examples', `${name}.md`), 'utf8');

export const example = (name: string): OfficialDocument => must(readMarkdown(exampleText(name)));

let known: { seal: DemoSeal; bytes: Uint8Array } | undefined;

/** The example notice of three pages, sealed; made once. */
export function sealedNotice(): { seal: DemoSeal; bytes: Uint8Array } {
  if (!known) {
    const document = example('notice');
    const layout = composeDocument(document, fonts);
    const seal = makeDemoSeal(document.issuers[0] ?? '', 45, fonts, sealedAt);
    const { bytes } = writeSealedOfd(layout, fonts, [{ ...seal, stamps: layout.stamps ?? [] }], sealedAt);
    known = { seal, bytes };
  }
  return known;
}
